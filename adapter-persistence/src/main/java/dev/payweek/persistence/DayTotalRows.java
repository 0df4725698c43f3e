package dev.payweek.persistence;

import static dev.payweek.persistence.Fixed.any;
import static dev.payweek.persistence.Fixed.each;
import static dev.payweek.persistence.schema.tables.DayTotal.DAY_TOTAL;
import static java.util.Comparator.comparing;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.period.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * The totals of the days. What entries add to them is summed up here first and written once, so that an import of many
 * rows touches each day once.
 */
final class DayTotalRows {

    private record Key(LocalDate date, EntryKind kind, Optional<CategoryPath> category) {
        static Key of(DayTotal total) {
            return new Key(total.date(), total.kind(), total.category());
        }
    }

    private static final Fixed ADD = new Fixed(jooq -> jooq.update(DAY_TOTAL)
            .set(DAY_TOTAL.MINOR_UNITS, DAY_TOTAL.MINOR_UNITS.plus(any(DAY_TOTAL.MINOR_UNITS)))
            .set(DAY_TOTAL.PORTIONS, DAY_TOTAL.PORTIONS.plus(any(DAY_TOTAL.PORTIONS)))
            .set(DAY_TOTAL.UNCATEGORISED, DAY_TOTAL.UNCATEGORISED.plus(any(DAY_TOTAL.UNCATEGORISED)))
            .where(sameKey()));

    private static final Fixed IN = new Fixed(jooq -> jooq.selectFrom(DAY_TOTAL)
            .where(DAY_TOTAL.LEDGER.eq(any(DAY_TOTAL.LEDGER)))
            .and(DAY_TOTAL.EPOCH_DAY.ge(any(DAY_TOTAL.EPOCH_DAY)))
            .and(DAY_TOTAL.EPOCH_DAY.lt(any(DAY_TOTAL.EPOCH_DAY))));

    private static final Fixed INSERT = new Fixed(
            jooq -> jooq.insertInto(DAY_TOTAL).columns(DAY_TOTAL.fields()).values(each(DAY_TOTAL.fields())));

    private static final Fixed REMOVE_EMPTY =
            new Fixed(jooq -> jooq.deleteFrom(DAY_TOTAL).where(sameKey()).and(DAY_TOTAL.PORTIONS.eq(DSL.inline(0L))));

    private final Link link;
    private final long ledger;
    private final Map<Key, DayTotal> added = new HashMap<>();

    DayTotalRows(Link link, long ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    private static Condition sameKey() {
        return DAY_TOTAL
                .LEDGER
                .eq(any(DAY_TOTAL.LEDGER))
                .and(DAY_TOTAL.EPOCH_DAY.eq(any(DAY_TOTAL.EPOCH_DAY)))
                .and(DAY_TOTAL.KIND.eq(any(DAY_TOTAL.KIND)))
                .and(DAY_TOTAL.CATEGORY.eq(any(DAY_TOTAL.CATEGORY)));
    }

    void add(DayTotal total) {
        added.merge(Key.of(total), total, DayTotal::plus);
    }

    List<DayTotal> in(DateSpan span) {
        flush();
        List<DayTotal> totals = new ArrayList<>(link.rows(IN, DAY_TOTAL, ledger, Days.first(span), Days.end(span))
                .map(DayTotalRows::total));
        totals.sort(comparing(DayTotal::date)
                .thenComparing(DayTotal::kind)
                .thenComparing(total -> total.category().map(CategoryPath::name).orElse("")));
        return totals;
    }

    private static DayTotal total(Record row) {
        return new DayTotal(
                Days.day(row.get(DAY_TOTAL.EPOCH_DAY)),
                EntryKind.valueOf(row.get(DAY_TOTAL.KIND)),
                Optional.of(row.get(DAY_TOTAL.CATEGORY))
                        .filter(name -> !name.isEmpty())
                        .map(CategoryPath::of),
                row.get(DAY_TOTAL.MINOR_UNITS),
                row.get(DAY_TOTAL.PORTIONS),
                row.get(DAY_TOTAL.UNCATEGORISED));
    }

    List<MonthTotal> byMonth(DateSpan span) {
        flush();
        var minorUnits = DSL.sum(DAY_TOTAL.MINOR_UNITS);
        var portions = DSL.sum(DAY_TOTAL.PORTIONS);
        List<MonthTotal> totals = new ArrayList<>(link.jooq()
                .select(DAY_TOTAL.PROLEPTIC_MONTH, DAY_TOTAL.CATEGORY, minorUnits, portions)
                .from(DAY_TOTAL)
                .where(DAY_TOTAL.LEDGER.eq(ledger))
                .and(Days.in(span, DAY_TOTAL.EPOCH_DAY))
                .and(DAY_TOTAL.KIND.eq(EntryKind.EXPENSE.name()))
                .groupBy(DAY_TOTAL.PROLEPTIC_MONTH, DAY_TOTAL.CATEGORY)
                .fetch(row -> new MonthTotal(
                        YearMonth.of(0, 1).plusMonths(row.value1()),
                        CategoryPath.of(row.value2()),
                        row.value3().longValueExact(),
                        row.value4().longValueExact())));
        totals.sort(comparing(MonthTotal::month)
                .thenComparing(total -> total.category().name()));
        return totals;
    }

    void flush() {
        added.forEach(this::write);
        added.clear();
    }

    private void write(Key key, DayTotal change) {
        int day = Days.number(key.date());
        String kind = key.kind().name();
        String category = key.category().map(CategoryPath::name).orElse("");
        boolean known = link.execute(
                        ADD, change.minorUnits(), change.count(), change.uncategorised(), ledger, day, kind, category)
                == 1;
        if (!known && change.count() != 0) {
            long month = key.date().getLong(ChronoField.PROLEPTIC_MONTH);
            link.execute(
                    INSERT,
                    ledger,
                    day,
                    kind,
                    category,
                    (int) month,
                    change.minorUnits(),
                    change.count(),
                    change.uncategorised());
        } else if (change.count() < 0) {
            link.execute(REMOVE_EMPTY, ledger, day, kind, category);
        }
    }
}
