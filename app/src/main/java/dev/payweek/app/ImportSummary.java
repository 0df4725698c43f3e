package dev.payweek.app;

import dev.payweek.money.Money;
import dev.payweek.rest.endpoint.ImportReportJson;
import dev.payweek.rest.json.Amounts;
import dev.payweek.rest.json.Json;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.ImportReport.SkippedLine;
import dev.payweek.statement.Question;
import dev.payweek.statement.RowOutcome;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports what became of an import: a line an account, and what needs a person's eye on the error stream. */
record ImportSummary(PrintWriter out, PrintWriter err, boolean json) {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    void print(String file, ImportReport report, Optional<Integer> suggested) {
        if (json) {
            ImportReportJson document = ImportReportJson.toJson(report);
            out.println(Json.text(suggested.map(document::withDiscoveries).orElse(document)));
        } else {
            report.accounts().forEach(part -> out.println(summary(file, report, part)));
            toReview(file, report);
            suggested
                    .filter(count -> count > 0)
                    .ifPresent(count -> out.println(count + (count == 1 ? " new suggestion" : " new suggestions")
                            + " of pay, bills and the like: payweek discover"));
        }
        report.questions().forEach(question -> err.println(file + ": " + asked(question)));
        if (json) {
            rejected(err, file, report);
        } else {
            leftOut(err, file, report);
            report.nothingNew().ifPresent(sentence -> out.println(file + ": " + withoutLine(sentence)));
        }
        report.accounts().stream()
                .mapToInt(ImportReport.AccountPart::rowsOmitted)
                .filter(omitted -> omitted > 0 && !json && report.hasRejects())
                .forEach(omitted -> err.println(file + ": " + omitted + " rows are counted but not listed."));
        out.flush();
        err.flush();
    }

    /** Names the rows that were taken but may be entered twice. */
    private void toReview(String file, ImportReport report) {
        rows(report, RowOutcome.Outcome.NEEDS_REVIEW)
                .forEach(row -> out.println(file + ":" + row.line() + ": " + row.title() + " " + row.reason()));
        if (!report.dryRun()
                && report.accounts().stream().anyMatch(part -> part.batch().needsReview() > 0)) {
            out.println("To see such pairs and make one of them: payweek merge");
        }
    }

    /** Names what was left out of a file: rows that were rejected, and what it holds besides movements. */
    static void leftOut(PrintWriter err, String file, ImportReport report) {
        rejected(err, file, report);
        remarks(report)
                .forEach((remark, more) ->
                        err.println(file + ":" + remark.line() + ": " + remark.reason() + andMore(more)));
        err.flush();
    }

    private static void rejected(PrintWriter err, String file, ImportReport report) {
        rows(report, RowOutcome.Outcome.REJECTED)
                .forEach(row -> err.println(file + ":" + row.line() + ": " + row.reason()));
    }

    private static Stream<RowOutcome> rows(ImportReport report, RowOutcome.Outcome outcome) {
        return report.accounts().stream().flatMap(part -> part.rows().stream()).filter(row -> row.outcome() == outcome);
    }

    /** What a file holds besides movements, each kind of it once with how many more lines are like it. */
    private static Map<SkippedLine, Integer> remarks(ImportReport report) {
        Map<String, SkippedLine> first = new LinkedHashMap<>();
        Map<SkippedLine, Integer> more = new LinkedHashMap<>();
        for (SkippedLine line : report.skipped()) {
            SkippedLine like = first.computeIfAbsent(kind(line.reason()), kind -> line);
            more.merge(like, like.equals(line) ? 0 : 1, Integer::sum);
        }
        return more;
    }

    private static String kind(String reason) {
        String plain = QUOTED.matcher(reason).replaceAll("");
        int colon = plain.indexOf(':');
        return colon < 0 ? plain : plain.substring(0, colon);
    }

    private static String andMore(int lines) {
        return lines == 0 ? "" : " (and " + lines + " more like it)";
    }

    /** The copy of a ledger is of all its accounts. */
    private static String of(ImportBatch batch) {
        return batch.account().isEmpty() ? "" : ", account " + batch.account();
    }

    /** The line that the sentence ends with has been named among those left out. */
    private static String withoutLine(String sentence) {
        int line = sentence.indexOf(". Line ");
        return line < 0 ? sentence : sentence.substring(0, line + 1);
    }

    static String asked(Question question) {
        String answers = question.options().stream()
                .map(option -> "--answer " + question.parameter() + "=" + option)
                .collect(Collectors.joining(" or "));
        return question.message() + " Say " + answers + ".";
    }

    private static String summary(String file, ImportReport report, ImportReport.AccountPart part) {
        ImportBatch batch = part.batch();
        String sums = part.sums().entrySet().stream()
                .map(sum -> Amounts.inDecimalsOf(Money.currency(sum.getKey()), sum.getValue())
                                .toPlainString() + " " + sum.getKey())
                .collect(Collectors.joining(", "));
        String days = batch.firstDate()
                .map(first -> ", " + first + " to " + batch.lastDate().orElse(first))
                .orElse("");
        return file + ": " + report.format() + of(batch) + ": "
                + (report.dryRun() ? "would add " : "")
                + (batch.inserted() - batch.needsReview()) + " new, " + batch.duplicates() + " known, "
                + batch.needsReview() + " to review, " + batch.rejected() + " rejected"
                + (sums.isEmpty() ? "" : "; sum " + sums)
                + days;
    }
}
