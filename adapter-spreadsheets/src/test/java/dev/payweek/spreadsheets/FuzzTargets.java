package dev.payweek.spreadsheets;

import dev.payweek.statement.StatementFormat;
import java.nio.charset.StandardCharsets;

/** What the fuzzers call: {@code mvn -Pfuzz -pl adapter-spreadsheets -am verify}. */
public final class FuzzTargets {

    private FuzzTargets() {}

    /** Workbooks, and bare sheets of them, since hardly any damage leaves a packed file packed. */
    public static final class Xlsx {
        public static void fuzzerTestOneInput(byte[] bytes) {
            read(new XlsxFormat(), bytes);
            String sheet = new String(bytes, StandardCharsets.UTF_8);
            read(
                    new XlsxFormat(),
                    XlsxBuilder.ofRows("")
                            .with("xl/worksheets/page.xml", sheet)
                            .with("xl/styles.xml", sheet)
                            .bytes());
        }
    }

    /** Workbooks of old Excel. */
    public static final class Xls {
        public static void fuzzerTestOneInput(byte[] bytes) {
            read(new XlsFormat(), bytes);
        }
    }

    private static void read(StatementFormat format, byte[] bytes) {
        Reading.sureness(format, bytes);
        if (Reading.of(format, bytes).isSilent()) {
            throw new IllegalStateException("neither rows nor a reason");
        }
    }
}
