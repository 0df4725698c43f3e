package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SoftLimit;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and sets soft limits. */
@Command(name = "limits", mixinStandardHelpOptions = true, description = "Lists the soft limits.")
final class Limits implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--json", description = "Prints the answer of GET /limits.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.openReadOnly()) {
            if (json) {
                ApiOutput.print(budget, "/limits", Map.of(), spec.commandLine().getOut());
            } else {
                budget.read(view -> {
                    view.limits().forEach(limit -> spec.commandLine().getOut().println(line(limit)));
                    return view.version();
                });
            }
        }
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = "Sets a limit, such as: payweek limits set Fun 120.00")
    void set(
            @Mixin Database where,
            @Parameters(paramLabel = "CATEGORY", description = "Such as Fun.") String category,
            @Parameters(paramLabel = "AMOUNT", description = "Such as 120.00.") String amount,
            @Option(
                            names = "--per",
                            defaultValue = "week",
                            paramLabel = "week|period",
                            description = "What the amount is meant for (default: week).")
                    Per per,
            @Option(
                            names = "--rollover",
                            defaultValue = "none",
                            paramLabel = "none|surplus|deficit|both",
                            description = "What goes on into the next week or pay period (default: none).")
                    Rollover.Policy rollover,
            @Option(names = "--cap", paramLabel = "AMOUNT", description = "The most that rolls over either way.")
                    Optional<String> cap,
            @Option(names = "--reset", description = "Begins without what earlier limits left over or overdrew.")
                    boolean reset,
            @Option(names = "--from", paramLabel = "DATE", description = "The first day (default: today).")
                    Optional<LocalDate> from) {
        where.changeSayingNew(budget -> {
            SoftLimit limit = budget.write("local", edit -> {
                Money money = AmountText.in(edit, amount);
                AmountText.adopt(edit, money.currency());
                Rollover rolling = new Rollover(rollover, cap.map(most -> AmountText.in(edit, most)), reset);
                return edit.limit(category, money, per, from.orElse(edit.today()), rolling);
            });
            budget.keepPoint();
            spec.commandLine().getOut().println(line(limit));
        });
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes all limits of a category.")
    void remove(
            @Mixin Database where, @Parameters(paramLabel = "CATEGORY", description = "Such as Fun.") String category) {
        try (Budget budget = where.open()) {
            budget.change(
                    Budget.LOCAL, edit -> edit.removeLimits(edit.categories().resolve(category)));
            budget.keepPoint();
            spec.commandLine().getOut().println(category + " has no limit any more.");
        }
    }

    private static String line(SoftLimit limit) {
        String stretch = limit.per() == Per.WEEK ? "week" : "pay period";
        return limit.category() + ": " + limit.amount() + " per " + stretch + " from " + limit.from()
                + rolling(limit.rollover());
    }

    private static String rolling(Rollover rollover) {
        String what = switch (rollover.policy()) {
            case NONE -> "";
            case SURPLUS -> ", what is left rolls over";
            case DEFICIT -> ", what is overspent rolls over";
            case BOTH -> ", what is left or overspent rolls over";
        };
        return what
                + rollover.cap().map(most -> " up to " + most).orElse("")
                + (rollover.reset() ? ", starts afresh" : "");
    }
}
