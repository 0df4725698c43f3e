package dev.payweek.app;

import dev.payweek.budget.BudgetView;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Transfer;
import dev.payweek.refusal.LedgerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries in lines for the terminal. */
final class EntryText {

    private EntryText() {}

    /** Returns the categories of an expense, of which a split one has several. */
    static String categories(Expense expense) {
        return expense.splits().isEmpty()
                ? expense.category().name()
                : "split: "
                        + expense.splits().stream()
                                .map(part -> part.category().name())
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    /** Returns an entry in a line, as commands say what they made or changed. */
    static String line(Entry entry) {
        return entry.id() + "  " + entry.date() + "  " + entry.amount() + "  "
                + entry.details().title() + place(entry);
    }

    /** Returns an entry in a line, and a line for each part it is split into. */
    static List<String> lines(Entry entry) {
        List<String> lines = new ArrayList<>(List.of(line(entry)));
        if (entry instanceof Expense expense) {
            expense.splits().forEach(part -> lines.add("  " + part.amount() + "  " + part.category()));
        }
        return lines;
    }

    /** Returns where an entry belongs, to follow its title. */
    static String place(Entry entry) {
        if (entry instanceof Expense expense) {
            return expense.splits().isEmpty() ? " in " + expense.category() : ", split";
        }
        return entry instanceof Transfer transfer ? way(transfer) : "";
    }

    /** Returns from where to where, as far as it is known; what has a negative amount came to the account it is on. */
    private static String way(Transfer transfer) {
        Optional<String> on = transfer.details().account();
        boolean left = !transfer.amount().isNegative();
        return (left ? on : transfer.toAccount()).map(name -> " from " + name).orElse("")
                + (left ? transfer.toAccount() : on).map(name -> " to " + name).orElse("");
    }

    /** Returns where the API keeps entries of this one's kind. */
    static String path(Entry entry) {
        return path(entry.kind());
    }

    /** Returns where the API keeps entries of a kind. */
    static String path(EntryKind kind) {
        return switch (kind) {
            case EXPENSE -> "/expenses";
            case INCOME -> "/income";
            case TRANSFER -> "/transfers";
        };
    }

    /** Returns the account that is meant; who types it in small letters means the one there is, and no second one. */
    static String account(BudgetView view, String name) {
        List<String> alike = view.accounts().stream()
                .map(Account::name)
                .filter(name::equalsIgnoreCase)
                .toList();
        return alike.size() == 1 ? alike.get(0) : name;
    }

    /** Returns the account that is meant, which has to be there: of one that is not, nothing is no answer. */
    static String knownAccount(BudgetView view, String name) {
        String meant = account(view, name);
        List<String> all = view.accounts().stream().map(Account::name).toList();
        if (!all.contains(meant)) {
            throw LedgerException.notFound("There is no account \"" + name + "\"" + NearWords.question(name, all));
        }
        return meant;
    }

    /** Returns the category that is meant, which has to be there: a slip of the pen is no empty category. */
    static CategoryPath category(BudgetView view, String name) {
        return view.categories()
                .findLike(view.categories().resolve(name))
                .orElseThrow(() -> LedgerException.notFound(
                        "There is no category \"" + name + "\"" + NearWords.question(name, names(view))));
    }

    private static List<String> names(BudgetView view) {
        return view.categories().all().stream()
                .flatMap(one -> Stream.of(one.path().name(), one.path().leaf()))
                .distinct()
                .toList();
    }
}
