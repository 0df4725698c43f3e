package dev.payweek.discovery;

import dev.payweek.period.Adjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Finds the schedule that fits a payee's days best among those that the days themselves suggest. For one thread. */
final class Search {

    private static final List<Adjustment> PAY = List.of(Adjustment.PRECEDING, Adjustment.FOLLOWING);
    private static final List<Adjustment> BILLS = List.of(Adjustment.FOLLOWING, Adjustment.PRECEDING);

    private final Calendar calendar;
    private final boolean pay;
    private final Fit.Room room = new Fit.Room();

    Search(Calendar calendar, boolean pay) {
        this.calendar = calendar;
        this.pay = pay;
    }

    /** Returns the best schedule that may be believed, on which so many per cent of the days lie. */
    Optional<Fit> best(int[] days, IntPredicate unknown, int leastPercent) {
        int least = Math.max(2, (days.length * leastPercent + 99) / 100);
        return best(days, unknown, new Fit.Bound(least, true, Optional.empty(), false), lattice -> true);
    }

    /** Returns the best schedule on however few of the days. */
    Optional<Fit> closest(int[] days, IntPredicate unknown) {
        return best(days, unknown, Fit.Bound.NONE, lattice -> true);
    }

    /** Returns the best schedule of a cadence like the given one's. */
    Optional<Fit> like(Lattice other, int[] days, IntPredicate unknown) {
        return best(days, unknown, Fit.Bound.NONE, lattice -> lattice.isAlike(other));
    }

    /** Returns the best schedule of another cadence. */
    Optional<Fit> unlike(Lattice other, int[] days, IntPredicate unknown) {
        return best(days, unknown, Fit.Bound.NONE, lattice -> !lattice.isAlike(other));
    }

    /** Returns every schedule on which so many of the days lie, most on the planned day, and few are missing. */
    List<Fit> close(int[] days, IntPredicate unknown, int leastHits) {
        List<Fit> found = new ArrayList<>();
        for (Lattice plain : Tried.of(calendar, days, leastHits)) {
            for (Adjustment adjust : plain.isMoved() ? Adjustment.values() : new Adjustment[] {Adjustment.NONE}) {
                Fit fit = fit(plain.adjusted(adjust), days, unknown);
                if (adjust != Adjustment.NEAREST
                        && fit.hits() >= leastHits
                        && fit.off() * 3 <= fit.hits()
                        && fit.misses() * 8 <= fit.hits()) {
                    found.add(fit);
                }
            }
        }
        return found;
    }

    private Optional<Fit> best(int[] days, IntPredicate unknown, Fit.Bound bound, Predicate<Lattice> which) {
        Optional<Fit> best = Optional.empty();
        for (Lattice plain : Tried.of(calendar, days, bound.leastHits())) {
            if (!which.test(plain)) {
                continue;
            }
            Optional<Fit> fit = Fit.tried(plain, days, calendar, unknown, room, bound.to(best, true));
            best = better(fit, best);
            if (fit.isPresent() && fit.get().off() > 0 && plain.isMoved()) {
                for (Adjustment adjust : pay ? PAY : BILLS) {
                    best = better(
                            Fit.tried(plain.adjusted(adjust), days, calendar, unknown, room, bound.to(best, false)),
                            best);
                }
            }
        }
        return best;
    }

    private Optional<Fit> better(Optional<Fit> fit, Optional<Fit> best) {
        boolean better = fit.isPresent()
                && fit.get().hits() >= 2
                && (pay || !isLoose(fit.get()))
                && (best.isEmpty() || fit.get().compareTo(best.get()) < 0);
        return better ? fit : best;
    }

    /** How a schedule that was found holds of other days. */
    Fit fit(Lattice lattice, int[] days, IntPredicate unknown) {
        return Fit.of(lattice, days, calendar, unknown, room);
    }

    /** Whether a day belongs to the later of two days of the month, or to every second week. */
    boolean isLater(Lattice lattice, int day) {
        if (lattice.form() == Lattice.Form.DAYS) {
            return Math.floorMod(Math.floorDiv(2 * (day - lattice.phase()) + lattice.n(), 2 * lattice.n()), 2) == 1;
        }
        int of = calendar.dayOfMonth(day);
        int fromFirst = Math.min(Math.floorMod(of - lattice.n(), 30), Math.floorMod(lattice.n() - of, 30));
        int fromSecond = Math.min(Math.floorMod(of - lattice.day(), 30), Math.floorMod(lattice.day() - of, 30));
        return fromSecond < fromFirst;
    }

    /** A bill goes by weekdays only when it keeps them; who pays by hand goes by a day of the month. */
    private static boolean isLoose(Fit fit) {
        Lattice.Form form = fit.lattice().form();
        return (form == Lattice.Form.DAYS || form == Lattice.Form.NTH_WEEKDAY) && fit.off() * 2 > fit.hits();
    }
}
