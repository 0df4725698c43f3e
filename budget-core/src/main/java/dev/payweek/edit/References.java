package dev.payweek.edit;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryKind;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.util.Arrays;

/**
 * What something else still names, and so cannot be removed: {@code
 * References.account(reader, "Checking")}. Safe for use by any number of threads.
 */
public final class References {

    private References() {}

    /** Returns whether entries, limits or rules name the category or one below it, or categories lie below it. */
    public static boolean category(LedgerReader ledger, CategoryPath path) {
        return ledger.countEntries(EntryQuery.all(EntryKind.EXPENSE).inCategory(path)) > 0
                || Kinds.SMALL.stream().anyMatch(kind -> names(kind, ledger, path));
    }

    private static <T> boolean names(Kind<T> kind, LedgerReader ledger, CategoryPath path) {
        return ledger.all(kind).stream()
                .flatMap(thing -> kind.categories(thing).stream())
                .anyMatch(named -> named.isWithin(path));
    }

    /** Returns whether entries name the account. */
    public static boolean account(LedgerReader ledger, String name) {
        return Arrays.stream(EntryKind.values())
                .anyMatch(kind -> ledger.countEntries(EntryQuery.all(kind).onAccount(name)) > 0);
    }
}
