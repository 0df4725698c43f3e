package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.ImportOptions;
import dev.payweek.rest.endpoint.ImportJson;
import dev.payweek.rest.json.Json;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.Question;
import dev.payweek.statement.RowOutcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes bank files in. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes bank files in; what is there already is not doubled. Ends with 1 if any row was rejected.")
final class Import implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A bank's file; the format is told by its content.")
    private List<Path> files = List.of();

    @Option(names = "--account", paramLabel = "NAME", description = "The account's name in the ledger.")
    private Optional<String> account = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The account whose remembered answers are used (default: the one the rows go to).")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--dry-run", description = "Only tells what would happen.")
    private boolean dryRun;

    @Option(
            names = "--answer",
            paramLabel = "NAME=VALUE",
            description = "Answers a question a file leaves open, such as --answer date_format=D/M/Y.")
    private Map<String, String> answers = Map.of();

    @Option(names = "--json", description = "Prints one JSON object for each file, as POST /imports answers.")
    private boolean json;

    @Override
    public Integer call() {
        boolean allTaken = true;
        var told = new ImportOptions(dryRun, account, answers);
        ImportOptions options = profile.map(told::like).orElse(told);
        try (Budget budget = dryRun ? database.openToLook() : database.open()) {
            for (Path file : files) {
                ImportReport report = take(budget, file, options);
                print(file, report);
                allTaken &= report.questions().isEmpty() && !report.hasRejects();
            }
        }
        return allTaken ? 0 : 1;
    }

    private ImportReport take(Budget budget, Path path, ImportOptions options) {
        FileOnDisk file = new FileOnDisk(path);
        if (!Terminal.hasErrorStream()) {
            return budget.importStatement(file, options);
        }
        PrintWriter err = spec.commandLine().getErr();
        try (var bar = new ProgressBar(Terminal.of(System.getenv()), err, file.name(), file.size())) {
            return budget.importStatement(file, options.telling(bar));
        }
    }

    private void print(Path file, ImportReport report) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (json) {
            out.println(Json.text(ImportJson.shown(report)));
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

    private static String asked(Question question) {
        String answers = question.options().stream()
                .map(option -> "--answer " + question.parameter() + "=" + option)
                .collect(Collectors.joining(" or "));
        return question.message() + " Say " + answers + ".";
    }

    private static String summary(Path file, ImportReport report, ImportReport.AccountPart part) {
        ImportBatch batch = part.batch();
        String sums = part.sums().entrySet().stream()
                .map(sum -> sum.getValue().toPlainString() + " " + sum.getKey())
                .collect(Collectors.joining(", "));
        String days = batch.firstDate()
                .map(first -> ", " + first + " to " + batch.lastDate().orElse(first))
                .orElse("");
        return file + ": " + report.format() + ", account " + batch.account() + ": "
                + (report.dryRun() ? "would add " : "")
                + (batch.inserted() - batch.needsReview()) + " new, " + batch.duplicates() + " known, "
                + batch.needsReview() + " to review, " + batch.rejected() + " rejected"
                + (sums.isEmpty() ? "" : "; sum " + sums)
                + days;
    }
}
