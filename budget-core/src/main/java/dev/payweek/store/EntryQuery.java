package dev.payweek.store;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.CaseFolding;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Which entries are meant, and in which order. Everything given must hold.
 *
 * <pre>{@code
 * budget.add(EntryDraft.expense(Money.of("4.50", "USD"), "Corner Coffee").category("Fun:Coffee"));
 * var query = EntryQuery.all(EntryKind.EXPENSE).inCategory(CategoryPath.of("Fun")).first(20);
 * budget.<Long>read(view -> view.countEntries(query));    // 1
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param kind the kind of entry
 * @param span the days
 * @param category a category that the entry or one of its splits is in or below
 * @param account an account that the entry is on, exactly; a transfer is on the one it left and on the one it reached
 * @param text words that occur in title, bank text or note, without regard to letter case and with no character special
 * @param minMinorUnits the smallest amount in minor units, inclusive
 * @param maxMinorUnits the largest amount in minor units, inclusive
 * @param order the order
 * @param after the place after which to begin; from the start when absent
 * @param limit how many at most; all when absent
 * @param only whether only expenses are meant that are split, or that are refunds
 */
public record EntryQuery(
        EntryKind kind,
        DateSpan span,
        Optional<CategoryPath> category,
        Optional<String> account,
        Optional<String> text,
        OptionalLong minMinorUnits,
        OptionalLong maxMinorUnits,
        EntryOrder order,
        Optional<EntryCursor> after,
        OptionalInt limit,
        Only only) {

    /** Which entries are meant besides all other filters. */
    public enum Only {
        /** All of them. */
        ALL,
        /** Expenses split into parts. */
        SPLIT,
        /** Expenses that are refunds of others. */
        REFUNDS;

        boolean selects(Entry entry) {
            return switch (this) {
                case ALL -> true;
                case SPLIT ->
                    entry instanceof Expense expense && !expense.splits().isEmpty();
                case REFUNDS ->
                    entry instanceof Expense expense && expense.refundOf().isPresent();
            };
        }
    }

    /** Returns all entries of a kind, the newest first. */
    public static EntryQuery all(EntryKind kind) {
        return new EntryQuery(
                kind,
                DateSpan.ALWAYS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                EntryOrder.NEWEST_FIRST,
                Optional.empty(),
                OptionalInt.empty(),
                Only.ALL);
    }

    /** Returns this query for other days. */
    public EntryQuery during(DateSpan other) {
        return new EntryQuery(
                kind, other, category, account, text, minMinorUnits, maxMinorUnits, order, after, limit, only);
    }

    /** Returns this query for expenses in or below a category. */
    public EntryQuery inCategory(CategoryPath path) {
        return new EntryQuery(
                kind, span, Optional.of(path), account, text, minMinorUnits, maxMinorUnits, order, after, limit, only);
    }

    /** Returns this query for one account; a transfer is on both of its own. */
    public EntryQuery onAccount(String name) {
        return new EntryQuery(
                kind, span, category, Optional.of(name), text, minMinorUnits, maxMinorUnits, order, after, limit, only);
    }

    /** Returns this query for entries that hold the words. */
    public EntryQuery containing(String words) {
        return new EntryQuery(
                kind,
                span,
                category,
                account,
                Optional.of(words),
                minMinorUnits,
                maxMinorUnits,
                order,
                after,
                limit,
                only);
    }

    /** Returns this query for amounts of at least so many minor units, inclusive. */
    public EntryQuery atLeast(long minorUnits) {
        return within(OptionalLong.of(minorUnits), maxMinorUnits);
    }

    /** Returns this query for amounts of at most so many minor units, inclusive. */
    public EntryQuery atMost(long minorUnits) {
        return within(minMinorUnits, OptionalLong.of(minorUnits));
    }

    private EntryQuery within(OptionalLong min, OptionalLong max) {
        return new EntryQuery(kind, span, category, account, text, min, max, order, after, limit, only);
    }

    /** Returns this query for what is linked in a way. */
    public EntryQuery only(Only which) {
        return new EntryQuery(
                kind, span, category, account, text, minMinorUnits, maxMinorUnits, order, after, limit, which);
    }

    /** Returns this query with another order. */
    public EntryQuery ordered(EntryOrder other) {
        return new EntryQuery(
                kind, span, category, account, text, minMinorUnits, maxMinorUnits, other, after, limit, only);
    }

    /** Returns this query for what comes after a place in its order. */
    public EntryQuery startingAfter(EntryCursor place) {
        return new EntryQuery(
                kind,
                span,
                category,
                account,
                text,
                minMinorUnits,
                maxMinorUnits,
                order,
                Optional.of(place),
                limit,
                only);
    }

    /** Returns this query for at most so many entries. */
    public EntryQuery first(int size) {
        return limited(OptionalInt.of(size));
    }

    /** Returns this query without a limit. */
    public EntryQuery unlimited() {
        return limited(OptionalInt.empty());
    }

    private EntryQuery limited(OptionalInt most) {
        return new EntryQuery(
                kind, span, category, account, text, minMinorUnits, maxMinorUnits, order, after, most, only);
    }

    /** Returns this query for everything it selects, without a place to begin after and without a limit. */
    public EntryQuery fromStart() {
        return new EntryQuery(
                kind,
                span,
                category,
                account,
                text,
                minMinorUnits,
                maxMinorUnits,
                order,
                Optional.empty(),
                OptionalInt.empty(),
                only);
    }

    /**
     * Returns the test of whether an entry is meant, order, place and limit left aside. What every store must agree
     * with. It is made ready once, to be asked of many entries.
     */
    public Predicate<Entry> selection() {
        Optional<String> words = text.map(CaseFolding::fold);
        long least = minMinorUnits.orElse(Long.MIN_VALUE);
        long most = maxMinorUnits.orElse(Long.MAX_VALUE);
        return entry -> entry.kind() == kind
                && span.contains(entry.date())
                && (category.isEmpty() || isIn(entry, category.get()))
                && (account.isEmpty() || entry.accounts().contains(account.get()))
                && entry.amount().minorUnits() >= least
                && entry.amount().minorUnits() <= most
                && only.selects(entry)
                && (words.isEmpty() || entry.details().searchText().contains(words.get()));
    }

    private static boolean isIn(Entry entry, CategoryPath path) {
        return entry instanceof Expense expense
                && (expense.category().isWithin(path)
                        || expense.splits().stream()
                                .anyMatch(split -> split.category().isWithin(path)));
    }
}
