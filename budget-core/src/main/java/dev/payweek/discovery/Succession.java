package dev.payweek.discovery;

import dev.payweek.period.DateSpan;
import dev.payweek.plan.Discovery.State;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * From which day each source of pay is the primary one: the largest that goes on, and before it what ended when it
 * began. Immutable.
 */
final class Succession {

    private static final int MOST_DAYS_WITHOUT = 75;
    private static final int MOST_DAYS_OF_BOTH = 35;
    private static final int LEAST_DAYS_BEFORE = 28;

    private final IdentityHashMap<Found, LocalDate> from = new IdentityHashMap<>();
    private final boolean anyIsPrimary;

    /** Looks at what was found, that which goes on first and the largest of it first. */
    Succession(List<Found> pay, Comparator<Found> largestFirst) {
        Optional<Found> main =
                pay.stream().filter(one -> one.state() != State.EARLY).findFirst();
        this.anyIsPrimary = main.isPresent();
        main.ifPresent(one -> trace(one, pay, largestFirst));
    }

    private void trace(Found main, List<Found> pay, Comparator<Found> largestFirst) {
        Found one = main;
        Optional<Found> before = before(one, pay, largestFirst);
        while (before.isPresent()) {
            int reach = Math.min(4, one.stream().gap() / 2 - 1);
            from.put(one, LocalDate.ofEpochDay((long) firstDay(one) - reach));
            one = before.get();
            before = before(one, pay, largestFirst);
        }
        from.put(one, DateSpan.EARLIEST);
    }

    private static int firstDay(Found one) {
        return one.stream().all().get(0).day();
    }

    private static Optional<Found> before(Found one, List<Found> pay, Comparator<Found> largestFirst) {
        int start = firstDay(one);
        return pay.stream()
                .filter(other -> other.state() == State.STOPPED
                        && other.stream().last().day() >= start - MOST_DAYS_WITHOUT
                        && other.stream().last().day() <= start + MOST_DAYS_OF_BOTH
                        && firstDay(other) < start - LEAST_DAYS_BEFORE)
                .min(largestFirst);
    }

    /** The day from which it is the primary source, if it is; where nothing is sure, whichever somebody accepts. */
    Optional<LocalDate> from(Found one) {
        return anyIsPrimary ? Optional.ofNullable(from.get(one)) : Optional.of(DateSpan.EARLIEST);
    }
}
