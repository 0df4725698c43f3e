package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.period.Payday;
import dev.payweek.plan.PaySource;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and sets when pay comes from the primary source. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Shows when pay comes and the paydays ahead; with words, sets it:"
                + " payweek schedule \"every 2 weeks from 2026-11-20\". Further sources: payweek sources.")
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

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first payday it holds for; earlier ones stay (default: it corrects all).")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--json", description = "Prints the answer of GET /schedule.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = words.isPresent() ? database.open() : database.openReadOnly()) {
            words.ifPresent(text -> set(budget, text));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ApiOutput.print(budget, "/schedule", Map.of(), out);
            } else {
                budget.use(view -> print(view, out));
            }
        }
    }

    private void set(Budget budget, String text) {
        budget.change(Budget.LOCAL, edit -> {
            PaySchedule schedule = ScheduleWords.in(edit, text);
            schedule.expectedPaycheck().ifPresent(amount -> AmountText.adopt(edit, amount.currency()));
            from.ifPresentOrElse(day -> edit.paidOn(schedule, day), () -> edit.paidOn(schedule));
        });
        budget.keepPoint();
    }

    private static void print(BudgetView view, PrintWriter out) {
        Optional<PaySource> primary = primary(view);
        if (primary.isEmpty()) {
            out.println("Nothing says when pay comes; periods are calendar months.");
            return;
        }
        PlanText.versions(primary.get()).forEach(version -> out.println("Paid " + version));
        view.paydays(primary.get().name(), DateSpan.ofDays(view.today(), DAYS_AHEAD))
                .forEach(payday -> out.println("  " + line(payday)));
    }

    /** The latest day up to today rules; a source that becomes primary later does not yet. */
    private static Optional<PaySource> primary(BudgetView view) {
        return view.sources().stream()
                .filter(source -> source.primaryFrom()
                        .filter(day -> !day.isAfter(view.today()))
                        .isPresent())
                .max(Comparator.comparing(source -> source.primaryFrom().orElse(DateSpan.EARLIEST)));
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
