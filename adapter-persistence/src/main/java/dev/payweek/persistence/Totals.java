package dev.payweek.persistence;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.period.DateSpan;
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
final class Totals {

    private final Link link;
    private final LedgerRow ledger;
    private final Function<String, CategoryPath> paths;
    private final Map<Integer, Sums> added = new HashMap<>();
    private Optional<Sums> last = Optional.empty();
    private int lastDay;

    Totals(Link link, LedgerRow ledger, Function<String, CategoryPath> paths) {
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
    private Sums of(int day) {
        if (last.isEmpty() || day != lastDay) {
            lastDay = day;
            last = Optional.of(added.computeIfAbsent(day, number -> new Sums()));
        }
        return last.get();
    }

    void flush() {
        if (added.isEmpty()) {
            return;
        }
        Map<Integer, Sums> months = new TreeMap<>();
        List<SumTable.Row> rows = new ArrayList<>();
        new TreeMap<>(added).forEach((day, more) -> {
            more.days(write(SumTable.DAYS, day, more, rows));
            months.computeIfAbsent(Days.monthOf(day), number -> new Sums()).plus(more);
        });
        SumTable.DAYS.write(link, rows);
        rows.clear();
        months.forEach((month, more) -> ledger.months(ledger.months().plus(write(SumTable.MONTHS, month, more, rows))));
        SumTable.MONTHS.write(link, rows);
        added.clear();
        last = Optional.empty();
    }

    /** Notes the row as it is to be and returns what that changes of the tally it belongs to. */
    private Tally write(SumTable table, int number, Sums more, List<SumTable.Row> rows) {
        Optional<SumTable.Row> before = table.find(link, ledger.number(), number);
        Sums sums = before.map(SumTable.Row::sums).orElseGet(Sums::new);
        sums.plus(more);
        Tally change = before.map(row -> Tally.NONE.without(row.check())).orElse(Tally.NONE);
        if (sums.pruned().isEmpty()) {
            table.delete(link, ledger.number(), number);
            return change;
        }
        SumTable.Row after = table.made(ledger.number(), number, sums);
        rows.add(after);
        return change.with(after.check());
    }

    /** Returns all months, of which none is missing. */
    List<SumTable.Row> months() {
        flush();
        List<SumTable.Row> months =
                SumTable.MONTHS.between(link, ledger.number(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (!tally(months).equals(ledger.months())) {
            throw Damage.incomplete("The sums of the months");
        }
        return months;
    }

    /** Returns the days of a month, of which none is missing. */
    List<SumTable.Row> days(SumTable.Row month) {
        List<SumTable.Row> days =
                SumTable.DAYS.between(link, ledger.number(), Days.firstOf(month.number()), Days.lastOf(month.number()));
        requireAll(month, days);
        return days;
    }

    private static void requireAll(SumTable.Row month, List<SumTable.Row> days) {
        if (!tally(days).equals(month.days())) {
            throw Damage.incomplete("The sums of the days of " + Days.month(month.number()));
        }
    }

    static Tally tally(List<SumTable.Row> rows) {
        long digest = 0;
        for (SumTable.Row row : rows) {
            digest += row.check();
        }
        return new Tally(rows.size(), digest);
    }

    List<DayTotal> ofDays(DateSpan span) {
        flush();
        List<DayTotal> totals = new ArrayList<>();
        for (SumTable.Row day : days(Days.first(span), Days.end(span) - 1)) {
            day.forEach((kind, category, minorUnits, count, uncategorised) -> totals.add(new DayTotal(
                    Days.day(day.number()),
                    kind,
                    kind == EntryKind.EXPENSE ? Optional.of(paths.apply(category)) : Optional.empty(),
                    minorUnits,
                    count,
                    uncategorised)));
        }
        return totals;
    }

    /** Returns the days from one to another, both inclusive, after making sure that their months miss none. */
    private List<SumTable.Row> days(int first, int last) {
        if (first > last) {
            return List.of();
        }
        int firstMonth = Days.monthOf(first);
        int lastMonth = Days.monthOf(last);
        Map<Integer, List<SumTable.Row>> byMonth = new TreeMap<>();
        int from = Days.firstOf(firstMonth);
        int to = Days.lastOf(lastMonth);
        SumTable.DAYS
                .between(link, ledger.number(), from, to)
                .forEach(day -> byMonth.computeIfAbsent(Days.monthOf(day.number()), month -> new ArrayList<>())
                        .add(day));
        List<SumTable.Row> days = new ArrayList<>();
        for (SumTable.Row month : SumTable.MONTHS.between(link, ledger.number(), firstMonth, lastMonth)) {
            List<SumTable.Row> all =
                    Optional.ofNullable(byMonth.remove(month.number())).orElse(List.of());
            requireAll(month, all);
            all.stream()
                    .filter(day -> day.number() >= first && day.number() <= last)
                    .forEach(days::add);
        }
        if (!byMonth.isEmpty()) {
            throw Damage.incomplete("The sums of the months");
        }
        return days;
    }

    /** Adds up whole months from their sums, and only what is left at both ends from days. */
    List<MonthTotal> ofMonths(DateSpan span) {
        int first = Days.first(span);
        int last = Days.end(span) - 1;
        List<MonthTotal> totals = new ArrayList<>();
        for (SumTable.Row month : months()) {
            if (isWithin(month, first, last)) {
                YearMonth calendar = Days.month(month.number());
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

    /** Returns how many entries of the kind there are in the span. */
    long count(EntryKind kind, DateSpan span) {
        int first = Days.first(span);
        int last = Days.end(span) - 1;
        long count = 0;
        for (SumTable.Row month : months()) {
            if (isWithin(month, first, last)) {
                count += month.sums().entries(kind).count();
            } else if (overlaps(month, first, last)) {
                for (SumTable.Row day : days(month)) {
                    boolean inside = day.number() >= first && day.number() <= last;
                    count += inside ? day.sums().entries(kind).count() : 0;
                }
            }
        }
        return count;
    }

    private static boolean isWithin(SumTable.Row month, int first, int last) {
        return Days.firstOf(month.number()) >= first && Days.lastOf(month.number()) <= last;
    }

    static boolean overlaps(SumTable.Row month, int first, int last) {
        return Days.firstOf(month.number()) <= last && Days.lastOf(month.number()) >= first;
    }

    private static DateSpan part(SumTable.Row month, int first, int last) {
        int from = Math.max(first, Days.firstOf(month.number()));
        int to = Math.min(last, Days.lastOf(month.number()));
        return new DateSpan(Days.day(from), Days.day(to + 1));
    }
}
