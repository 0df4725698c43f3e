package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A bank's file, - for standard input; the format is recognised by its content.")
    private List<Path> files = List.of();

    @Option(names = "--account", paramLabel = "NAME", description = "The account's name in the ledger.")
    private Optional<String> account = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The account whose remembered answers are used (default: the one the rows go to).")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--dry-run", description = "Only reports what would happen.")
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
        ImportOptions asked = ImportOptions.NONE.withDryRun(dryRun).answering(answers);
        var summary = new ImportSummary(
                spec.commandLine().getOut(), spec.commandLine().getErr(), json);
        try (Budget budget = dryRun ? database.openUnseen() : database.open()) {
            ImportOptions options = into(budget, asked);
            for (Path file : files) {
                NewSuggestions suggestions = NewSuggestions.of(budget, dryRun);
                Optional<ImportReport> report = taken(budget, file, options);
                report.ifPresent(read -> summary.print(file.toString(), read, suggestions.count()));
                allTaken &= report.filter(read -> read.questions().isEmpty() && !read.hasRejects())
                        .isPresent();
            }
            if (!dryRun) {
                budget.keepPoint();
            }
        }
        return allTaken ? 0 : 1;
    }

    /** A second account of the same name in other letters would hold every row once more. */
    private ImportOptions into(Budget budget, ImportOptions asked) {
        ImportOptions named = account.map(name -> budget.<String>read(view -> EntryText.account(view, name)))
                .map(asked::into)
                .orElse(asked);
        return profile.map(name -> budget.<String>read(view -> EntryText.account(view, name)))
                .map(named::like)
                .orElse(named);
    }

    /** A file that is refused keeps none of the others out. */
    private Optional<ImportReport> taken(Budget budget, Path path, ImportOptions options) {
        try {
            return Optional.of(take(budget, path, options));
        } catch (LedgerException refused) {
            boolean ofFile = refused.reason() != Reason.STORE_UNAVAILABLE;
            if (files.size() == 1 || !ofFile) {
                throw refused;
            }
            PrintWriter err = spec.commandLine().getErr();
            new Failure(err, json)
                    .report(new LedgerException(
                            refused.reason(), path + ": " + refused.getMessage(), refused.problems()));
            return Optional.empty();
        }
    }

    private ImportReport take(Budget budget, Path path, ImportOptions options) {
        Terminal terminal = database.caller().terminal();
        PrintWriter err = spec.commandLine().getErr();
        try (FileOnDisk file = FileOnDisk.of(database.caller(), path);
                var bar = new ProgressBar(terminal, err, file.name(), file.size())) {
            return database.counted(
                    () -> budget.importStatement(file, terminal.errors() ? options.onProgress(bar) : options));
        }
    }
}
