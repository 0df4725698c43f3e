package dev.payweek.app;

import dev.payweek.money.Money;
import dev.payweek.rest.endpoint.ImportReportJson;
import dev.payweek.rest.json.Amounts;
import dev.payweek.rest.json.Json;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.Question;
import dev.payweek.statement.RowOutcome;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Reports what became of an import: a line an account, and what needs a person's eye on the error stream. */
record ImportSummary(PrintWriter out, PrintWriter err, boolean json) {

    void print(String file, ImportReport report) {
        if (json) {
            out.println(Json.text(ImportReportJson.toJson(report)));
        } else {
            report.accounts().forEach(part -> out.println(summary(file, report, part)));
        }
        report.questions().forEach(question -> err.println(file + ": " + asked(question)));
        report.accounts().stream()
                .flatMap(part -> part.rows().stream())
                .filter(row -> row.outcome() == RowOutcome.Outcome.REJECTED)
                .forEach(row -> err.println(file + ":" + row.line() + ": " + row.reason()));
        report.accounts().stream()
                .mapToInt(ImportReport.AccountPart::rowsOmitted)
                .filter(omitted -> omitted > 0 && !json && report.hasRejects())
                .forEach(omitted -> err.println(file + ": " + omitted + " rows are counted but not listed."));
        out.flush();
        err.flush();
    }

    /** The copy of a ledger is of all its accounts. */
    private static String of(ImportBatch batch) {
        return batch.account().isEmpty() ? "" : ", account " + batch.account();
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
