package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.EntryPart.ENTRY_PART;
import static dev.payweek.persistence.schema.tables.LedgerEntry.LEDGER_ENTRY;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.CaseFolding;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.persistence.table.EntryKinds;
import dev.payweek.refusal.Validation;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.EntryQuery.Only;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/**
 * A query for entries in SQL: the conditions, the order, and the place to begin after.
 *
 * <p>Entries in or below a category are asked for in branches that share no entry: those in it by one or more numbers,
 * and those of which a part is in it. Each branch then follows an index; a single condition with an "or" in it would go
 * over the whole ledger.
 */
final class EntryFilter {

    /** More numbers than these are asked for at once, as the branches of a statement are limited. */
    private static final int MOST_BRANCHES = 40;

    private static final int FIRST_DAY = DayNumber.first(DateSpan.ALWAYS);
    private static final int LAST_DAY = DayNumber.last(DateSpan.ALWAYS);

    private final long ledger;
    private final Names categories;
    private final Names accounts;

    EntryFilter(long ledger, Names categories, Names accounts) {
        this.ledger = ledger;
        this.categories = categories;
        this.accounts = accounts;
    }

    /** Returns conditions of which each entry that is meant fulfils one, to be followed in the query's order. */
    List<Condition> branches(EntryQuery query) {
        return branches(query, query.after(), MOST_BRANCHES);
    }

    /** Returns conditions of which each entry that is meant fulfils one, as few as there can be, from any place on. */
    List<Condition> unordered(EntryQuery query) {
        return branches(query, Optional.empty(), 0);
    }

    private List<Condition> branches(EntryQuery query, Optional<EntryCursor> place, int most) {
        if (query.text().filter(words -> !Validation.isPrintable(words)).isPresent()) {
            return List.of();
        }
        Optional<Long> account = query.account().flatMap(accounts::find);
        if (query.account().isPresent() && account.isEmpty()) {
            return List.of();
        }
        Condition rest = rest(query, account, place);
        if (query.category().isEmpty()) {
            boolean few = query.only() != Only.ALL;
            return List.of(
                    few
                            ? loosely(query, place).and(rest)
                            : closely(query, place).and(rest));
        }
        List<Long> wanted = within(query.category().get());
        if (query.kind() != EntryKind.EXPENSE || wanted.isEmpty()) {
            return List.of();
        }
        List<Condition> all = new ArrayList<>();
        if (wanted.size() <= most) {
            wanted.forEach(number -> all.add(days(query, place, LEDGER_ENTRY.DAY)
                    .and(LEDGER_ENTRY.CATEGORY.eq(number))
                    .and(rest)));
        } else {
            all.add(days(query, place, LEDGER_ENTRY.DAY)
                    .and(LEDGER_ENTRY.CATEGORY.in(wanted))
                    .and(rest));
        }
        all.add(loosely(query, place)
                .and(LEDGER_ENTRY.CATEGORY.notIn(wanted))
                .and(LEDGER_ENTRY.ID.in(DSL.select(ENTRY_PART.ENTRY)
                        .from(ENTRY_PART)
                        .where(ENTRY_PART.LEDGER.eq(ledger))
                        .and(ENTRY_PART.CATEGORY.in(wanted))))
                .and(rest));
        return all;
    }

    private Condition closely(EntryQuery query, Optional<EntryCursor> place) {
        return days(query, place, LEDGER_ENTRY.DAY).and(LEDGER_ENTRY.KIND.eq(EntryKinds.number(query.kind())));
    }

    /** Few entries are split or refunds: they are found by that, so the database must not go by the days instead. */
    private Condition loosely(EntryQuery query, Optional<EntryCursor> place) {
        return days(query, place, LEDGER_ENTRY.DAY.plus(0))
                .and(LEDGER_ENTRY.KIND.plus(0).eq(EntryKinds.number(query.kind())));
    }

    /**
     * Returns the condition on days, narrowed by the place that a page begins after, from where an index can be
     * followed. Days without an end are not asked for: a database then goes over the rows as they lie.
     */
    private Condition days(EntryQuery query, Optional<EntryCursor> place, Field<Integer> day) {
        int first = DayNumber.first(query.span());
        int last = DayNumber.last(query.span());
        if (place.isPresent() && query.order().isByDate()) {
            int from = DayNumber.ofEpochDay(place.get().key());
            first = query.order().isDescending() ? first : Math.max(first, from);
            last = query.order().isDescending() ? Math.min(last, from) : last;
        }
        Condition days = LEDGER_ENTRY.LEDGER.eq(ledger);
        days = first > FIRST_DAY ? days.and(day.ge(first)) : days;
        return last < LAST_DAY ? days.and(day.le(last)) : days;
    }

    private Condition rest(EntryQuery query, Optional<Long> account, Optional<EntryCursor> place) {
        List<Condition> all = new ArrayList<>();
        account.ifPresent(number -> all.add(LEDGER_ENTRY.ACCOUNT.eq(number)));
        query.minMinorUnits().ifPresent(least -> all.add(LEDGER_ENTRY.MINOR_UNITS.ge(least)));
        query.maxMinorUnits().ifPresent(most -> all.add(LEDGER_ENTRY.MINOR_UNITS.le(most)));
        query.text()
                .map(CaseFolding::fold)
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> all.add(
                        DSL.position(LEDGER_ENTRY.SEARCH_TEXT, DSL.val(words)).gt(0)));
        place.ifPresent(from -> all.add(after(from, query.order())));
        switch (query.only()) {
            case SPLIT ->
                all.add(LEDGER_ENTRY.ID.in(
                        DSL.selectDistinct(ENTRY_PART.ENTRY).from(ENTRY_PART).where(ENTRY_PART.LEDGER.eq(ledger))));
            case REFUNDS -> all.add(LEDGER_ENTRY.REFUND_OF.gt(0L));
            case ALL -> {
                // Nothing more is asked.
            }
        }
        return DSL.and(all);
    }

    private List<Long> within(CategoryPath path) {
        List<Long> found = new ArrayList<>();
        categories.all().forEach((name, number) -> {
            if (CategoryPath.of(name).isWithin(path)) {
                found.add(number);
            }
        });
        return found;
    }

    /** Returns what lies after a place in an order. */
    private static Condition after(EntryCursor place, EntryOrder order) {
        return order.isByDate()
                ? after(LEDGER_ENTRY.DAY, DayNumber.ofEpochDay(place.key()), place.id(), order)
                : after(LEDGER_ENTRY.MINOR_UNITS, place.key(), place.id(), order);
    }

    private static <T> Condition after(Field<T> field, T key, long id, EntryOrder order) {
        var position = DSL.row(field, LEDGER_ENTRY.ID);
        return order.isDescending() ? position.lt(key, id) : position.gt(key, id);
    }

    /** Returns the fields that an order sorts by. */
    static List<Field<?>> sortedBy(EntryOrder order) {
        return List.of(order.isByDate() ? LEDGER_ENTRY.DAY : LEDGER_ENTRY.MINOR_UNITS, LEDGER_ENTRY.ID);
    }

    /** Returns an order by the names that the columns have in a result. */
    static List<OrderField<?>> order(EntryOrder order) {
        List<OrderField<?>> all = new ArrayList<>();
        for (Field<?> sorted : sortedBy(order)) {
            Field<?> name = DSL.field(sorted.getUnqualifiedName());
            all.add(order.isDescending() ? name.desc() : name.asc());
        }
        return all;
    }
}
