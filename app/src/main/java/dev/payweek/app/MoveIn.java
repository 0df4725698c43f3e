package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryKind;
import dev.payweek.statement.MoveReport;
import dev.payweek.statement.ReadOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Moves in from another program. */
@Command(
        name = "move-in",
        mixinStandardHelpOptions = true,
        description = "Moves in from YNAB, Actual, Mint, Firefly III, GnuCash, hledger or beancount: everything of the"
                + " file, with categories, transfers and splits, into a ledger without entries. Ends with 1 if anything"
                + " was left out.")
final class MoveIn implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(
            paramLabel = "FILE",
            description = "What the other program exported, - for standard input; recognised by its content.")
    private Path path = Path.of("");

    @Option(names = "--dry-run", description = "Only reports what would happen.")
    private boolean dryRun;

    @Option(
            names = "--answer",
            paramLabel = "NAME=VALUE",
            description = "Answers a question a file leaves open, such as --answer date_format=D/M/Y.")
    private Map<String, String> answers = Map.of();

    @Override
    public Integer call() {
        ReadOptions options = new ReadOptions(answers);
        try (Budget budget = dryRun ? database.openUnseen() : database.open();
                FileOnDisk file = FileOnDisk.of(database.caller(), path)) {
            MoveReport report = dryRun
                    ? budget.<MoveReport>whatIf(edit -> edit.moveIn(file, options))
                    : budget.<MoveReport>write(Budget.LOCAL, edit -> edit.moveIn(file, options));
            print(report);
            if (!dryRun) {
                budget.keepPoint();
            }
            return report.questions().isEmpty() && report.left().isEmpty() ? 0 : 1;
        }
    }

    private void print(MoveReport report) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        report.questions().forEach(question -> err.println(path + ": " + ImportSummary.asked(question)));
        report.left().forEach(line -> {
            String place = line.line() > 0 ? ":" + line.line() : "";
            err.println(path + place + ": " + line.reason());
        });
        if (report.questions().isEmpty()) {
            out.println(path + ": " + report.format() + ": " + (dryRun ? "would move " : "moved ")
                    + report.transactions() + " transactions: "
                    + count(report, EntryKind.EXPENSE) + " expenses, "
                    + count(report, EntryKind.INCOME) + " incomes, "
                    + count(report, EntryKind.TRANSFER) + " transfers. The accounts hold:");
            report.balances().forEach((account, balance) -> out.println("  " + account + "  " + balance));
        }
        out.flush();
        err.flush();
    }

    private static int count(MoveReport report, EntryKind kind) {
        return report.entries().getOrDefault(kind, 0);
    }
}
