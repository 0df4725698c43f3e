package dev.payweek.discovery;

import dev.payweek.period.Adjustment;
import dev.payweek.period.Cadence;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.period.Payday;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * When a stream will come next.
 *
 * @param schedule its plan in the ledger's grammar
 * @param assumed whether what becomes of a weekend is the usual and not seen
 * @param next the next three planned days
 */
record PlannedDays(PaySchedule schedule, boolean assumed, List<LocalDate> next) {

    private static final int STALE_DAYS = 45;
    private static final int NEXT = 3;

    static PlannedDays of(Found one, Weekends weekends, Given given, int lastDay) {
        Stream stream = one.stream();
        Lattice lattice = stream.fit().lattice();
        boolean assumed = !Weekends.isShown(stream);
        if (assumed) {
            Adjustment usual = weekends.usual(one);
            lattice = lattice.adjusted(usual);
        }
        PaySchedule schedule = withHolidays(lattice.schedule(), stream, given, lastDay);
        int today = Math.toIntExact(given.today().toEpochDay());
        int known = Math.max(lastDay, today - lastDay <= STALE_DAYS ? today : lastDay);
        int reach = Math.min(lattice.reach(), lattice.gap() / 2 - 1);
        return new PlannedDays(
                schedule, assumed, next(schedule, Math.max(stream.last().day() + reach, known)));
    }

    private static List<LocalDate> next(PaySchedule schedule, int after) {
        LocalDate from = LocalDate.ofEpochDay(after);
        return schedule.planned(DateSpan.ofDays(from.minusDays(7), 3 * 400 + 40)).stream()
                .map(Payday::date)
                .filter(day -> day.isAfter(from))
                .limit(NEXT)
                .toList();
    }

    /** Only the holidays near a planned day: others would make the schedule long and nothing truer. */
    private static PaySchedule withHolidays(PaySchedule plain, Stream stream, Given given, int lastDay) {
        boolean moved = plain.adjustment() != Adjustment.NONE || plain.cadence() instanceof Cadence.LastBusinessDay;
        if (!moved) {
            return plain;
        }
        LocalDate first = LocalDate.ofEpochDay(stream.first().day());
        LocalDate last = LocalDate.ofEpochDay(lastDay);
        Set<LocalDate> holidays = Holidays.of(given.plan().currency(), first, last);
        List<Payday> planned = plain.planned(new DateSpan(first.minusDays(7), last.plusDays(500)));
        return plain.withHolidays(holidays.stream()
                .filter(day -> day.getDayOfWeek().getValue() < 6
                        && planned.stream().anyMatch(due -> Math.abs(ChronoUnit.DAYS.between(due.nominal(), day)) <= 4))
                .toList());
    }
}
