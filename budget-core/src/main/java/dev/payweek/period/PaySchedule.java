package dev.payweek.period;

import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When pay is planned to come.
 *
 * <p>A definition only: it knows neither today nor the pay that came. {@code toString} writes what {@link #parse}
 * reads.
 *
 * <pre>{@code
 * PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20));    // every 2 weeks from 2026-11-20
 * PaySchedule.semiMonthly(15, 31).adjusted(Adjustment.PRECEDING);    // twice a month on 15 and last; preceding
 * PaySchedule.parse("monthly on 20; preceding; expecting 2400.00 USD");
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param cadence how often
 * @param adjustment what becomes of a payday on a weekend or holiday
 * @param holidays days on which no pay comes, ascending; at most 5,000
 * @param toleranceDays how many days a real paycheck may lie from a planned payday, in either direction and inclusive,
 *     to replace it; from 0 to 15
 * @param expectedPaycheck what a paycheck is expected to be, when known
 */
public record PaySchedule(
        Cadence cadence,
        Adjustment adjustment,
        List<LocalDate> holidays,
        int toleranceDays,
        Optional<Money> expectedPaycheck) {

    /** The days a paycheck may lie off its plan unless said otherwise. */
    public static final int DEFAULT_TOLERANCE_DAYS = 4;

    /** A day moves off weekends and holidays by less than this many days. */
    private static final int FARTHEST_MOVE_DAYS = 20;

    /**
     * Creates a schedule; refuses with every problem found.
     *
     * @throws LedgerException with problem {@code empty_period} if paydays less than five days apart are to be moved
     *     off weekends, {@code coincides} if the holidays let two paydays fall together, {@code too_many} if fourteen
     *     days in a row are no business days, and for each bound above
     */
    public PaySchedule {
        holidays = holidays.stream().sorted().distinct().toList();
        var checks = new Validation();
        checks.that(holidays.size() <= 5_000, "holidays", "too_many", "At most 5000 holidays can be given.");
        holidays.forEach(holiday -> DateSpan.check(checks, "holidays", holiday));
        checks.that(
                !(cadence instanceof Cadence.Irregular irregular)
                        || irregular.dates().size() <= 5_000,
                "dates",
                "too_many",
                "At most 5000 paydays can be listed.");
        checks.that(
                !hasLongClosure(
                        holidays.stream().filter(DateSpan.ALWAYS::contains).toList()),
                "holidays",
                "too_many",
                "No two weeks may be without any business day.");
        checks.that(
                toleranceDays >= 0 && toleranceDays <= 15,
                "tolerance_days",
                "out_of_range",
                "The tolerance must be 0 to 15 days.");
        checks.that(
                adjustment == Adjustment.NONE || cadence.shortestGapDays() >= 5,
                "adjust",
                "empty_period",
                "Paydays that lie less than five days apart would fall together when moved off weekends.");
        expectedPaycheck.ifPresent(amount -> {
            checks.that(
                    amount.isPositive(),
                    "expected_paycheck",
                    "not_positive",
                    "The expected paycheck must be above zero.");
            checks.that(
                    amount.isInRange(),
                    "expected_paycheck",
                    "out_of_range",
                    "The expected paycheck is beyond the range.");
        });
        checks.refuseIfAny();
        refuseCoincidence(cadence, adjustment, holidays);
    }

    /** Without holidays, days five apart stay apart; so only the days around holidays have to be looked at. */
    private static void refuseCoincidence(Cadence cadence, Adjustment adjustment, List<LocalDate> holidays) {
        if (adjustment == Adjustment.NONE || holidays.isEmpty()) {
            return;
        }
        BusinessDays businessDays = new BusinessDays(holidays);
        for (int i = 0, next; i < holidays.size(); i = next) {
            // Holidays near each other are looked at together.
            next = i + 1;
            while (next < holidays.size()
                    && holidays.get(next).isBefore(holidays.get(next - 1).plusDays(2 * FARTHEST_MOVE_DAYS))) {
                next++;
            }
            Payday before = null;
            for (Payday day : planned(
                    cadence,
                    adjustment,
                    businessDays,
                    new DateSpan(
                            holidays.get(i).minusDays(FARTHEST_MOVE_DAYS),
                            holidays.get(next - 1).plusDays(FARTHEST_MOVE_DAYS)))) {
                if (before != null && before.date().equals(day.date())) {
                    throw LedgerException.invalid(
                            "holidays",
                            "coincides",
                            "With these holidays the days " + before.nominal() + " and " + day.nominal()
                                    + " both fall on " + day.date() + ".");
                }
                before = day;
            }
        }
    }

    /** Returns pay once a week, on the anchor's day of the week. */
    public static PaySchedule weekly(LocalDate anchor) {
        return everyDays(7, anchor);
    }

    /** Returns pay every two weeks, counted from the anchor. */
    public static PaySchedule everyTwoWeeks(LocalDate anchor) {
        return everyWeeks(2, anchor);
    }

    /** Returns pay every so many weeks, 1 to 52, counted from the anchor. */
    public static PaySchedule everyWeeks(int weeks, LocalDate anchor) {
        if (weeks < 1 || weeks > 52) {
            throw LedgerException.invalid(
                    "n", "out_of_range", "Pay can come every 1 to 52 weeks, not every " + weeks + ".");
        }
        return everyDays(7 * weeks, anchor);
    }

    /** Returns pay every so many days, 1 to 366, counted from the anchor. */
    public static PaySchedule everyDays(int days, LocalDate anchor) {
        return of(new Cadence.EveryDays(days, anchor));
    }

    /** Returns what comes every so many months, 1 to 120, on the anchor's day of the month. */
    public static PaySchedule everyMonths(int months, LocalDate anchor) {
        return of(new Cadence.EveryMonths(months, anchor));
    }

    /** Returns what comes once a year, on the anchor's day. */
    public static PaySchedule yearly(LocalDate anchor) {
        return everyMonths(12, anchor);
    }

    /** Returns pay on two days of each month, in either order; {@link Cadence#LAST_DAY} is the last. */
    public static PaySchedule semiMonthly(int first, int second) {
        return of(new Cadence.SemiMonthly(first, second));
    }

    /** Returns pay on one day of each month, from 1; {@link Cadence#LAST_DAY} is the last of any month. */
    public static PaySchedule monthly(int day) {
        return of(new Cadence.Monthly(day));
    }

    /** Returns pay so many business days, 0 to 10, before the last business day of each month. */
    public static PaySchedule monthlyOnLastBusinessDay(int minus) {
        return of(new Cadence.LastBusinessDay(minus));
    }

    /** Returns pay on, say, the second Friday of each month, 1 to 4; {@link Cadence.NthWeekday#LAST} is the last. */
    public static PaySchedule monthlyOn(int nth, DayOfWeek weekday) {
        return of(new Cadence.NthWeekday(nth, weekday));
    }

    /** Returns pay on the listed days, in any order; beyond them, the median gap between them apart. */
    public static PaySchedule irregular(LocalDate... dates) {
        return of(new Cadence.Irregular(Arrays.asList(dates)));
    }

    /** Returns pay that follows no plan: each paycheck recorded opens a period. */
    public static PaySchedule asRecorded() {
        return of(new Cadence.Irregular(List.of()));
    }

    /** Returns a schedule of the given cadence, unadjusted, without holidays, with the default tolerance. */
    public static PaySchedule of(Cadence cadence) {
        return new PaySchedule(cadence, Adjustment.NONE, List.of(), DEFAULT_TOLERANCE_DAYS, Optional.empty());
    }

    /**
     * Reads a schedule as {@link #toString} writes it and as a person may say it: {@code "every 2 weeks from
     * 2026-11-20"}, {@code "twice a month on 15 and last; preceding"}.
     *
     * @throws LedgerException if the text is of no such form
     */
    public static PaySchedule parse(String text) {
        return ScheduleText.parse(text);
    }

    /**
     * Returns the planned days whose nominal day, the one before it is moved off weekends and holidays, lies in the
     * span: ascending by nominal day, each computed from the cadence and never from the one before. Empty when the
     * paychecks recorded are the list.
     */
    public List<Payday> planned(DateSpan nominalDays) {
        if (followsRecordedPaychecks()) {
            return List.of();
        }
        return planned(cadence, adjustment, new BusinessDays(holidays), nominalDays);
    }

    private static List<Payday> planned(
            Cadence cadence, Adjustment adjustment, BusinessDays businessDays, DateSpan nominalDays) {
        long first = cadence.indexAtOrBefore(nominalDays.startInclusive(), businessDays::lastOf);
        List<Payday> days = new ArrayList<>();
        for (long n = first; ; n++) {
            LocalDate nominal = cadence.nominal(n, businessDays::lastOf);
            if (!nominal.isBefore(nominalDays.endExclusive())) {
                return days;
            }
            if (nominalDays.contains(nominal)) {
                days.add(new Payday(adjustment.adjust(nominal, businessDays), nominal, false));
            }
        }
    }

    /** Returns whether one of the planned days is this one. */
    public boolean isPlannedOn(LocalDate day) {
        return planned(new DateSpan(day.minusDays(FARTHEST_MOVE_DAYS), day.plusDays(FARTHEST_MOVE_DAYS))).stream()
                .anyMatch(planned -> planned.date().equals(day));
    }

    /** Returns whether the paychecks recorded in the ledger are the paydays, so that none is planned. */
    public boolean followsRecordedPaychecks() {
        return cadence instanceof Cadence.Irregular irregular && irregular.followsRecordedPaychecks();
    }

    /** Returns this schedule with another adjustment. */
    public PaySchedule adjusted(Adjustment other) {
        return new PaySchedule(cadence, other, holidays, toleranceDays, expectedPaycheck);
    }

    /** Returns this schedule with the given holidays instead of its own. */
    public PaySchedule withHolidays(Collection<LocalDate> others) {
        return new PaySchedule(cadence, adjustment, List.copyOf(others), toleranceDays, expectedPaycheck);
    }

    /** Returns this schedule with another tolerance, from 0 to 15 days. */
    public PaySchedule withTolerance(int days) {
        return new PaySchedule(cadence, adjustment, holidays, days, expectedPaycheck);
    }

    /** Returns this schedule with an expected paycheck, which is above zero. */
    public PaySchedule expecting(Money paycheck) {
        return new PaySchedule(cadence, adjustment, holidays, toleranceDays, Optional.of(paycheck));
    }

    /** Returns the schedule as {@link #parse} reads it. */
    @Override
    public String toString() {
        return ScheduleText.write(this);
    }

    private static boolean hasLongClosure(List<LocalDate> holidays) {
        BusinessDays businessDays = new BusinessDays(holidays);
        return holidays.stream().anyMatch(day -> {
            for (int i = 0; i < 14; i++) {
                if (businessDays.includes(day.plusDays(i))) {
                    return false;
                }
            }
            return true;
        });
    }
}
