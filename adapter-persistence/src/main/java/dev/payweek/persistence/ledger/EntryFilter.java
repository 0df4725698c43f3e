package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.EntryPart.ENTRY_PART;
import static dev.payweek.persistence.schema.tables.LedgerEntry.LEDGER_ENTRY;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.CaseFolding;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.persistence.table.EntryKinds;
import dev.payweek.refusal.Validation;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/** A query for entries in SQL: the conditions, the order, and the place to begin after. */
final class EntryFilter {

    private final long ledger;
    private final Names categories;
    private final Names accounts;

    EntryFilter(long ledger, Names categories, Names accounts) {
        this.ledger = ledger;
        this.categories = categories;
        this.accounts = accounts;
    }

    /** Returns what the query selects, its place aside; nothing can be selected when the result is empty. */
    Optional<Condition> selection(EntryQuery query) {
        List<Condition> all = new ArrayList<>();
        all.add(LEDGER_ENTRY.LEDGER.eq(ledger));
        all.add(LEDGER_ENTRY.KIND.eq(EntryKinds.number(query.kind())));
        all.add(LEDGER_ENTRY.DAY.ge(DayNumber.first(query.span())));
        all.add(LEDGER_ENTRY.DAY.le(DayNumber.last(query.span())));
        if (query.account().isPresent()) {
            Optional<Long> account = accounts.find(query.account().get());
            if (account.isEmpty()) {
                return Optional.empty();
            }
            all.add(LEDGER_ENTRY.ACCOUNT.eq(account.get()));
        }
        if (query.category().isPresent()) {
            List<Long> within = within(query.category().get());
            if (within.isEmpty()) {
                return Optional.empty();
            }
            all.add(isIn(within));
        }
        if (query.text().filter(words -> !Validation.isPrintable(words)).isPresent()) {
            return Optional.empty();
        }
        query.minMinorUnits().ifPresent(least -> all.add(LEDGER_ENTRY.MINOR_UNITS.ge(least)));
        query.maxMinorUnits().ifPresent(most -> all.add(LEDGER_ENTRY.MINOR_UNITS.le(most)));
        query.text()
                .map(CaseFolding::fold)
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> all.add(
                        DSL.position(LEDGER_ENTRY.SEARCH_TEXT, DSL.val(words)).gt(0)));
        switch (query.only()) {
            case SPLIT ->
                all.add(LEDGER_ENTRY.ID.in(
                        DSL.selectDistinct(ENTRY_PART.ENTRY).from(ENTRY_PART).where(ENTRY_PART.LEDGER.eq(ledger))));
            case REFUNDS -> all.add(LEDGER_ENTRY.REFUND_OF.isNotNull());
            case ALL -> {
                // Nothing more is asked.
            }
        }
        return Optional.of(DSL.and(all));
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

    /** Few expenses are split, so their parts are looked into only where there are any. */
    private static Condition isIn(List<Long> wanted) {
        Condition whole =
                wanted.size() == 1 ? LEDGER_ENTRY.CATEGORY.eq(wanted.get(0)) : LEDGER_ENTRY.CATEGORY.in(wanted);
        return whole.or(LEDGER_ENTRY
                .PARTS
                .gt(0)
                .and(DSL.exists(DSL.selectOne()
                        .from(ENTRY_PART)
                        .where(ENTRY_PART.LEDGER.eq(LEDGER_ENTRY.LEDGER))
                        .and(ENTRY_PART.ENTRY.eq(LEDGER_ENTRY.ID))
                        .and(ENTRY_PART.CATEGORY.in(wanted)))));
    }

    /** Returns what lies after a place in an order. */
    static Condition after(EntryCursor place, EntryOrder order) {
        return order.isByDate()
                ? after(LEDGER_ENTRY.DAY, DayNumber.ofEpochDay(place.key()), place.id(), order)
                : after(LEDGER_ENTRY.MINOR_UNITS, place.key(), place.id(), order);
    }

    private static <T> Condition after(Field<T> field, T key, long id, EntryOrder order) {
        var position = DSL.row(field, LEDGER_ENTRY.ID);
        return order.isDescending() ? position.lt(key, id) : position.gt(key, id);
    }

    /** Returns the fields that an order sorts by. */
    static List<OrderField<?>> fields(EntryOrder order) {
        Field<?> field = order.isByDate() ? LEDGER_ENTRY.DAY : LEDGER_ENTRY.MINOR_UNITS;
        return order.isDescending()
                ? List.of(field.desc(), LEDGER_ENTRY.ID.desc())
                : List.of(field.asc(), LEDGER_ENTRY.ID.asc());
    }
}
