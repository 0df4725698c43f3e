package dev.payweek.app;

import dev.payweek.app.LedgerWords.Word;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and arranges categories. */
@Command(name = "categories", mixinStandardHelpOptions = true, description = "Lists the categories.")
final class CategoriesCommand implements Runnable, LedgerWords.Naming {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--json", description = "Prints the answer of GET /categories.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.openReadOnly()) {
            if (json) {
                ApiOutput.print(
                        budget, "/categories", Map.of(), spec.commandLine().getOut());
            } else {
                budget.read(view -> {
                    view.categories()
                            .all()
                            .forEach(one -> spec.commandLine().getOut().println(line(one)));
                    return view.version();
                });
            }
        }
    }

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Adds a category or changes what it is.")
    void set(
            @Mixin Database where,
            @Parameters(paramLabel = "CATEGORY", description = "Such as Fun:Dining.") String category,
            @Option(names = "--fixed", description = "Its spending is not discretionary, as rent is not.")
                    boolean fixed,
            @Option(names = "--archived", description = "It is no longer used.") boolean archived) {
        where.change(edit -> edit.put(new Category(meant(edit, category), !fixed, archived)));
    }

    /** A name alone is that of a category there is, as everywhere; if there is none, of a new one of its own. */
    private static CategoryPath meant(BudgetView view, String name) {
        return view.categories().findLike(view.categories().resolve(name)).orElseGet(() -> CategoryPath.of(name));
    }

    @Command(
            name = "move",
            mixinStandardHelpOptions = true,
            description =
                    "Gives a category another name or place, such as: payweek categories move Other:Food Fun:Food")
    void move(
            @Mixin Database where,
            @Parameters(paramLabel = "FROM", description = "What it is called.") String from,
            @Parameters(paramLabel = "TO", description = "What it is to be called.") String to) {
        where.change(edit -> edit.moveCategory(EntryText.category(edit, from), CategoryPath.of(to)));
    }

    @Command(
            name = "merge",
            mixinStandardHelpOptions = true,
            description = "Makes one category of two: what was in the first is in the second.")
    void merge(
            @Mixin Database where,
            @Parameters(paramLabel = "FROM", description = "The one that goes.") String from,
            @Parameters(paramLabel = "INTO", description = "The one that stays.") String into) {
        where.change(edit -> edit.mergeCategory(EntryText.category(edit, from), EntryText.category(edit, into)));
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a category nothing uses.")
    void remove(
            @Mixin Database where,
            @Parameters(paramLabel = "CATEGORY", description = "Such as Fun:Dining.") String category) {
        where.change(edit -> edit.removeCategory(EntryText.category(edit, category)));
    }

    private static String line(Category category) {
        return "  ".repeat(category.path().level() - 1)
                + category.path().leaf()
                + (category.discretionary() ? "" : ", not discretionary")
                + (category.archived() ? ", archived" : "");
    }

    @Override
    public Set<String> labels() {
        return Set.of("FROM", "INTO");
    }

    @Override
    public Stream<Word> words(BudgetView view) {
        return LedgerWords.categories(view);
    }
}
