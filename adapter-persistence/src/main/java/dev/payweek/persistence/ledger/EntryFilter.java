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
 * and those of which a part is in it; so are transfers of an account, by either side. Each branch then follows an
 * index; a single condition with an "or" in it would go over the whole ledger.
 */
final class EntryFilter {

    /** More numbers than these are asked for at once, as the branches of a statement are limited. */
    private static final int MOST_BRANCHES = 40;

    private static final int FIRST_DAY = DayNumber.first(DateSpan.ALWAYS);
    private static final int LAST_DAY = DayNumber.last(DateSpan.ALWAYS);

    private final long ledger;
    private final EntryQuery query;
    private final List<Long> categories;
    private final Optional<Long> account;

    EntryFilter(long ledger, Names categories, Names accounts, EntryQuery query) {
        this.ledger = ledger;
        this.query = query;
        this.categories = query.category().map(path -> within(path, categories)).orElse(List.of());
        this.account = query.account().flatMap(accounts::find);
    }

    /** Returns what equals that of another query if all but the values of their statements is the same. */
    List<Object> shape() {
        int first = firstDay(query.after());
        int last = lastDay(query.after());
        return List.of(
                first > FIRST_DAY,
                last < LAST_DAY,
                query.account().isPresent(),
                sides().size(),
                categories.size(),
                query.minMinorUnits().isPresent(),
                query.maxMinorUnits().isPresent(),
                words().isPresent(),
                query.after().isPresent(),
                query.limit().isPresent(),
                query.order(),
                query.only());
    }

    /** Returns conditions of which each entry that is meant fulfils one, to be followed in the query's order. */
    List<Condition> branches() {
        return branches(query.after(), MOST_BRANCHES);
    }

    /** Returns conditions of which each entry that is meant fulfils one, as few as there can be, from any place on. */
    List<Condition> unordered() {
        return branches(Optional.empty(), 0);
    }

    private List<Condition> branches(Optional<EntryCursor> place, int most) {
        if (query.text().filter(words -> !Validation.isPrintable(words)).isPresent()) {
            return List.of();
        }
        if (query.account().isPresent() && account.isEmpty()) {
            return List.of();
        }
        Condition rest = rest(place);
        if (query.category().isEmpty()) {
            Condition found = query.only() == Only.ALL ? closely(place) : loosely(place);
            return sides().stream().map(side -> found.and(side).and(rest)).toList();
        }
        if (query.kind() != EntryKind.EXPENSE || categories.isEmpty()) {
            return List.of();
        }
        List<Condition> all = new ArrayList<>();
        if (categories.size() <= most) {
            categories.forEach(number -> all.add(days(place, LEDGER_ENTRY.DAY)
                    .and(LEDGER_ENTRY.CATEGORY.eq(number))
                    .and(onAccount())
                    .and(rest)));
        } else {
            all.add(days(place, LEDGER_ENTRY.DAY)
                    .and(LEDGER_ENTRY.CATEGORY.in(categories))
                    .and(onAccount())
                    .and(rest));
        }
        all.add(loosely(place)
                .and(LEDGER_ENTRY.CATEGORY.notIn(categories))
                .and(LEDGER_ENTRY.ID.in(DSL.select(ENTRY_PART.ENTRY)
                        .from(ENTRY_PART)
                        .where(ENTRY_PART.LEDGER.eq(ledger))
                        .and(ENTRY_PART.CATEGORY.in(categories))))
                .and(onAccount())
                .and(rest));
        return all;
    }

    /** A transfer is on the account it is of or on the one it went to, which are never the same. */
    private List<Condition> sides() {
        return account.isPresent() && query.kind() == EntryKind.TRANSFER
                ? List.of(onAccount(), LEDGER_ENTRY.TO_ACCOUNT.eq(account.get()))
                : List.of(onAccount());
    }

    private Condition onAccount() {
        return account.map(LEDGER_ENTRY.ACCOUNT::eq).orElse(DSL.noCondition());
    }

    private Condition closely(Optional<EntryCursor> place) {
        return days(place, LEDGER_ENTRY.DAY).and(LEDGER_ENTRY.KIND.eq(EntryKinds.number(query.kind())));
    }

    /** Few entries are split or refunds: they are found by that, so the database must not go by the days instead. */
    private Condition loosely(Optional<EntryCursor> place) {
        return days(place, LEDGER_ENTRY.DAY.plus(0))
                .and(LEDGER_ENTRY.KIND.plus(0).eq(EntryKinds.number(query.kind())));
    }

    /**
     * Returns the condition on days, narrowed by the place that a page begins after, from where an index can be
     * followed. Days without an end are not asked for: a database then goes over the rows as they lie.
     */
    private Condition days(Optional<EntryCursor> place, Field<Integer> day) {
        int first = firstDay(place);
        int last = lastDay(place);
        Condition days = LEDGER_ENTRY.LEDGER.eq(ledger);
        days = first > FIRST_DAY ? days.and(day.ge(first)) : days;
        return last < LAST_DAY ? days.and(day.le(last)) : days;
    }

    private int firstDay(Optional<EntryCursor> place) {
        int first = DayNumber.first(query.span());
        return place.isPresent() && query.order().isByDate() && !query.order().isDescending()
                ? Math.max(first, DayNumber.ofEpochDay(place.get().key()))
                : first;
    }

    private int lastDay(Optional<EntryCursor> place) {
        int last = DayNumber.last(query.span());
        return place.isPresent() && query.order().isByDate() && query.order().isDescending()
                ? Math.min(last, DayNumber.ofEpochDay(place.get().key()))
                : last;
    }

    private Optional<String> words() {
        return query.text().map(CaseFolding::fold).filter(words -> !words.isEmpty());
    }

    private Condition rest(Optional<EntryCursor> place) {
        List<Condition> all = new ArrayList<>();
        query.minMinorUnits().ifPresent(least -> all.add(LEDGER_ENTRY.MINOR_UNITS.ge(least)));
        query.maxMinorUnits().ifPresent(most -> all.add(LEDGER_ENTRY.MINOR_UNITS.le(most)));
        words().ifPresent(words ->
                all.add(DSL.position(LEDGER_ENTRY.SEARCH_TEXT, DSL.val(words)).gt(0)));
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

    private static List<Long> within(CategoryPath path, Names categories) {
        List<Long> found = new ArrayList<>();
        categories.all().values().forEach(number -> {
            if (categories.path(number).isWithin(path)) {
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
