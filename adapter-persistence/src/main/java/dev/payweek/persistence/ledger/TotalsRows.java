package dev.payweek.persistence.ledger;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.Checksum;
import dev.payweek.persistence.table.DayNumber;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The sums of days and months. What entries add to them is summed up here first and written once, so that an import of
 * many rows touches each day once.
 *
 * <p>Days are read by whole months, since a month knows what its days come to, and months all together, since the
 * ledger knows that of its months: a row that was lost is missed.
 */
final class TotalsRows {

    private final Session link;
    private final LedgerRow ledger;
    private final Function<String, CategoryPath> paths;
    private final Map<Integer, Totals> added = new HashMap<>();
    private Optional<Totals> last = Optional.empty();
    private int lastDay;

    TotalsRows(Session link, LedgerRow ledger, Function<String, CategoryPath> paths) {
        this.link = link;
        this.ledger = ledger;
        this.paths = paths;
    }

    void add(Entry entry, int day, long check) {
        of(day).add(entry, check);
    }

    void subtract(Entry entry, int day, long check) {
        of(day).subtract(entry, check);
    }

    /** Rows of a day mostly follow each other. */
    private Totals of(int day) {
        if (last.isEmpty() || day != lastDay) {
            lastDay = day;
            last = Optional.of(added.computeIfAbsent(day, number -> new Totals()));
        }
        return last.get();
    }

    void flush() {
        if (added.isEmpty()) {
            return;
        }
        Map<Integer, Totals> months = new TreeMap<>();
        List<TotalsTable.Row> rows = new ArrayList<>();
        new TreeMap<>(added).forEach((day, more) -> {
            more.days(write(TotalsTable.DAYS, day, more, rows));
            months.computeIfAbsent(DayNumber.monthOf(day), number -> new Totals())
                    .plus(more);
        });
        write(TotalsTable.DAYS, rows);
        rows.clear();
        months.forEach(
                (month, more) -> ledger.months(ledger.months().plus(write(TotalsTable.MONTHS, month, more, rows))));
        write(TotalsTable.MONTHS, rows);
        added.clear();
        last = Optional.empty();
    }

    /** Notes the row as it is to be and returns what that changes of the tally it belongs to. */
    private Checksum write(TotalsTable table, int number, Totals more, List<TotalsTable.Row> rows) {
        Optional<TotalsTable.Row> before = find(table, number);
        Totals sums = before.map(TotalsTable.Row::sums).orElseGet(Totals::new);
        sums.plus(more);
        Checksum change = before.map(row -> Checksum.NONE.without(row.check())).orElse(Checksum.NONE);
        if (sums.pruned().isEmpty()) {
            table.delete(link, ledger.number(), number);
            ledger.recent().noSums(table, ledger.number(), number);
            return change;
        }
        TotalsTable.Row after = table.made(ledger.number(), number, sums);
        rows.add(after);
        return change.with(after.check());
    }

    private Optional<TotalsTable.Row> find(TotalsTable table, int number) {
        Optional<TotalsTable.Row> recent = ledger.recent().sums(table, ledger.number(), number);
        return recent.isPresent() ? recent : table.find(link, ledger.number(), number);
    }

    private void write(TotalsTable table, List<TotalsTable.Row> rows) {
        table.write(link, rows);
        rows.forEach(row -> ledger.recent().sums(table, ledger.number(), row));
    }

