package dev.payweek.period;

import dev.payweek.refusal.LedgerException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often pay comes, before weekends and holidays are looked at.
 *
 * <p>Each cadence counts its paydays by whole numbers and computes the n-th straight from its definition, never by
 * stepping from the one before. So a payday on the 31st is still the 31st after a February:
 *
 * <pre>{@code
 * var days = PaySchedule.of(new Cadence.Monthly(31)).planned(DateSpan.ofDays(LocalDate.of(2026, 2, 1), 59));
 * days.get(0).date();    // 2026-02-28
 * days.get(1).date();    // 2026-03-31
 * }</pre>
 *
 * <p>A number out of range is refused with the problem {@code "out_of_range"} when a cadence is created.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public sealed interface Cadence {

    /** The number that stands for the last day of a month, which the 31st also is. */
    int LAST_DAY = 31;

    /**
     * Returns the n-th payday. What n = 0 means is the cadence's own, such as January of the year 0 for a monthly one;
     * n may be negative, and larger n is later.
     */
    LocalDate nominal(long n, BusinessDayRule rule);

    /** Returns the largest n whose payday is on or before the given day. */
    long indexAtOrBefore(LocalDate day, BusinessDayRule rule);

    /** Returns the fewest days that two neighbouring paydays can lie apart. */
    long shortestGapDays();

    /** Returns the most days that two neighbouring paydays can lie apart. */
    default long longestGapDays() {
        return 40;
    }

    /**
     * Returns how many paydays a year counts for: 52 for weekly pay, 26 for pay every two weeks, 24, 12, 4, 1; 26 when
     * the paychecks recorded are the list. Never below 1.
     */
    default long paydaysPerYear() {
        return 12;
    }

    /** Finds the last business day of a month, or the k-th before it; only one cadence asks. */
    @FunctionalInterface
    interface BusinessDayRule {
        /** Returns the business day that lies so many business days before the month's last one. */
        LocalDate lastOf(YearMonth month, int businessDaysBefore);
    }

    /**
     * Every so many days from an anchor, before and after it: 7 for weekly pay, 14 for every two weeks.
     *
     * @param days from 1 to 366, inclusive
     * @param anchor any payday, between 1900 and 2200
     */
    record EveryDays(int days, LocalDate anchor) implements Cadence {
        /** Creates the cadence; refuses a number of days out of range. */
        public EveryDays {
            require(days >= 1 && days <= 366, "n", "Pay can come every 1 to 366 days, not every " + days + ".");
            DateSpan.requireUsable("anchor", anchor);
        }

        @Override
        public LocalDate nominal(long n, BusinessDayRule rule) {
            return anchor.plusDays(n * days);
        }

        @Override
        public long indexAtOrBefore(LocalDate day, BusinessDayRule rule) {
            return Math.floorDiv(ChronoUnit.DAYS.between(anchor, day), (long) days);
        }

        @Override
        public long paydaysPerYear() {
            return days % BudgetWeek.DAYS == 0 ? perYear(52L * BudgetWeek.DAYS, days) : perYear(365, days);
        }

        @Override
        public long longestGapDays() {
            return days;
        }

        @Override
        public long shortestGapDays() {
            return days;
        }
    }

    /**
     * Two days of each month, such as the 15th and the last, given in either order.
     *
     * @param first the earlier, from 1 to 27, inclusive, so that it lies before the second in every month
     * @param second the later, at most {@link #LAST_DAY}; clamped to the month's end
     */
    record SemiMonthly(int first, int second) implements Cadence {
        /** Creates the cadence, the earlier day first; refuses two days that fall together in some month. */
        public SemiMonthly {
            int later = Math.max(first, second);
            first = Math.min(first, second);
            second = later;
            require(
                    first >= 1 && first <= 27 && second > first && second <= LAST_DAY,
                    "days",
                    "The two days of a month must be 1 to 27 and a later one, not " + first + " and " + second + ".");
        }

        @Override
        public LocalDate nominal(long n, BusinessDayRule rule) {
            return dayOf(month(Math.floorDiv(n, 2L)), Math.floorMod(n, 2) == 0 ? first : second);
        }

        @Override
        public long indexAtOrBefore(LocalDate day, BusinessDayRule rule) {
            return lastNotAfter(day, 2 * monthIndex(day) + 1, this, rule);
        }

        @Override
        public long paydaysPerYear() {
            return 24;
        }

        @Override
        public long shortestGapDays() {
            int withinFebruary = Math.min(second, 28) - first;
            return Math.min(withinFebruary, 28 - withinFebruary);
        }
    }

    /**
     * One day of each month; day 31 is the last day of every month.
     *
     * @param day from 1 to {@link #LAST_DAY}, inclusive; clamped to the month's end
     */
    record Monthly(int day) implements Cadence {
        /** Creates the cadence; refuses a day no month has. */
        public Monthly {
            require(day >= 1 && day <= LAST_DAY, "day", "A month has days 1 to 31, not " + day + ".");
        }

        @Override
        public LocalDate nominal(long n, BusinessDayRule rule) {
            return dayOf(month(n), day);
        }

        @Override
        public long indexAtOrBefore(LocalDate date, BusinessDayRule rule) {
            return lastNotAfter(date, monthIndex(date), this, rule);
        }

        @Override
        public long shortestGapDays() {
            return 28;
        }
    }

    /**
     * The anchor's day of the month in every so many months, before and after it: 12 for once a year. A day that a
     * month has not is its last, and the next one is the anchor's day again.
     *
     * @param months from 1 to 120, inclusive
     * @param anchor any such day, between 1900 and 2200
     */
    record EveryMonths(int months, LocalDate anchor) implements Cadence {
        /** Creates the cadence; refuses a number of months out of range. */
        public EveryMonths {
            require(months >= 1 && months <= 120, "n", "It can come every 1 to 120 months, not every " + months + ".");
            DateSpan.requireUsable("anchor", anchor);
        }

        @Override
        public LocalDate nominal(long n, BusinessDayRule rule) {
            return anchor.plusMonths(n * months);
        }

        @Override
        public long indexAtOrBefore(LocalDate day, BusinessDayRule rule) {
            return lastNotAfter(day, Math.floorDiv(monthIndex(day) - monthIndex(anchor), (long) months), this, rule);
        }

        @Override
        public long paydaysPerYear() {
            return perYear(12, months);
        }

        @Override
        public long longestGapDays() {
            return 31L * months;
        }

        @Override
        public long shortestGapDays() {
            return 28L * months;
        }
    }

    /**
     * The last business day of each month, or some business days before it.
     *
     * @param minus how many business days before the last, from 0 to 10, inclusive; 1 in January 2026 is Thursday the
     *     29th
     */
    record LastBusinessDay(int minus) implements Cadence {
        /** Creates the cadence; refuses a number of days out of range. */
        public LastBusinessDay {
            require(minus >= 0 && minus <= 10, "minus", "It can be 0 to 10 business days earlier, not " + minus + ".");
        }

        @Override
        public LocalDate nominal(long n, BusinessDayRule rule) {
            return rule.lastOf(month(n), minus);
        }

        @Override
        public long indexAtOrBefore(LocalDate day, BusinessDayRule rule) {
            return lastNotAfter(day, monthIndex(day) + 1, this, rule);
        }

        @Override
        public long shortestGapDays() {
            return 25;
        }
    }

    /**
     * The n-th given weekday of each month, such as the second Friday.
     *
     * @param nth from 1 to 4, or {@link #LAST} for the last one
     * @param weekday the day of the week
     */
    record NthWeekday(int nth, DayOfWeek weekday) implements Cadence {
        /** Stands for the last such weekday of the month. */
        public static final int LAST = -1;

        /** Creates the cadence; refuses a fifth weekday, which not every month has. */
        public NthWeekday {
            require(nth == LAST || (nth >= 1 && nth <= 4), "nth", "It can be the 1st to 4th or the last weekday.");
        }

        @Override
        public LocalDate nominal(long n, BusinessDayRule rule) {
            return month(n).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
        }

        @Override
        public long indexAtOrBefore(LocalDate day, BusinessDayRule rule) {
            return lastNotAfter(day, monthIndex(day), this, rule);
        }

        @Override
        public long shortestGapDays() {
            return 28;
        }
    }

    /**
     * The listed days. Before the first and after the last of them, paydays are taken to lie the median gap of the list
     * apart, or 14 days when there is only one day.
     *
     * @param dates ascending, distinct, between 1900 and 2200; empty when the paychecks recorded in the ledger are the
     *     list
     */
    record Irregular(List<LocalDate> dates) implements Cadence {
        private static final LocalDate UNTIL_THE_FIRST = LocalDate.of(2000, 1, 7);

        /** Creates the cadence, sorting the days. */
        public Irregular {
            dates = dates.stream().sorted().distinct().toList();
            dates.forEach(date -> DateSpan.requireUsable("dates", date));
        }

        /** Returns whether the paychecks recorded in the ledger are the list. */
        public boolean followsRecordedPaychecks() {
            return dates.isEmpty();
        }

        @Override
        public LocalDate nominal(long n, BusinessDayRule rule) {
            if (n < 0) {
                return first().plusDays(n * gapDays());
            }
            return n < dates.size()
                    ? dates.get((int) n)
                    : last().plusDays((n - Math.max(0, dates.size() - 1)) * gapDays());
        }

        @Override
        public long indexAtOrBefore(LocalDate day, BusinessDayRule rule) {
            if (day.isBefore(first())) {
                return Math.floorDiv(ChronoUnit.DAYS.between(first(), day), gapDays());
            }
            if (!day.isBefore(last())) {
                return Math.max(0, dates.size() - 1) + ChronoUnit.DAYS.between(last(), day) / gapDays();
            }
            return dates.stream().filter(date -> !date.isAfter(day)).count() - 1;
        }

        @Override
        public long paydaysPerYear() {
            return followsRecordedPaychecks() ? 26 : perYear(365, Math.toIntExact(gapDays()));
        }

        @Override
        public long longestGapDays() {
            return Math.max(gapDays(), gaps().max().orElse(0));
        }

        @Override
        public long shortestGapDays() {
            return gaps().min().orElse(gapDays());
        }

        private long gapDays() {
            long[] gaps = gaps().sorted().toArray();
            return gaps.length == 0 ? 14 : gaps[(gaps.length - 1) / 2];
        }

        private LongStream gaps() {
            return IntStream.range(1, dates.size())
                    .mapToLong(i -> ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)));
        }

        private LocalDate first() {
            return dates.isEmpty() ? UNTIL_THE_FIRST : dates.get(0);
        }

        private LocalDate last() {
            return dates.isEmpty() ? UNTIL_THE_FIRST : dates.get(dates.size() - 1);
        }
    }

    private static long lastNotAfter(LocalDate day, long highest, Cadence cadence, BusinessDayRule rule) {
        long n = highest;
        while (cadence.nominal(n, rule).isAfter(day)) {
            n--;
        }
        return n;
    }

    private static long perYear(long ofAYear, int each) {
        long whole = ofAYear / each;
        long twice = 2 * (ofAYear % each);
        return Math.max(1, twice > each || (twice == each && whole % 2 == 1) ? whole + 1 : whole);
    }

    private static YearMonth month(long index) {
        return YearMonth.of(Math.toIntExact(Math.floorDiv(index, 12L)), Math.floorMod(index, 12) + 1);
    }

    private static long monthIndex(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }

    private static LocalDate dayOf(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private static void require(boolean condition, String field, String message) {
        if (!condition) {
            throw LedgerException.invalid(field, "out_of_range", message);
        }
    }
}
