package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.rest.json.Json;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreProvider.Access;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes over everything stored. Ends with 0 when all is sound and 1 when something is not. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Verifies everything stored and computes every total again; works beside a running service.")
final class Check implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--json", description = "Prints the outcome as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (Budget budget = database.open(Access.READ_ONLY)) {
            StoreCheck check = budget.check();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.text(shape(check)));
            } else {
                check.findings().forEach(finding -> out.println(finding.place() + ": " + finding.problem()));
                out.println((check.isSound() ? "All is sound: " : "Damage was found: ") + counted(check));
            }
            out.flush();
            return check.isSound() ? 0 : 1;
        }
    }

    private static Map<String, Object> shape(StoreCheck check) {
        return new TreeMap<>(Map.of(
                "sound", check.isSound(),
                "ledgers", check.ledgers(),
                "entries", check.entries(),
                "changes", check.changes(),
                "findings",
                        check.findings().stream()
                                .map(finding ->
                                        new TreeMap<>(Map.of("place", finding.place(), "problem", finding.problem())))
                                .toList()));
    }

    private static String counted(StoreCheck check) {
        return some(check.ledgers(), "ledger", "ledgers") + ", " + some(check.entries(), "entry", "entries") + ", "
                + some(check.changes(), "change", "changes") + ", "
                + some(check.findings().size(), "finding", "findings") + ".";
    }

    private static String some(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
