package dev.payweek.app;

import dev.payweek.app.LedgerWords.Word;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Entry;
import dev.payweek.period.DateSpan;
import dev.payweek.rest.json.Json;
import dev.payweek.statement.TwinPair;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what may be one movement entered twice, and makes one of it or keeps it two. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Lists imported entries beside those made by hand that they may repeat; with the numbers of two,"
                + " makes one of them: the one made by hand stays and gets the bank's words.")
final class Merge implements Runnable, LedgerWords.Naming {

    private static final int PAIR = 2;
    private static final int GAP = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(
            arity = "0..2",
            paramLabel = "IMPORTED BY-HAND",
            hideParamSyntax = true,
            description = "The number of the entry an import brought, and of the one made by hand.")
    private List<Long> pair = List.of();

    @Option(names = "--apart", description = "Keeps the two as they are; they are not listed again.")
    private boolean apart;

    @Option(names = "--json", description = "Prints the pairs, or the entry that was made of two, as JSON.")
    private boolean json;

    @Override
    public void run() {
        if (pair.size() != PAIR && (apart || !pair.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "Two entries are named: the imported one, then the one made by hand.");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (pair.isEmpty()) {
            try (Budget budget = database.openReadOnly()) {
                List<TwinPair> twins = budget.read(BudgetView::twins);
                if (json) {
                    List<Object> pairs =
                            twins.stream().map(twin -> shape(budget, twin)).toList();
                    out.println(Json.text(Map.of("pairs", pairs)));
                } else {
                    list(twins, out);
                }
            }
            return;
        }
        long imported = pair.get(0);
        long byHand = pair.get(1);
        try (Budget budget = database.open()) {
            if (apart) {
                TwinPair kept = budget.<TwinPair>write(Budget.LOCAL, edit -> edit.keepApart(imported, byHand));
                out.println(
                        json
                                ? Json.text(shape(budget, kept))
                                : EntryText.line(kept.imported()) + "\n" + EntryText.line(kept.handMade()));
            } else {
                Entry made = budget.write(Budget.LOCAL, edit -> edit.merge(imported, byHand));
                out.println(json ? Json.text(shape(budget, made)) : EntryText.line(made));
            }
        }
    }

    /** Names what an import brought already of an entry just made by hand, which would count twice. */
    static void warn(BudgetView view, Entry made, PrintWriter out) {
        view.twins(DateSpan.of(made.date())).stream()
                .filter(twin -> twin.handMade().id() == made.id())
                .map(TwinPair::imported)
                .forEach(imported -> out.println(
                        "The bank has one like it: " + EntryText.line(imported).strip()
                                + "\nIf they are the same: payweek merge " + imported.id() + " " + made.id()));
    }

    /** An entry is what the API answers of it. */
    private static Object shape(Budget budget, Entry entry) {
        return ApiOutput.tree(budget, EntryText.path(entry) + "/" + entry.id(), Map.of());
    }

    private static Object shape(Budget budget, TwinPair twin) {
        return new TreeMap<>(
                Map.of("imported", shape(budget, twin.imported()), "by_hand", shape(budget, twin.handMade())));
    }

    private void list(List<TwinPair> twins, PrintWriter out) {
        if (twins.isEmpty()) {
            out.println("No imported entry looks like one made by hand.");
            return;
        }
        Lines lines = new Lines(database.caller().terminal().columns());
        int half = (lines.width() - GAP) / 2;
        lines.line(Lines.left("Imported", half + GAP) + "By hand");
        for (TwinPair twin : twins) {
            List<String> left = cell(twin.imported(), half);
            List<String> right = cell(twin.handMade(), half);
            lines.gap();
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                String beside = i < right.size() ? right.get(i) : "";
                lines.line((Lines.left(i < left.size() ? left.get(i) : "", half + GAP) + beside).stripTrailing());
            }
        }
        lines.gap()
                .sentence(
                        0,
                        "To make one of two: payweek merge IMPORTED BY-HAND; to keep both: payweek merge --apart"
                                + " IMPORTED BY-HAND. Either can be undone.");
        out.print(lines);
    }

    private static List<String> cell(Entry entry, int width) {
        return new Lines(width)
                .sentence(0, entry.id() + " " + entry.date() + " " + entry.amount())
                .sentence(0, entry.details().title() + EntryText.place(entry))
                .toString()
                .lines()
                .toList();
    }

    @Override
    public Set<String> labels() {
        return Set.of("IMPORTED BY-HAND");
    }

    @Override
    public Stream<Word> words(BudgetView view) {
        return view.twins().stream()
                .flatMap(twin -> Stream.of(twin.imported(), twin.handMade()))
                .distinct()
                .map(entry ->
                        new Word(Long.toString(entry.id()), entry.details().title()));
    }
}
