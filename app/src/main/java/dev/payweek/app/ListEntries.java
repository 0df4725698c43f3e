package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists entries. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists expenses, income or transfers, the newest first.")
final class ListEntries implements Runnable {

    private static final int INDENT = 8;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, inclusive.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "The last day, inclusive.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--q", paramLabel = "WORDS", description = "Words in title, bank text or note.")
    private Optional<String> words = Optional.empty();

    @Option(names = "--category", paramLabel = "CATEGORY", description = "A category and what is below it.")
    private Optional<String> category = Optional.empty();

    @Option(names = "--account", paramLabel = "NAME", description = "An account; a transfer is on both of its own.")
    private Optional<String> account = Optional.empty();

    @Option(names = "--min", paramLabel = "AMOUNT", description = "The smallest amount, inclusive.")
    private Optional<String> min = Optional.empty();

    @Option(names = "--max", paramLabel = "AMOUNT", description = "The largest amount, inclusive.")
    private Optional<String> max = Optional.empty();

    @Option(names = "--tag", paramLabel = "TAG", description = "A tag.")
    private Optional<String> tag = Optional.empty();

    @Option(
            names = "--kind",
            defaultValue = "expense",
            paramLabel = "expense|income|transfer",
            description = "What is listed (default: expense).")
    private EntryKind kind = EntryKind.EXPENSE;

    @Option(
            names = "--sort",
            defaultValue = "-date",
            paramLabel = "date|-date|amount|-amount",
            description = "The order, with - the largest or newest first (default: -date).")
    private String sort = "-date";

    @Option(names = "--json", description = "Prints the answer of GET /expenses, /income or /transfers.")
    private boolean json;

    @Override
    public void run() {
        if (json && tag.isPresent()) {
            throw new ParameterException(spec.commandLine(), "The API does not choose by tag; leave --json or --tag.");
        }
        try (Budget budget = database.openReadOnly()) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ApiOutput.print(budget, EntryText.path(kind), parameters(budget), out);
            } else {
                int columns = database.caller().terminal().columns();
                budget.use(view -> view.forEachEntry(query(view), entry -> {
                    if (tag.filter(one -> !entry.details().tags().contains(one)).isEmpty()) {
                        out.println(line(entry, columns));
                    }
                }));
            }
        }
    }

    private EntryQuery query(BudgetView view) {
        DateSpan span = new DateSpan(
                from.orElse(DateSpan.EARLIEST), to.orElse(DateSpan.LATEST).plusDays(1));
        EntryQuery all = EntryQuery.all(kind).during(span).ordered(order());
        all = category.map(name -> EntryText.category(view, name))
                .map(all::inCategory)
                .orElse(all);
        all = account.map(name -> EntryText.knownAccount(view, name))
                .map(all::onAccount)
                .orElse(all);
        all = words.map(all::containing).orElse(all);
        if (min.isPresent()) {
            all = all.atLeast(AmountText.ofLedger(view, min.get()).minorUnits());
        }
        return max.isPresent() ? all.atMost(AmountText.ofLedger(view, max.get()).minorUnits()) : all;
    }

    private EntryOrder order() {
        return switch (sort.toLowerCase(Locale.ROOT)) {
            case "date" -> EntryOrder.OLDEST_FIRST;
            case "-date" -> EntryOrder.NEWEST_FIRST;
            case "amount" -> EntryOrder.SMALLEST_FIRST;
            case "-amount" -> EntryOrder.LARGEST_FIRST;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "Sort by date, -date, amount or -amount, not by \"" + sort + "\".");
        };
    }

    private Map<String, List<String>> parameters(Budget budget) {
        Map<String, List<String>> query = new HashMap<>();
        from.ifPresent(day -> query.put("from", List.of(day.toString())));
        to.ifPresent(day -> query.put("to", List.of(day.toString())));
        words.ifPresent(text -> query.put("q", List.of(text)));
        category.ifPresent(path -> query.put("category", List.of(path)));
        account.ifPresent(name ->
                query.put("account", List.of(budget.<String>read(view -> EntryText.knownAccount(view, name)))));
        min.ifPresent(amount -> query.put("min", List.of(decimal(budget, amount))));
        max.ifPresent(amount -> query.put("max", List.of(decimal(budget, amount))));
        query.put("sort", List.of(sort));
        return query;
    }

    private static String decimal(Budget budget, String amount) {
        return budget.<String>read(
                view -> AmountText.ofLedger(view, amount).decimal().toPlainString());
    }

    /**
     * Where a line would not fit, title and category, or where a transfer went, have lines of their own, wrapped
     * nowhere within a word.
     */
    static String line(Entry entry, int columns) {
        String place = entry instanceof Expense expense
                ? EntryText.categories(expense)
                : EntryText.place(entry).strip();
        String figures = String.format(
                "%6d  %s  %12s",
                entry.id(), entry.date(), entry.amount().decimal().toPlainString());
        String title = entry.details().title();
        String line = (figures + String.format("  %-30s  %s", place, title)).stripTrailing();
        if (columns == Terminal.WIDEST || line.length() <= columns) {
            return line;
        }
        Lines lines = new Lines(columns).line(figures).sentence(INDENT, title);
        return (place.isEmpty() ? lines : lines.sentence(INDENT, place))
                .toString()
                .stripTrailing();
    }
}
