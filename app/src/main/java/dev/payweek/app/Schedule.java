package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.period.Payday;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and sets when pay comes. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Shows when pay comes and the paydays ahead; with words, sets it:"
                + " payweek schedule \"every 2 weeks from 2026-11-20\"")
final class Schedule implements Runnable {

    private static final int DAYS_AHEAD = 92;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(
            arity = "0..1",
            paramLabel = "WORDS",
            description = "Such as \"weekly from 2026-11-20\", \"twice a month on 15 and last; preceding\","
                    + " \"monthly on last business day; expecting 2400.00 USD\".")
    private Optional<String> words = Optional.empty();

    @Option(names = "--json", description = "Prints the answer of GET /schedule.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.open()) {
            words.map(PaySchedule::parse).ifPresent(budget::paidOn);
            if (json) {
                ApiOutput.print(
                        budget, "/schedule", Map.of(), spec.commandLine().getOut());
            } else {
                budget.read(view -> {
                    spec.commandLine()
                            .getOut()
                            .println("Paid " + view.settings().schedule());
                    view.paydays(DateSpan.ofDays(view.today(), DAYS_AHEAD))
                            .forEach(payday -> spec.commandLine().getOut().println("  " + line(payday)));
                    return view.version();
                });
            }
        }
    }

    private static String line(Payday payday) {
        if (payday.actual()) {
            return payday.date() + "  paid";
        }
        return payday.date().equals(payday.nominal())
                ? payday.date().toString()
                : payday.date() + "  instead of " + payday.nominal();
    }
}
