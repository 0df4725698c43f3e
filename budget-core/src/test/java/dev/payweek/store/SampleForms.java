package dev.payweek.store;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Two forms for tests: one says how many expenses there are, the other holds all entries and can be taken back. */
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
        public void write(LedgerReader ledger, DateSpan days, Writer out) throws IOException {
            out.write("count "
                    + ledger.countEntries(EntryQuery.all(EntryKind.EXPENSE).during(days)));
        }
    }

    /** Writes {@code #words}, and the words of each entry after an empty line. */
    public static final class Words implements LedgerBackupFormat {

        private static final String HEAD = "#words\n";

        /** Creates the form. */
        public Words() {}

        @Override
        public String name() {
            return "words";
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
        public void write(LedgerReader ledger, DateSpan days, Writer out) throws IOException {
            StringBuilder all = new StringBuilder(HEAD);
            for (EntryKind kind : EntryKind.values()) {
                ledger.forEachEntry(
                        EntryQuery.all(kind).during(days),
                        entry -> all.append('\n').append(Kinds.ENTRY.text(entry)));
            }
            out.write(all.toString());
        }

        @Override
        public boolean recognises(StatementFile file) throws IOException {
            return text(file).startsWith(HEAD);
        }

        @Override
        public void restore(StatementFile file, LedgerWriter ledger) throws IOException {
            List<String> parts = List.of(text(file).split("\n\n"));
            for (String words : parts.subList(1, parts.size())) {
                Entry entry = Kinds.ENTRY.parse(words);
                ledger.skipIdsTo(entry.id());
                ledger.put(entry);
            }
        }

        private static String text(StatementFile file) throws IOException {
            try (var in = file.open()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
