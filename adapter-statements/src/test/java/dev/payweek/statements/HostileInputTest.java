package dev.payweek.statements;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statements.camt.CamtFormat;
import dev.payweek.statements.csv.CsvFormat;
import dev.payweek.statements.html.HtmlTableFormat;
import dev.payweek.statements.mt940.Mt940Format;
import dev.payweek.statements.ofx.OfxFormat;
import dev.payweek.statements.qif.QifFormat;
import dev.payweek.statements.simplefin.SimpleFinFormat;
import dev.payweek.testkit.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come, the outcome is rows, reasons or a refusal: no other exception, no endless loop, no silence. */
class HostileInputTest {

    private static final List<StatementFormat> FORMATS = List.of(
            new CsvFormat(),
            new OfxFormat(),
            new QifFormat(),
            new CamtFormat(),
            new SimpleFinFormat(),
            new Mt940Format(),
            new HtmlTableFormat());
    private static final ReadOptions ANSWERS = new ReadOptions(Map.of("date_format", "D/M/Y", "amount_unit", "units"));

    static List<String> fixtures() {
        return Stream.of("csv", "ofx", "qif", "camt", "simplefin", "mt940", "html")
                .flatMap(kind -> Fixtures.names(kind).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void every_fixture_may_be_cut_off_at_every_byte(String name) {
        byte[] whole = Fixtures.bytes(name);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int length = 0; length <= whole.length; length++) {
                readByAll(Arrays.copyOf(whole, length));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void every_fixture_may_be_damaged_anywhere(String name) {
        Random random = random();
        byte[] whole = Fixtures.bytes(name);
        String alphabet = "\"\"',;\t\n\r<>/&#=()-+.0129aZ\u0000é";
        byte[] bytes = alphabet.getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int round = 0; round < 100; round++) {
                byte[] damaged = whole.clone();
                for (int i = 0; i < 1 + random.nextInt(8); i++) {
                    damaged[random.nextInt(damaged.length)] = bytes[random.nextInt(bytes.length)];
                }
                readByAll(damaged);
            }
        });
    }

    @Test
    void random_bytes_are_refused_or_read() {
        Random random = random();
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int round = 0; round < 1_000; round++) {
                byte[] bytes = new byte[random.nextInt(400)];
                random.nextBytes(bytes);
                readByAll(bytes);
            }
        });
    }

    @Test
    void long_cells_tags_and_lines_fill_no_memory() {
        String digits = "9".repeat(3_000_000);
        List<String> hostile = List.of(
                "Date,Text,Amount\n2026-01-01,A," + digits + "\n",
                "Date,Text,Amount\n2026-01-01," + digits + ",-1.00\n",
                "\"" + digits,
                ",".repeat(3_000_000),
                "\n".repeat(3_000_000),
                "\"\n".repeat(1_000_000),
                "<OFX><STMTRS><STMTTRN><NAME>" + digits,
                "<" + "A".repeat(3_000_000),
                "<table><tr><td>" + digits,
                "<table><td colspan=999>".repeat(30_000),
                "<table><!-- " + digits,
                ":20:A\n:61:" + digits,
                ":20:A\n:86:" + "?20".repeat(300_000),
                "<OFX>" + "<STATUS>".repeat(300_000),
                "<OFX><!--" + digits,
                "<OFX><![CDATA[" + digits,
                "<OFX><STMTRS>" + "<STMTTRN>".repeat(300_000));
        assertTimeoutPreemptively(
                Duration.ofMinutes(2), () -> hostile.forEach(text -> readByAll(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static void readByAll(byte[] bytes) {
        StatementFile file = StatementFile.of("hostile", bytes);
        for (StatementFormat format : FORMATS) {
            try {
                format.recognise(file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            Collected read = Collected.read(format, file, ANSWERS);
            assertFalse(
                    read.isSilent() && read.accounts.isEmpty(),
                    () -> "silence on " + new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** {@code -Dseed=…} repeats a run. */
    private static Random random() {
        long seed = Seed.chosen();
        System.out.println("seed " + seed);
        return new Random(seed);
    }
}
