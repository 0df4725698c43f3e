package dev.payweek.rest.endpoint;

import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.rest.json.Problem;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportProgress;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.Question;
import dev.payweek.statement.RowOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of a file, as JSON. A file of one account fills the figures directly; one of several has them in {@code
 * accounts}, one object for each.
 */
public record ImportJson(
        Optional<Long> batch,
        boolean dryRun,
        String format,
        Optional<String> account,
        Optional<String> currency,
        Optional<Counts> counts,
        Optional<Map<String, BigDecimal>> sums,
        Optional<LocalDate> firstDate,
        Optional<LocalDate> lastDate,
        List<Row> rows,
        Optional<Integer> rowsOmitted,
        List<Skipped> skipped,
        List<ImportJson> accounts,
        List<Problem.Asked> questions) {

    record Counts(int rows, int inserted, int duplicates, int needsReview, int rejected) {}

    record Row(
            int row,
            int line,
            RowOutcome.Outcome outcome,
            Optional<Long> id,
            Optional<EntryKind> kind,
            Optional<LocalDate> date,
            Optional<BigDecimal> amount,
            String title,
            Optional<String> category,
            String reason,
            Optional<Long> twin) {}

    record Skipped(int line, String reason) {}

    record Batch(
            long id,
            Instant at,
            String file,
            String format,
            String account,
            Counts counts,
            Optional<LocalDate> firstDate,
            Optional<LocalDate> lastDate,
            ImportBatch.State state,
            Optional<Progress> progress) {}

    /** How far an import has come that is still arriving: rows and bytes read, and of how many bytes in all. */
    record Progress(long rows, long bytes, Optional<Long> ofBytes, Optional<Integer> percent) {}

    /** Returns the JSON form of a report. */
    public static ImportJson toJson(ImportReport report) {
        List<Skipped> skipped = report.skipped().stream()
                .map(line -> new Skipped(line.line(), line.reason()))
                .toList();
        if (report.accounts().size() == 1) {
            return toJson(report, report.accounts().get(0), skipped);
        }
        return new ImportJson(
                Optional.empty(),
                report.dryRun(),
                report.format(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                skipped,
                report.accounts().stream()
                        .map(part -> toJson(report, part, List.of()))
                        .toList(),
                asked(report));
    }

    private static ImportJson toJson(ImportReport report, ImportReport.AccountPart part, List<Skipped> skipped) {
        ImportBatch batch = part.batch();
        return new ImportJson(
                Optional.of(batch.id()).filter(id -> id != 0),
                report.dryRun(),
                report.format(),
                Optional.of(batch.account()),
                Optional.of(part.currency()),
                Optional.of(counts(batch)),
                Optional.of(sums(part)),
                batch.firstDate(),
                batch.lastDate(),
                part.rows().stream().map(row -> toJson(row, part.currency())).toList(),
                Optional.of(part.rowsOmitted()).filter(count -> count > 0),
                skipped,
                List.of(),
                List.of());
    }

    static Batch toJson(ImportBatch batch, Optional<ImportProgress> progress) {
        return new Batch(
                batch.id(),
                batch.at(),
                batch.file(),
                batch.format(),
                batch.account(),
                counts(batch),
                batch.firstDate(),
                batch.lastDate(),
                batch.state(),
                progress.filter(any -> batch.state() == ImportBatch.State.IN_PROGRESS)
                        .map(ImportJson::toJson));
    }

    private static Progress toJson(ImportProgress progress) {
        return new Progress(
                progress.rows(),
                progress.bytes(),
                progress.ofBytes().stream().boxed().findFirst(),
                progress.percent().stream().boxed().findFirst());
    }

    static List<Problem.Asked> asked(ImportReport report) {
        return report.questions().stream().map(ImportJson::toJson).toList();
    }

    private static Problem.Asked toJson(Question question) {
        return new Problem.Asked(question.code(), question.message(), question.parameter(), question.options());
    }

    private static Counts counts(ImportBatch batch) {
        return new Counts(
                batch.inserted() + batch.duplicates() + batch.rejected(),
                batch.inserted() - batch.needsReview(),
                batch.duplicates(),
                batch.needsReview(),
                batch.rejected());
    }

    private static Map<String, BigDecimal> sums(ImportReport.AccountPart part) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        part.sums().forEach((currency, sum) -> sums.put(currency, inDecimalsOf(currency, sum)));
        return sums;
    }

    /** A file writes amounts as it likes; here they have their currency's decimals, and more where the file has. */
    private static BigDecimal inDecimalsOf(String currency, BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), Money.currency(currency).getDefaultFractionDigits()));
    }

    private static Row toJson(RowOutcome row, String currency) {
        return new Row(
                row.row(),
                row.line(),
                row.outcome(),
                row.entryId(),
                row.kind(),
                row.date(),
                row.amount().map(amount -> inDecimalsOf(currency, amount)),
                row.title(),
                row.category(),
                row.reason(),
                row.twin());
    }
}
