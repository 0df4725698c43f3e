package dev.payweek.report;

import dev.payweek.period.DateSpan;
import dev.payweek.period.Payday;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The planned paydays of a source around a span, each ruled by the version that holds on its nominal day. */
final class PayGrid {

    /** A payday is moved off weekends and holidays by less than this. */
    private static final int FARTHEST_MOVE_DAYS = 20;

    private final NavigableMap<LocalDate, Payday> paydays = new TreeMap<>();

    /** Creates the grid from at least one payday before the span to at least two after it. */
    PayGrid(PaySource source, LocalDate from, LocalDate to) {
        long reach = 2 * longestGap(source) + 2 * FARTHEST_MOVE_DAYS;
        DateSpan whole = new DateSpan(from.minusDays(reach), to.plusDays(reach + 1));
        List<PayVersion> versions = source.versions();
        for (int i = 0; i < versions.size(); i++) {
            LocalDate first = i == 0 ? whole.startInclusive() : versions.get(i).firstDay();
            LocalDate end = i + 1 < versions.size() ? versions.get(i + 1).firstDay() : whole.endExclusive();
            LocalDate start = first.isBefore(whole.startInclusive()) ? whole.startInclusive() : first;
            LocalDate stop = end.isAfter(whole.endExclusive()) ? whole.endExclusive() : end;
            if (start.isBefore(stop)) {
                versions.get(i)
                        .schedule()
                        .planned(new DateSpan(start, stop))
                        .forEach(payday -> paydays.put(payday.date(), payday));
            }
        }
    }

    /** Returns the most days between two paydays of the source. */
    static long longestGap(PaySource source) {
        return source.versions().stream()
                .mapToLong(version -> version.schedule().cadence().longestGapDays())
                .max()
                .orElse(0);
    }

    /** Returns the paydays by their days. */
    NavigableMap<LocalDate, Payday> paydays() {
        return paydays;
    }

    /** Returns the payday nearest to the day; of two equally near the earlier. */
    LocalDate nearest(LocalDate day) {
        LocalDate before = paydays.floorKey(day);
        LocalDate after = paydays.ceilingKey(day);
        if (before == null || after == null) {
            return before == null ? paydays.firstKey() : before;
        }
        return ChronoUnit.DAYS.between(before, day) <= ChronoUnit.DAYS.between(day, after) ? before : after;
    }
}
