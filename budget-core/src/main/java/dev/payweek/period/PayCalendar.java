package dev.payweek.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The pay schedule joined with the paychecks that really came: on which days pay came or will come.
 *
 * <p>A paycheck replaces the planned payday it lies nearest to, if no further off than the schedule's tolerance; of
 * several the nearest, then the earliest. One further off opens no period unless it is marked so. A planned payday
 * without a paycheck stays. The periods between paydays are half-open and partition time: each day lies in exactly one,
 * and none is empty, because nearness keeps replaced paydays in order.
 *
 * <pre>{@code
 * var calendar = new PayCalendar(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)), List.of());
 * calendar.periodContaining(LocalDate.of(2026, 11, 22)).span();   // [2026-11-20, 2026-12-04)
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class PayCalendar {

    /** Adjustment and tolerance together move a payday by less than this. */
    private static final int FARTHEST_MOVE_DAYS = 32;

    private final PaySchedule schedule;
    private final Cadence cadence;
    private final BusinessDays businessDays;
    private final NavigableMap<LocalDate, Paycheck> paychecks = new TreeMap<>();

    /** Creates a calendar. Of several paychecks on a day, one that opens a period counts before one that does not. */
    public PayCalendar(PaySchedule schedule, Collection<Paycheck> paychecks) {
        this.schedule = schedule;
        this.businessDays = new BusinessDays(schedule.holidays());
        paychecks.forEach(paycheck -> this.paychecks.merge(
                paycheck.date(), paycheck, (one, other) -> !one.opensPeriod() && other.opensPeriod() ? other : one));
        this.cadence = schedule.cadence() instanceof Cadence.Irregular irregular && irregular.followsRecordedPaychecks()
                ? new Cadence.Irregular(List.copyOf(this.paychecks.keySet()))
                : schedule.cadence();
    }

    /** Returns the schedule this calendar was made from. */
    public PaySchedule schedule() {
        return schedule;
    }

    /** Returns the paydays in the span, ascending and distinct, recorded and planned ones alike. */
    public List<Payday> paydays(DateSpan span) {
        Collection<Payday> all = paydaysAround(
                        span.startInclusive().minusDays(FARTHEST_MOVE_DAYS),
                        span.endExclusive().plusDays(FARTHEST_MOVE_DAYS))
                .values();
        return all.stream().filter(payday -> span.contains(payday.date())).toList();
    }

    /** Returns the pay period that holds the day, which may lie in the past or in the future. */
    public PayPeriod periodContaining(LocalDate day) {
        long n = cadence.indexAtOrBefore(day, businessDays::lastOf);
        NavigableMap<LocalDate, Payday> paydays = paydaysAround(
                nominal(n - 2).minusDays(FARTHEST_MOVE_DAYS), nominal(n + 3).plusDays(FARTHEST_MOVE_DAYS));
        Payday first = paydays.floorEntry(day).getValue();
        return new PayPeriod(first, new DateSpan(first.date(), paydays.higherKey(day)));
    }

    /** Returns the pay periods that share a day with the span, ascending. */
    public List<PayPeriod> periods(DateSpan span) {
        LocalDate first = periodContaining(span.startInclusive()).span().startInclusive();
        LocalDate end = periodContaining(span.lastDay()).span().endExclusive();
        List<PayPeriod> periods = new ArrayList<>();
        List<Payday> paydays = paydays(new DateSpan(first, end));
        for (int i = 0; i < paydays.size(); i++) {
            LocalDate next = i + 1 < paydays.size() ? paydays.get(i + 1).date() : end;
            periods.add(
                    new PayPeriod(paydays.get(i), new DateSpan(paydays.get(i).date(), next)));
        }
        return periods;
    }

    /** Returns the period that ends where the given one begins. */
    public PayPeriod before(PayPeriod period) {
        return periodContaining(period.span().startInclusive().minusDays(1));
    }

    private NavigableMap<LocalDate, Payday> paydaysAround(LocalDate from, LocalDate to) {
        NavigableMap<LocalDate, Payday> planned = planned(from, to);
        Map<LocalDate, Paycheck> replacements = replacements(planned, from, to);
        NavigableMap<LocalDate, Payday> paydays = new TreeMap<>();
        planned.forEach((date, payday) -> {
            Paycheck paycheck = replacements.get(date);
            Payday real = paycheck == null ? payday : new Payday(paycheck.date(), payday.nominal(), true);
            paydays.put(real.date(), real);
        });
        paychecks.subMap(from, true, to, true).values().stream()
                .filter(Paycheck::opensPeriod)
                .forEach(paycheck ->
                        paydays.putIfAbsent(paycheck.date(), new Payday(paycheck.date(), paycheck.date(), true)));
        return paydays;
    }

    private NavigableMap<LocalDate, Payday> planned(LocalDate from, LocalDate to) {
        NavigableMap<LocalDate, Payday> planned = new TreeMap<>();
        LongStream.rangeClosed(indexAtOrBefore(from), indexAtOrBefore(to) + 1)
                .mapToObj(this::nominal)
                .map(day -> new Payday(schedule.adjustment().adjust(day, businessDays), day, false))
                .forEach(payday -> planned.putIfAbsent(payday.date(), payday));
        return planned;
    }

    private Map<LocalDate, Paycheck> replacements(
            NavigableMap<LocalDate, Payday> planned, LocalDate from, LocalDate to) {
        Map<LocalDate, Paycheck> replacements = new HashMap<>();
        for (Paycheck paycheck : paychecks.subMap(from, true, to, true).values()) {
            LocalDate nearest = nearest(planned, paycheck.date());
            if (daysApart(nearest, paycheck.date()) <= schedule.toleranceDays()) {
                replacements.merge(nearest, paycheck, (one, other) -> nearer(nearest, one, other));
            }
        }
        return replacements;
    }

    private static Paycheck nearer(LocalDate payday, Paycheck one, Paycheck other) {
        return daysApart(payday, other.date()) < daysApart(payday, one.date()) ? other : one;
    }

    private static LocalDate nearest(NavigableMap<LocalDate, Payday> planned, LocalDate day) {
        LocalDate before = planned.floorKey(day);
        LocalDate after = planned.ceilingKey(day);
        return Stream.of(before, after)
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(candidate -> daysApart(candidate, day)))
                .orElseThrow();
    }

    private static long daysApart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    private LocalDate nominal(long n) {
        return cadence.nominal(n, businessDays::lastOf);
    }

    private long indexAtOrBefore(LocalDate day) {
        return cadence.indexAtOrBefore(day, businessDays::lastOf);
    }
}
