package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.report.ReportView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The report in the terminal. */
@Command(
        name = "week",
        mixinStandardHelpOptions = true,
        description = "Shows what of the discretionary income has been spent since the last paycheck, and on what.")
final class Week implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--on", paramLabel = "DATE", description = "The day, as YYYY-MM-DD (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--pay-period", description = "Shows the whole pay period instead of the week.")
    private boolean payPeriod;

    @Option(names = "--json", description = "Prints the answer of GET /budget.")
    private boolean json;

    @Override
    public void run() {
        ReportView view = payPeriod ? ReportView.PAY_PERIOD : ReportView.WEEK;
        try (Budget budget = database.open()) {
            if (json) {
                printJson(budget, view);
            } else {
                spec.commandLine()
                        .getOut()
                        .print(budget.<String>read(ledger -> new TerminalReport(
                                        ledger.report(on.orElse(ledger.today()), view), Terminal.of(System.getenv()))
                                .text()));
                spec.commandLine().getOut().flush();
            }
        }
    }

    private void printJson(Budget budget, ReportView view) {
        var query = new java.util.HashMap<String, List<String>>();
        query.put("view", List.of(view.name().toLowerCase(java.util.Locale.ROOT)));
        on.ifPresent(day -> query.put("on", List.of(day.toString())));
        ApiOutput.print(budget, "/budget", query, spec.commandLine().getOut());
    }
}
