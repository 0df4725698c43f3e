package dev.payweek.export;

import dev.payweek.ledger.EntryKind;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Two forms for tests: one says how many expenses there are, the other, which can be taken back, the version. */
final class SampleForms {

    private SampleForms() {}

    /** Writes {@code count 3}. */
    public static final class Count implements ExportFormat {

        /** Creates the form. */
        public Count() {}

        @Override
        public String name() {
            return "count";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public String fileEnding() {
            return "txt";
        }

        @Override
        public void write(LedgerReader ledger, Writer out) throws IOException {
            out.write("count " + ledger.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
        }
    }

    /** Writes {@code version 3}. */
    public static final class Version implements CopyFormat {

        /** Creates the form. */
        public Version() {}

        @Override
        public String name() {
            return "version";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public String fileEnding() {
            return "txt";
        }

        @Override
        public void write(LedgerReader ledger, Writer out) throws IOException {
            out.write("version " + ledger.version());
        }

        @Override
        public boolean recognises(StatementFile file) throws IOException {
            return text(file).startsWith("version ");
        }

        @Override
        public void restore(StatementFile file, LedgerWriter ledger) throws IOException {
            ledger.skipIdsTo(Long.parseLong(text(file).substring("version ".length())));
        }

        private static String text(StatementFile file) throws IOException {
            try (var in = file.open()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
