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

/**
 * Which entries are meant, and in which order. Everything given must hold.
 *
 * @param kind the kind of entry
 * @param span the days
 * @param category a category that the entry or one of its splits is in or below
 * @param account the account, exactly
 * @param text words that occur in title, bank text or note, without regard to letter case and with no character special
 * @param minMinorUnits the smallest amount, inclusive
 * @param maxMinorUnits the largest amount, inclusive
 * @param order the order
 * @param after the place after which to begin; from the start when absent
 * @param limit how many at most; all when absent
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
        OptionalInt limit) {

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
                OptionalInt.empty());
    }

    /** Returns this query for other days. */
    public EntryQuery in(DateSpan other) {
        return new EntryQuery(kind, other, category, account, text, minMinorUnits, maxMinorUnits, order, after, limit);
    }

    /** Returns this query for expenses in or below a category. */
    public EntryQuery inCategory(CategoryPath path) {
        return new EntryQuery(
                kind, span, Optional.of(path), account, text, minMinorUnits, maxMinorUnits, order, after, limit);
    }

    /** Returns this query for one account. */
    public EntryQuery onAccount(String name) {
        return new EntryQuery(
                kind, span, category, Optional.of(name), text, minMinorUnits, maxMinorUnits, order, after, limit);
    }

    /** Returns this query with another order. */
    public EntryQuery ordered(EntryOrder other) {
        return new EntryQuery(kind, span, category, account, text, minMinorUnits, maxMinorUnits, other, after, limit);
    }

    /** Returns this query for a page: so many entries after the place. */
    public EntryQuery page(Optional<EntryCursor> place, int size) {
        return new EntryQuery(
                kind, span, category, account, text, minMinorUnits, maxMinorUnits, order, place, OptionalInt.of(size));
    }

    /** Returns this query for at most so many entries. */
    EntryQuery limitedTo(int size) {
        return page(after, size);
    }

    /** Returns this query without a limit. */
    EntryQuery unlimited() {
        return new EntryQuery(
                kind, span, category, account, text, minMinorUnits, maxMinorUnits, order, after, OptionalInt.empty());
    }

    /** Tells whether the entry is meant, order, place and limit left aside. What every store must agree with. */
    public boolean selects(Entry entry) {
        long minorUnits = entry.amount().minorUnits();
        return entry.kind() == kind
                && span.contains(entry.date())
                && category.map(path -> isIn(entry, path)).orElse(true)
                && account.map(name -> entry.facts().account().equals(Optional.of(name)))
                        .orElse(true)
                && text.map(words -> entry.facts().searchText().contains(CaseFolding.fold(words)))
                        .orElse(true)
                && minorUnits >= minMinorUnits.orElse(Long.MIN_VALUE)
                && minorUnits <= maxMinorUnits.orElse(Long.MAX_VALUE);
    }

    private static boolean isIn(Entry entry, CategoryPath path) {
        return entry instanceof Expense expense
                && (expense.category().isWithin(path)
                        || expense.splits().stream()
                                .anyMatch(split -> split.category().isWithin(path)));
    }
}
