package dev.payweek.report;

import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.period.Payday;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days that a schedule plans, worked out only around those that are asked for: a bill of many years costs what is
 * looked at of it. Safe for use by any number of threads.
 */
final class DueGrid {

    /** A due day is moved off weekends and holidays by less than this. */
    private static final int FARTHEST_MOVE_DAYS = 20;

    /** How many days are worked out at once. */
    private static final int STRETCH_DAYS = 200;

    private final PaySchedule schedule;
    private final NavigableSet<LocalDate> days = new TreeSet<>();
    private final Set<Long> known = new HashSet<>();

    DueGrid(PaySchedule schedule) {
        this.schedule = schedule;
    }

    /** Returns the last of the days before the day. */
    synchronized LocalDate lower(LocalDate day) {
        workOut(day.minusDays(longestGap()), day);
        return Objects.requireNonNull(days.lower(day), "a day before " + day);
    }

    /** Returns the first of the days after the day. */
    synchronized LocalDate higher(LocalDate day) {
        workOut(day, day.plusDays(longestGap()));
        return Objects.requireNonNull(days.higher(day), "a day after " + day);
    }

    /** Returns the days from one to another, both inclusive. */
    synchronized List<LocalDate> between(LocalDate first, LocalDate last) {
        workOut(first, last);
        return last.isBefore(first) ? List.of() : List.copyOf(days.subSet(first, true, last, true));
    }

    private long longestGap() {
        return schedule.cadence().longestGapDays();
    }

    private void workOut(LocalDate first, LocalDate last) {
        long from = Math.floorDiv(first.minusDays(2 * FARTHEST_MOVE_DAYS).toEpochDay(), (long) STRETCH_DAYS);
        long to = Math.floorDiv(last.plusDays(2 * FARTHEST_MOVE_DAYS).toEpochDay(), (long) STRETCH_DAYS);
        for (long stretch = from; stretch <= to; stretch++) {
            if (known.add(stretch)) {
                LocalDate start = LocalDate.ofEpochDay(stretch * STRETCH_DAYS);
                schedule.planned(DateSpan.ofDays(start, STRETCH_DAYS)).stream()
                        .map(Payday::date)
                        .forEach(days::add);
            }
        }
    }
}
