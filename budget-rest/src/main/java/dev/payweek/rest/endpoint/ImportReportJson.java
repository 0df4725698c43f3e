package dev.payweek.rest.endpoint;

import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.rest.json.Amounts;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.Question;
import dev.payweek.statement.RowOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of a file, as JSON. A file of one account fills the figures directly; one of several has them in {@code
 * accounts}, one object for each.
 */
@Schema("ImportReport")
public record ImportReportJson(
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
        List<ImportReportJson> accounts,
        List<Problem.Asked> questions,
        Optional<String> nothingNew,
        Optional<Integer> discoveries) {

    @Schema("ImportCounts")
    record Counts(int rows, int inserted, int duplicates, int needsReview, int rejected) {}

    @Schema("ImportRow")
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

    @Schema("SkippedLine")
    record Skipped(int line, String reason) {}

    /** Returns the same report, saying how many suggestions are new since. */
    public ImportReportJson withDiscoveries(int count) {
        return new ImportReportJson(
                batch,
                dryRun,
                format,
                account,
                currency,
                counts,
                sums,
                firstDate,
                lastDate,
                rows,
                rowsOmitted,
                skipped,
                accounts,
                questions,
                nothingNew,
                Optional.of(count));
    }

    /** Returns the JSON form of a report. */
    public static ImportReportJson toJson(ImportReport report) {
        List<Skipped> skipped = report.skipped().stream()
                .map(line -> new Skipped(line.line(), line.reason()))
                .toList();
        if (report.accounts().size() == 1) {
            return toJson(report, report.accounts().get(0), skipped, report.nothingNew());
        }
        return new ImportReportJson(
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
                        .map(part -> toJson(report, part, List.of(), Optional.empty()))
                        .toList(),
                asked(report),
                report.nothingNew(),
                Optional.empty());
    }

    private static ImportReportJson toJson(
            ImportReport report, ImportReport.AccountPart part, List<Skipped> skipped, Optional<String> nothingNew) {
        ImportBatch batch = part.batch();
        Currency currency = Money.currency(part.currency());
        return new ImportReportJson(
                Optional.of(batch.id()).filter(id -> id != 0),
                report.dryRun(),
                report.format(),
                Optional.of(batch.account()),
                Optional.of(part.currency()),
                Optional.of(counts(batch)),
                Optional.of(sums(part)),
                batch.firstDate(),
                batch.lastDate(),
                part.rows().stream().map(row -> toJson(row, currency)).toList(),
                Optional.of(part.rowsOmitted()).filter(count -> count > 0),
                skipped,
                List.of(),
                List.of(),
                nothingNew,
                Optional.empty());
    }

    static List<Problem.Asked> asked(ImportReport report) {
        return report.questions().stream().map(ImportReportJson::toJson).toList();
    }

    private static Problem.Asked toJson(Question question) {
        return new Problem.Asked(question.code(), question.message(), question.parameter(), question.options());
    }

    static Counts counts(ImportBatch batch) {
        return new Counts(
                batch.inserted() + batch.duplicates() + batch.rejected(),
                batch.inserted() - batch.needsReview(),
                batch.duplicates(),
                batch.needsReview(),
                batch.rejected());
    }

    private static Map<String, BigDecimal> sums(ImportReport.AccountPart part) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        part.sums().forEach((currency, sum) -> sums.put(currency, Amounts.inDecimalsOf(Money.currency(currency), sum)));
        return sums;
    }

    private static Row toJson(RowOutcome row, Currency currency) {
        return new Row(
                row.row(),
                row.line(),
                row.outcome(),
                row.entryId(),
                row.kind(),
                row.date(),
                row.amount().map(amount -> Amounts.inDecimalsOf(currency, amount)),
                row.title(),
                row.category(),
                row.reason(),
                row.twin());
    }
}
