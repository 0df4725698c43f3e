package dev.payweek.app;

import dev.payweek.app.simplefin.AccessFile;
import dev.payweek.app.simplefin.AccessUrl;
import dev.payweek.app.simplefin.SimpleFinServer;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.StatementFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches transactions from a SimpleFIN server and takes them in as a bank's file. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Fetches transactions from a SimpleFIN server; what is there already is not doubled.")
final class Sync implements Callable<Integer> {

    private static final int FIRST_DAYS = 90;
    private static final int USUAL_DAYS = 30;

    private final SimpleFinServer server;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(
            names = "--claim",
            paramLabel = "TOKEN",
            description = "A setup token from the server's page, for the first time; - reads it from the terminal.")
    private Optional<String> claim = Optional.empty();

    @Option(
            names = "--access-file",
            paramLabel = "FILE",
            description = "Where access is kept, readable by you alone (default: ~/.config/payweek/simplefin).")
    private Optional<Path> accessFile = Optional.empty();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How far back to ask (default: 90 days the first time, then 30).")
    private Optional<Integer> days = Optional.empty();

    @Option(names = "--dry-run", description = "Only reports what would happen.")
    private boolean dryRun;

    @Option(names = "--json", description = "Prints a JSON object as POST /imports answers.")
    private boolean json;

    Sync() {
        this(SimpleFinServer.onTheWeb());
    }

    Sync(SimpleFinServer server) {
        this.server = server;
    }

    @Override
    public Integer call() {
        AccessFile kept = accessFile
                .map(AccessFile::new)
                .orElseGet(() -> AccessFile.usual(database.caller().environment(), System.getProperty("user.home")));
        claim.map(this::token).map(server::claim).ifPresent(kept::keep);
        AccessUrl access = kept.read();
        try (Budget budget = database.open()) {
            byte[] accounts = server.accounts(access, since(budget));
            NewSuggestions suggestions = NewSuggestions.of(budget, dryRun);
            ImportReport report = database.counted(() -> budget.importStatement(
                    StatementFile.of("simplefin", accounts), ImportOptions.NONE.withDryRun(dryRun)));
            new ImportSummary(spec.commandLine().getOut(), spec.commandLine().getErr(), json)
                    .print("simplefin", report, suggestions.count());
            if (!dryRun) {
                budget.keepPoint();
            }
            report.skipped().forEach(line -> spec.commandLine().getErr().println(line.reason()));
            return report.hasRejects() || !report.questions().isEmpty() ? 1 : 0;
        }
    }

    /** A token on the command line can be seen by others on the machine; the terminal's input cannot. */
    private String token(String given) {
        return given.equals("-") ? new Scanner(database.caller().input(), StandardCharsets.UTF_8).nextLine() : given;
    }

    private LocalDate since(Budget budget) {
        return budget.<LocalDate>read(view -> view.today().minusDays(days.orElseGet(() -> usualDays(view))));
    }

    private static int usualDays(BudgetView view) {
        boolean before =
                view.imports().stream().anyMatch(batch -> batch.format().equals("simplefin"));
        return before ? USUAL_DAYS : FIRST_DAYS;
    }
}
