package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.store.Change;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what was changed. */
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description = "Lists what was changed, the last at the end; payweek undo takes it back.")
final class Changes implements Runnable {

    private static final int MOST_AT_ONCE = 1_000;

    /** How many changes are listed unless more are asked for. */
    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(
            names = "--since",
            paramLabel = "VERSION",
            description = "The version after which to begin (default: the last 20 changes).")
    private Long since = Long.MIN_VALUE;

    @Option(names = "--json", description = "Prints the answer of GET /changes.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.openReadOnly()) {
            long after = since == Long.MIN_VALUE ? budget.<Long>read(view -> view.version() - SHOWN) : since;
            if (json) {
                Map<String, List<String>> query = Map.of("since", List.of(Long.toString(Math.max(0, after))));
                ApiOutput.print(budget, "/changes", query, spec.commandLine().getOut());
            } else {
                budget.read(view -> {
                    view.changesAfter(after, MOST_AT_ONCE)
                            .forEach(change -> spec.commandLine().getOut().println(line(change)));
                    return view.version();
                });
            }
        }
    }

    private static String line(Change change) {
        return change.version() + "  " + change.at() + "  " + change.who() + "  " + change.what();
    }
}
