package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.store.EntryQuery;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists expenses. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists expenses, the newest first.")
final class ListExpenses implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, inclusive.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "The last day, inclusive.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--json", description = "Prints the answer of GET /expenses.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.open()) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ApiOutput.print(budget, "/expenses", query(), out);
            } else {
                DateSpan span = new DateSpan(
                        from.orElse(DateSpan.EARLIEST),
                        to.orElse(DateSpan.LATEST).plusDays(1));
                budget.read(view -> {
                    view.forEachEntry(
                            EntryQuery.all(EntryKind.EXPENSE).during(span), entry -> out.println(line(entry)));
                    return view.version();
                });
                out.flush();
            }
        }
    }

    private Map<String, List<String>> query() {
        Map<String, List<String>> query = new HashMap<>();
        from.ifPresent(day -> query.put("from", List.of(day.toString())));
        to.ifPresent(day -> query.put("to", List.of(day.toString())));
        return query;
    }

    private static String line(Entry entry) {
        String category = entry instanceof Expense expense ? expense.category().name() : "";
        return String.format(
                "%6d  %s  %12s  %-30s  %s",
                entry.id(),
                entry.date(),
                entry.amount().decimal().toPlainString(),
                category,
                entry.details().title());
    }
}
