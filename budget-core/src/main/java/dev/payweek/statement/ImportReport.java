package dev.payweek.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What became of a file, account by account. A file that was imported before changes nothing.
 *
 * <pre>{@code
 * var bytes = "Date,Description,Amount\n2026-11-21,Corner Coffee,-4.50\n".getBytes(StandardCharsets.UTF_8);
 * var file = StatementFile.of("november.csv", bytes);
 * ImportReport report = budget.importStatement(file, ImportOptions.NONE);
 * report.accounts().get(0).sums();                         // {USD=-4.50}
 * report.accounts().get(0).rows().get(0).outcome();        // INSERTED
 * ImportReport again = budget.importStatement(file, ImportOptions.NONE);
 * again.accounts().get(0).rows().get(0).outcome();         // DUPLICATE
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param dryRun whether nothing was written
 * @param format the format's name
 * @param accounts one part for each account of the file, in its order
 * @param skipped what the file holds besides movements, with the reason; of very many the first, and one line that says
 *     how many more there are
 * @param questions what must be answered first; when there are any, nothing was written and there are no accounts
 */
public record ImportReport(
        boolean dryRun,
        String format,
        List<AccountPart> accounts,
        List<SkippedLine> skipped,
        List<Question> questions) {

    /**
     * What became of the rows of one account.
     *
     * @param batch the import, as stored or as it would be; its id is 0 in a dry run
     * @param currency the code of the account's currency
     * @param sums the sum of all understood rows by currency code, money out negative
     * @param rows the rows of the file, in its order; of a large file those that need a person's eye and the first of
     *     the others, at most {@link #MOST_ROWS} in all
     * @param rowsOmitted how many rows are counted but not listed
     */
    public record AccountPart(
            ImportBatch batch, String currency, Map<String, BigDecimal> sums, List<RowOutcome> rows, int rowsOmitted) {

        /** The most rows that are listed one by one, inclusive. */
        public static final int MOST_ROWS = 10_000;

        /** Creates a part. */
        public AccountPart {
            sums = Collections.unmodifiableMap(new TreeMap<>(sums));
            rows = List.copyOf(rows);
        }
    }

    /**
     * A line that is no movement.
     *
     * @param line the line of the file, from 1
     * @param reason why it was passed over
     */
    public record SkippedLine(int line, String reason) {}

    /** Creates a report. */
    public ImportReport {
        accounts = List.copyOf(accounts);
        skipped = List.copyOf(skipped);
        questions = List.copyOf(questions);
    }

    /** Returns whether any row of the file could not be taken. */
    public boolean hasRejects() {
        return accounts.stream().anyMatch(part -> part.batch().rejected() > 0);
    }

    /**
     * Returns a sentence on why nothing new came of the file, and nothing if something did or a question is open.
     * Nothing taken must never look like success.
     */
    public Optional<String> nothingNew() {
        if (!questions.isEmpty() || count(ImportBatch::inserted) > 0) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        add(reasons, count(ImportBatch::duplicates), "imported before");
        add(reasons, count(ImportBatch::rejected), "rejected");
        String first = skipped.stream()
                .findFirst()
                .map(line -> " Line " + line.line() + ": " + line.reason())
                .orElse("");
        return Optional.of(
                reasons.isEmpty()
                        ? "Nothing was taken: the file holds no movements." + first
                        : "Nothing new: " + String.join(", ", reasons) + "." + first);
    }

    private static void add(List<String> reasons, int rows, String what) {
        if (rows > 0) {
            reasons.add(rows + (rows == 1 ? " row " : " rows ") + what);
        }
    }

    private int count(ToIntFunction<ImportBatch> rows) {
        return accounts.stream().map(AccountPart::batch).mapToInt(rows).sum();
    }
}
