package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.plan.ThresholdEvent;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for news and shows it. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Lists what there is news of: a new pay period, a limit near or overspent, a late bill,"
                + " missing pay.")
final class Events implements Runnable {

    private static final int MOST_AT_ONCE = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(
            names = "--after",
            defaultValue = "0",
            paramLabel = "ID",
            description = "The last one seen (default: none).")
    private long after;

    @Option(names = "--json", description = "Prints the answer of GET /events.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.open()) {
            budget.notice();
            if (json) {
                Map<String, List<String>> query = Map.of("after", List.of(Long.toString(after)));
                ApiOutput.print(budget, "/events", query, spec.commandLine().getOut());
            } else {
                budget.read(view -> view.eventsAfter(after, MOST_AT_ONCE))
                        .forEach(event -> spec.commandLine().getOut().println(line(event)));
            }
        }
    }

    private static String line(ThresholdEvent event) {
        String stretch = event.span().startInclusive() + " to " + event.span().lastDay();
        String category = event.category().map(Object::toString).orElse("");
        String news = switch (event.threshold()) {
            case NEW_PERIOD -> "a pay period begins, " + stretch;
            case NEAR -> category + " is near its limit" + figures(event) + ", " + stretch;
            case OVER -> category + " is over its limit" + figures(event) + ", " + stretch;
            case BILL_LATE -> named(event) + " is late, due " + event.span().startInclusive();
            case BILL_LET_GO -> named(event) + " was not paid and counts no more: its next due day has come";
            case PAY_MISSING -> "pay of " + named(event) + " is missing";
        };
        return event.id() + "  " + (event.retracted() ? "no longer: " : "") + news;
    }

    /** Name and amount of a bill or of pay. */
    private static String named(ThresholdEvent event) {
        return event.name().orElse("")
                + event.spent().map(amount -> ", " + amount + ",").orElse("");
    }

    private static String figures(ThresholdEvent event) {
        return event.spent()
                .flatMap(spent -> event.limit().map(limit -> ": " + spent + " of " + limit))
                .orElse("");
    }
}
