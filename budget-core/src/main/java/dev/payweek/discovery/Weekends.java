package dev.payweek.discovery;

import dev.payweek.period.Adjustment;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Discovery.Kind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a planned day on a weekend where a stream has not shown it yet: what most others of its account show,
 * else what is usual. Immutable.
 */
final class Weekends {

    private final Map<Integer, Map<Adjustment, Integer>> shown = new HashMap<>();
    private final Coverage coverage;

    Weekends(List<Found> found, Coverage coverage) {
        this.coverage = coverage;
        for (Found one : found) {
            boolean bill = one.kind() == Kind.BILL || one.kind() == Kind.YEARLY;
            if (bill && isShown(one.stream()) && one.stream().fit().lattice().form() != Lattice.Form.DAYS) {
                int account = one.stream().last().account();
                shown.computeIfAbsent(account, any -> new EnumMap<>(Adjustment.class))
                        .merge(one.stream().fit().lattice().adjust(), 1, Integer::sum);
            }
        }
    }

    Adjustment usual(Found one) {
        if (one.kind() == Kind.PAY_SOURCE) {
            return Adjustment.PRECEDING;
        }
        int account = one.stream().last().account();
        Map<Adjustment, Integer> counts = shown.get(account);
        if (counts == null) {
            return coverage.booksOnWeekends(account) ? Adjustment.NONE : Adjustment.FOLLOWING;
        }
        Adjustment most = Adjustment.FOLLOWING;
        for (Map.Entry<Adjustment, Integer> count : counts.entrySet()) {
            if (count.getValue() > counts.getOrDefault(most, 0)) {
                most = count.getKey();
            }
        }
        return most;
    }

    /** Whether a planned day of the stream fell on a weekend, or its form leaves nothing to move. */
    static boolean isShown(Stream stream) {
        Lattice lattice = stream.fit().lattice();
        boolean moves = switch (lattice.form()) {
            case MONTHLY, SEMI_MONTHLY, MONTHS -> true;
            case DAYS, LAST_BUSINESS_DAY, NTH_WEEKDAY -> false;
        };
        if (!moves || lattice.adjust() != Adjustment.NONE) {
            return true;
        }
        DateSpan life = DateSpan.ofDays(
                LocalDate.ofEpochDay(stream.first().day() - 2L),
                stream.last().day() - stream.first().day() + 5L);
        return lattice.schedule().planned(life).stream()
                .anyMatch(day -> Calendar.weekday(Math.toIntExact(day.nominal().toEpochDay())) >= 5);
    }
}
