package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.category.Category;
import dev.payweek.ledger.Account;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the ledger holds that a command may name. */
final class LedgerWords {

    /** A word, and what it is for. */
    record Word(String text, String about) {

        /** Returns whether it begins with what is typed, in large letters or small. */
        boolean beginsWith(String typed) {
            return text.regionMatches(true, 0, typed, 0, typed.length());
        }
    }

    /** A command whose things have names or numbers. */
    interface Naming {

        /** Returns what these are called in the command's help. */
        Set<String> labels();

        /** Returns those there are. */
        Stream<Word> words(BudgetView view);
    }

    private static final Set<String> ACCOUNTS = Set.of("--account", "--profile");

    private static final int CHANGES = 20;

    private Database database;

    LedgerWords(Database database) {
        this.database = database;
    }

    /** Looks into another ledger, which the line itself names. */
    void of(String url) {
        database = database.at(url);
    }

    /**
     * Returns what may stand in a place.
     *
     * @param command what the line begins with, below payweek itself
     * @param name the option, or the label of the parameter
     * @param label what the value is called in the help
     */
    List<Word> words(Object command, String name, String label) {
        if (label.startsWith("CATEGORY") || label.endsWith(" CATEGORY") || label.equals("ACTION")) {
            return looked(LedgerWords::categories);
        }
        if (label.equals("ACCOUNT") || ACCOUNTS.contains(name)) {
            return looked(view -> names(view.accounts().stream().map(Account::name)));
        }
        if (label.equals("VERSION")) {
            return looked(LedgerWords::lastChanges);
        }
        return command instanceof Naming naming && naming.labels().contains(label) ? looked(naming::words) : List.of();
    }

    /** Returns the categories that take something new. */
    static Stream<Word> categories(BudgetView view) {
        return names(view.categories().all().stream()
                .map(Category::path)
                .filter(path -> !view.categories().isArchived(path))
                .map(path -> path.name()));
    }

    private static Stream<Word> lastChanges(BudgetView view) {
        return view.changesAfter(view.version() - CHANGES, CHANGES).stream()
                .map(change -> new Word(Long.toString(change.version()), change.what()));
    }

    /** Returns names as they are. */
    static Stream<Word> names(Stream<String> names) {
        return names.map(name -> new Word(name, ""));
    }

    private List<Word> looked(Function<BudgetView, Stream<Word>> look) {
        try (Budget budget = database.openUnseen()) {
            return budget.read(view -> look.apply(view).toList());
        }
    }
}
