package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.StatementFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no statements, with every format of the command at hand: each is named, with what to do instead. */
class OtherKindsOfFileTest {

    private static final Path WORKBOOKS = Path.of(
            System.getProperty("payweek.root", ".."), "adapter-spreadsheets", "src", "test", "resources", "fixtures");

    @TempDir
    private Path folder = Path.of("");

    private static String refusal(byte[] bytes) {
        try (Budget budget = Budget.inMemory()) {
            ImportOptions options = ImportOptions.NONE;
            return assertThrows(
                            LedgerException.class,
                            () -> budget.importStatement(StatementFile.of("november", bytes), options))
                    .getMessage();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 | a PDF",
                "SQLite format 3 | a database (SQLite)",
                "{\\rtf1\\ansi | a text document (RTF)",
                "Rar!  | a packed file",
                "GIF89a | a picture",
                "!TRNS\\tDATE | an accounting journal (IIF)",
                "2026-03-25 * \"Cafe\" \"Tea\"\\n  Assets:Cash  -3.20 EUR | a beancount file",
                "2026-03-25 Cafe\\n    expenses:tea  3.20\\n    assets:cash | a journal of hledger or ledger",
                "{\"accounts\": [] } | JSON"
            })
    void a_file_of_another_kind_is_named(String start, String kind) {
        String file = start.replace("\\t", "\t").replace("\\n", "\n") + "\n";
        String said = refusal(file.getBytes(StandardCharsets.UTF_8));
        assertTrue(said.startsWith("The file is " + kind), said);
    }

    @Test
    void packed_files_are_named() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write("Date,Amount\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                "The file is a packed file (gzip). Unpack it and import what is inside.", refusal(gzip.toByteArray()));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("november.csv"));
        }
        assertEquals(
                "The file is a packed file (ZIP). Unpack it and import what is inside.", refusal(packed.toByteArray()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binary.xlsb | The file is a binary workbook (XLSB). Save it as XLSX or CSV and import that.",
                "document.ods | The file is an OpenDocument spreadsheet (ODS). Save it as XLSX or CSV and import that.",
                "excel95.xls | The workbook is of Excel 95 or older. Save it as XLSX or CSV and import that."
            })
    void workbooks_that_are_not_read_are_named(String name, String sentence) throws IOException {
        assertEquals(
                sentence, refusal(Files.readAllBytes(WORKBOOKS.resolve("other").resolve(name))));
    }

    @ParameterizedTest
    @CsvSource({"xlsx/activity.xlsx, xlsx", "xls/activity.xls, xls"})
    void workbooks_are_imported_like_any_other_statement(String name, String format) {
        Commands commands = Commands.in(folder, "2026-03-31");
        Commands.Ended first = commands.run("import", WORKBOOKS.resolve(name).toString());
        assertTrue(
                first.err().contains("No currency is named in the file; its amounts are taken as USD."), first.err());
        String said = first.out();
        assertTrue(said.contains(format + ", account main: 3 new, 0 known, 0 to review, 0 rejected"), said);
        assertTrue(said.contains("sum 1433.65 USD, 2026-03-03 to 2026-03-05"), said);
        said = commands.printed("import", WORKBOOKS.resolve(name).toString());
        assertTrue(said.contains("0 new, 3 known"), said);
    }
}
