package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.ImportOptions;
import dev.payweek.period.PaySchedule;
import dev.payweek.refusal.Refusal;
import dev.payweek.report.ReportView;
import dev.payweek.statement.ImportReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Bank files to look at instead of the ledger; nothing of them is kept.")
    private List<Path> files = List.of();

    @Option(
            names = "--paid",
            paramLabel = "WORDS",
            description =
                    "When pay comes, for bank files: \"every 2 weeks from 2026-11-20\" (default: calendar weeks).")
    private Optional<String> paid = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day, as YYYY-MM-DD (default: today, or the last day of the files).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--pay-period", description = "Shows the whole pay period instead of the week.")
    private boolean payPeriod;

    @Option(names = "--json", description = "Prints the answer of GET /budget.")
    private boolean json;

    @Override
    public void run() {
        ReportView view = payPeriod ? ReportView.PAY_PERIOD : ReportView.WEEK;
        try (Budget budget = files.isEmpty() ? database.open() : ofFiles()) {
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

    /** The answer from bank files alone: they are read into a ledger that is forgotten. */
    private Budget ofFiles() {
        Budget budget = Budget.inMemory(Clock.system(ZoneId.systemDefault()));
        List<LocalDate> lastDays = new ArrayList<>();
        paid.map(PaySchedule::parse).ifPresent(budget::paidOn);
        for (Path file : files) {
            ImportReport report = budget.importStatement(new FileOnDisk(file), ImportOptions.NONE);
            report.questions().stream().findFirst().ifPresent(question -> {
                throw Refusal.invalid(
                        question.parameter(),
                        question.code(),
                        file + ": " + question.message() + " payweek import takes the answer.");
            });
            report.accounts().forEach(part -> part.batch().lastDate().ifPresent(lastDays::add));
        }
        on = on.or(() -> lastDays.stream().max(Comparator.naturalOrder()));
        return budget;
    }

    private void printJson(Budget budget, ReportView view) {
        Map<String, List<String>> query = new HashMap<>();
        query.put("view", List.of(view.name().toLowerCase(Locale.ROOT)));
        on.ifPresent(day -> query.put("on", List.of(day.toString())));
        ApiOutput.print(budget, "/budget", query, spec.commandLine().getOut());
    }
}
