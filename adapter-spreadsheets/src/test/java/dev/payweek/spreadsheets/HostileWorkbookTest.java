package dev.payweek.spreadsheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.StatementFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come, the outcome is rows, reasons or a refusal, in little memory and time. */
class HostileWorkbookTest {

    private static final List<StatementFormat> FORMATS = List.of(new XlsxFormat(), new XlsFormat());
    private static final String TOO_LARGE =
            "The workbook is larger than any statement; save the statement alone as CSV.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" s=\"2000000000\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>",
                "<row r=\"999999999\"><c><v>1</v></c></row>",
                "<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>"
            })
    void a_small_workbook_that_names_large_places_is_refused(String rows) {
        Reading reading = Reading.of(new XlsxFormat(), XlsxBuilder.ofRows(rows).bytes());
        assertFalse(reading.refusal.isEmpty(), reading.rows.toString());
    }

    @Test
    void rows_far_apart_or_wide_are_refused_before_they_fill_the_memory() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row < 200; row++) {
            rows.append("<row r=\"%d\"><c r=\"XFD%d\"><v>1</v></c></row>".formatted(row, row));
        }
        assertEquals(
                TOO_LARGE,
                Reading.of(new XlsxFormat(), XlsxBuilder.ofRows(rows.toString()).bytes()).refusal);
    }

    @Test
    void what_unpacks_to_more_than_any_statement_is_refused() {
        String endlessTag = "<row a=\"" + "x".repeat(3 << 20) + "\"/>";
        String endlessText = "<row r=\"1\"><c r=\"A1\"><v>" + "9".repeat(3 << 20) + "</v></c></row>";
        for (String rows : List.of(endlessTag, endlessText)) {
            assertEquals(
                    TOO_LARGE,
                    Reading.of(new XlsxFormat(), XlsxBuilder.ofRows(rows).bytes()).refusal);
        }
    }

    @Test
    void entities_are_neither_multiplied_nor_fetched() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"xxxxxxxxxx\"><!ENTITY c \"&b;&b;&b;&b;\">"
                + "<!ENTITY d SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"str\"><v>&c;&d;</v></c></row></sheetData></worksheet>";
        Reading reading = Reading.of(
                new XlsxFormat(),
                XlsxBuilder.ofRows("").with("xl/worksheets/page.xml", bomb).bytes());
        assertFalse(reading.refusal.isEmpty());
        assertEquals(List.of(), reading.rows);
    }

    @Test
    void other_packed_documents_are_named() {
        assertEquals(
                "The file is a text document or slides, not a workbook. Ask the bank for CSV, OFX or CAMT instead.",
                Reading.of(
                                new XlsxFormat(),
                                XlsxBuilder.ofRows("")
                                        .with("_rels/.rels", XlsxBuilder.links("officeDocument", "word/document.xml"))
                                        .bytes())
                        .refusal);
        assertEquals(
                "The file is a binary workbook (XLSB). Save it as XLSX or CSV and import that.",
                Reading.of(new XlsxFormat(), Reading.fixture("other/binary.xlsb")).refusal);
    }

    @Test
    void every_workbook_may_be_cut_off_or_damaged_anywhere_and_leaves_no_copy_behind() throws IOException {
        Random random = random();
        long before = copies();
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (String name :
                    List.of("xlsx/portal.xlsx", "xlsx/accounts.xlsx", "xls/activity.xls", "xls/accounts.xls")) {
                byte[] whole = Reading.fixture(name);
                for (int round = 0; round < 150; round++) {
                    byte[] damaged = whole.clone();
                    for (int i = 0; i <= random.nextInt(6); i++) {
                        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                    }
                    readByAll(damaged);
                    readByAll(Arrays.copyOf(whole, random.nextInt(whole.length)));
                }
            }
        });
        assertEquals(before, copies());
    }

    /** The last 22 bytes say where the list of parts lies; any of them may be wrong. */
    @Test
    void a_wrong_list_of_parts_is_refused_whatever_it_says() {
        byte[] whole = Reading.fixture("xlsx/portal.xlsx");
        for (int at = whole.length - 22; at < whole.length; at++) {
            for (int value = 0; value < 256; value += 7) {
                byte[] damaged = whole.clone();
                damaged[at] = (byte) value;
                assertFalse(Reading.of(new XlsxFormat(), damaged).isSilent(), at + " is " + value);
            }
        }
    }

    private static void readByAll(byte[] bytes) {
        for (StatementFormat format : FORMATS) {
            assertTrue(Reading.sureness(format, bytes) >= 0);
            assertFalse(Reading.of(format, bytes).isSilent(), format.name() + " says nothing");
        }
    }

    private static long copies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("payweek.*\\.zip"))
                    .count();
        }
    }

    /** {@code -Dseed=…} repeats a run. */
    private static Random random() {
        long seed = Long.getLong("seed", 16);
        System.out.println("seed " + seed);
        return new Random(seed);
    }
}