    /** Returns all months, of which none is missing. */
    List<TotalsTable.Row> months() {
        flush();
        List<TotalsTable.Row> months =
                TotalsTable.MONTHS.between(link, ledger.number(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (!tally(months).equals(ledger.months())) {
            throw CorruptData.incomplete("The sums of the months");
        }
        return months;
    }

    /** Returns the days of a month, of which none is missing. */
    List<TotalsTable.Row> days(TotalsTable.Row month) {
        List<TotalsTable.Row> days = TotalsTable.DAYS.between(
                link, ledger.number(), DayNumber.firstOf(month.number()), DayNumber.lastOf(month.number()));
        requireAll(month, days);
        return days;
    }

    private static void requireAll(TotalsTable.Row month, List<TotalsTable.Row> days) {
        if (!tally(days).equals(month.days())) {
            throw CorruptData.incomplete("The sums of the days of " + DayNumber.month(month.number()));
        }
    }

    static Checksum tally(List<TotalsTable.Row> rows) {
        long digest = 0;
        for (TotalsTable.Row row : rows) {
            digest += row.check();
        }
        return new Checksum(rows.size(), digest);
    }

    List<DayTotal> ofDays(DateSpan span) {
        flush();
        List<DayTotal> totals = new ArrayList<>();
        for (TotalsTable.Row day : days(DayNumber.first(span), DayNumber.last(span))) {
            day.forEach((kind, category, minorUnits, count, uncategorised) -> totals.add(new DayTotal(
                    DayNumber.day(day.number()),
                    kind,
                    kind == EntryKind.EXPENSE ? Optional.of(paths.apply(category)) : Optional.empty(),
                    minorUnits,
                    count,
                    uncategorised)));
        }
        return totals;
    }

    /** Returns the days from one to another, both inclusive, after making sure that their months miss none. */
    private List<TotalsTable.Row> days(int first, int last) {
        if (first > last) {
            return List.of();
        }
        int firstMonth = DayNumber.monthOf(first);
        int lastMonth = DayNumber.monthOf(last);
        Map<Integer, List<TotalsTable.Row>> byMonth = new TreeMap<>();
        int from = DayNumber.firstOf(firstMonth);
        int to = DayNumber.lastOf(lastMonth);
        TotalsTable.DAYS
                .between(link, ledger.number(), from, to)
                .forEach(day -> byMonth.computeIfAbsent(DayNumber.monthOf(day.number()), month -> new ArrayList<>())
                        .add(day));
        List<TotalsTable.Row> days = new ArrayList<>();
        for (TotalsTable.Row month : TotalsTable.MONTHS.between(link, ledger.number(), firstMonth, lastMonth)) {
            List<TotalsTable.Row> all =
                    Optional.ofNullable(byMonth.remove(month.number())).orElse(List.of());
            requireAll(month, all);
            all.stream()
                    .filter(day -> day.number() >= first && day.number() <= last)
                    .forEach(days::add);
        }
        if (!byMonth.isEmpty()) {
            throw CorruptData.incomplete("The sums of the months");
        }
        return days;
    }

    /** Adds up whole months from their sums, and only what is left at both ends from days. */
    List<MonthTotal> ofMonths(DateSpan span) {
        int first = DayNumber.first(span);
        int last = DayNumber.last(span);
        List<MonthTotal> totals = new ArrayList<>();
        for (TotalsTable.Row month : months()) {
            if (isWithin(month, first, last)) {
                YearMonth calendar = DayNumber.month(month.number());
                month.forEach((kind, category, minorUnits, count, uncategorised) -> {
                    if (kind == EntryKind.EXPENSE) {
                        totals.add(new MonthTotal(calendar, paths.apply(category), minorUnits, count));
                    }
                });
            } else if (overlaps(month, first, last)) {
                totals.addAll(MonthTotal.of(ofDays(part(month, first, last))));
            }
        }
        return totals;
    }

    /** Returns how many entries of the kind there are in the span, and what their checks come to. */
    Checksum entries(EntryKind kind, DateSpan span) {
        int first = DayNumber.first(span);
        int last = DayNumber.last(span);
        Checksum entries = Checksum.NONE;
        for (TotalsTable.Row month : months()) {
            if (isWithin(month, first, last)) {
                entries = entries.plus(month.sums().entries(kind));
            } else if (overlaps(month, first, last)) {
                for (TotalsTable.Row day : days(month)) {
                    boolean inside = day.number() >= first && day.number() <= last;
                    entries = inside ? entries.plus(day.sums().entries(kind)) : entries;
                }
            }
        }
        return entries;
    }

    private static boolean isWithin(TotalsTable.Row month, int first, int last) {
        return DayNumber.firstOf(month.number()) >= first && DayNumber.lastOf(month.number()) <= last;
    }

    static boolean overlaps(TotalsTable.Row month, int first, int last) {
        return DayNumber.firstOf(month.number()) <= last && DayNumber.lastOf(month.number()) >= first;
    }

    private static DateSpan part(TotalsTable.Row month, int first, int last) {
        int from = Math.max(first, DayNumber.firstOf(month.number()));
        int to = Math.min(last, DayNumber.lastOf(month.number()));
        return new DateSpan(DayNumber.day(from), DayNumber.day(to).plusDays(1));
    }
}
