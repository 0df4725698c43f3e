package dev.payweek.discovery;

import dev.payweek.period.Adjustment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the schedule that fits a payee's days best: lists those that the days themselves suggest, some hundred at most,
 * and tries each. For one thread.
 */
final class Search {

    /**
     * What was found.
     *
     * @param best the schedule that fits best
     * @param second the best of another cadence, when one was tried
     */
    record Result(Fit best, Optional<Fit> second) {}

    private static final int LAST_DAY = 31;
    private static final List<Adjustment> PAY = List.of(Adjustment.NONE, Adjustment.PRECEDING, Adjustment.FOLLOWING);
    private static final List<Adjustment> BILLS = List.of(Adjustment.NONE, Adjustment.FOLLOWING, Adjustment.PRECEDING);

    private final Calendar calendar;
    private final boolean pay;
    private final int[] room = new int[4_000];

    Search(Calendar calendar, boolean pay) {
        this.calendar = calendar;
        this.pay = pay;
    }

    /** Returns the best schedule; none when none could hold. */
    Optional<Result> best(int[] days, IntPredicate unknown) {
        List<Fit> fits = fits(days, unknown);
        return fits.stream()
                .reduce(Search::better)
                .map(best -> new Result(
                        best,
                        fits.stream()
                                .filter(fit -> !fit.lattice().isAlike(best.lattice()))
                                .reduce(Search::better)));
    }

    /** Returns the best schedule of a cadence like the given one's. */
    Optional<Result> like(Lattice lattice, int[] days, IntPredicate unknown) {
        return fits(days, unknown).stream()
                .filter(fit -> fit.lattice().isAlike(lattice))
                .reduce(Search::better)
                .map(best -> new Result(best, Optional.empty()));
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

    private static Fit better(Fit one, Fit other) {
        return other.compareTo(one) < 0 ? other : one;
    }

    private List<Fit> fits(int[] days, IntPredicate unknown) {
        List<Fit> fits = new ArrayList<>();
        for (Lattice lattice : candidates(days)) {
            Fit fit = fit(lattice, days, unknown);
            if (fit.hits() >= 2 && (pay || !isLoose(fit))) {
                fits.add(fit);
            }
        }
        return fits;
    }

    /** A bill goes by weekdays only when it keeps them; who pays by hand goes by a day of the month. */
    private static boolean isLoose(Fit fit) {
        Lattice.Form form = fit.lattice().form();
        return (form == Lattice.Form.DAYS || form == Lattice.Form.NTH_WEEKDAY) && fit.off() * 2 > fit.hits();
    }

    /** Those that need fewer words first, so that of equals the simplest stays. */
    private Set<Lattice> candidates(int[] days) {
        Set<Lattice> found = new LinkedHashSet<>();
        int life = days[days.length - 1] - days[0];
        for (int n : new int[] {7, 14, 21, 28, 30}) {
            if (mayBe(days.length, life, n)) {
                commonest(IntStream.of(days).map(day -> Math.floorMod(day, n)), 2)
                        .forEach(phase -> adjusted(
                                found, new Lattice(Lattice.Form.DAYS, n, 0, anchor(days, phase, n), Adjustment.NONE)));
            }
        }
        if (mayBe(days.length, life, 30)) {
            monthly(found, days);
        }
        if (mayBe(days.length, life, 15)) {
            semiMonthly(found, days);
        }
        for (int n : new int[] {2, 3, 4, 6, 12}) {
            if (mayBe(days.length, life, 30 * n)) {
                everyMonths(found, days, n);
            }
        }
        return found;
    }

    private static int anchor(int[] days, int phase, int n) {
        return days[0] + Math.floorMod(phase - days[0], n);
    }

    private static boolean mayBe(int rows, int life, int gap) {
        int planned = (life + gap / 2) / gap + 1;
        return rows * 100 >= planned * 55 && rows <= planned * 5 / 2 + 1;
    }

    private void adjusted(Set<Lattice> found, Lattice plain) {
        for (Adjustment adjust : pay ? PAY : BILLS) {
            found.add(new Lattice(plain.form(), plain.n(), plain.day(), plain.phase(), adjust));
        }
    }

    private void monthly(Set<Lattice> found, int[] days) {
        for (int day : daysOfMonth(days, 8)) {
            adjusted(found, new Lattice(Lattice.Form.MONTHLY, 0, day, 0, Adjustment.NONE));
        }
        for (int before = 0; before <= 3; before++) {
            found.add(new Lattice(Lattice.Form.LAST_BUSINESS_DAY, 0, before, 0, Adjustment.NONE));
        }
        for (int code : commonest(IntStream.of(days).flatMap(this::nthWeekdays), 4)) {
            found.add(new Lattice(Lattice.Form.NTH_WEEKDAY, code / 7, code % 7, 0, Adjustment.NONE));
        }
    }

    private IntStream nthWeekdays(int day) {
        int nth = (calendar.dayOfMonth(day) + 6) / 7;
        int weekday = Calendar.weekday(day);
        boolean last = calendar.monthOf(day + 7) != calendar.monthOf(day);
        IntStream counted = nth <= 4 ? IntStream.of(7 * nth + weekday) : IntStream.empty();
        return last ? IntStream.concat(counted, IntStream.of(weekday)) : counted;
    }

    /** The days of the month that were seen, the most often first, then those beside them, and the last. */
    private List<Integer> daysOfMonth(int[] days, int most) {
        Set<Integer> all = new LinkedHashSet<>();
        List<Integer> seen = commonest(IntStream.of(days).map(calendar::dayOfMonth), most);
        all.addAll(seen);
        for (int day : seen) {
            all.add(day == 1 ? LAST_DAY : day - 1);
            all.add(day >= LAST_DAY ? 1 : day + 1);
        }
        if (IntStream.of(days).anyMatch(day -> calendar.dayOfMonth(day) >= 26)) {
            all.addAll(List.of(28, 29, 30, LAST_DAY));
        }
        return List.copyOf(all);
    }

    private void semiMonthly(Set<Lattice> found, int[] days) {
        List<Integer> seen = new ArrayList<>(commonest(IntStream.of(days).map(calendar::dayOfMonth), 7));
        for (int usual : new int[] {1, 15, 16, LAST_DAY}) {
            if (!seen.contains(usual)) {
                seen.add(usual);
            }
        }
        if (!seen.contains(30)) {
            seen.add(30);
        }
        seen.sort(null);
        for (int first : seen) {
            for (int second : seen) {
                if (second - first >= 12 && second - first <= 18 && first <= 18) {
                    adjusted(found, new Lattice(Lattice.Form.SEMI_MONTHLY, first, second, 0, Adjustment.NONE));
                }
            }
        }
    }

    private void everyMonths(Set<Lattice> found, int[] days, int n) {
        List<Integer> phases = commonest(IntStream.of(days).map(day -> Math.floorMod(calendar.monthOf(day), n)), 2);
        for (int phase : phases) {
            int month = calendar.monthOf(days[0]) + Math.floorMod(phase - calendar.monthOf(days[0]), n);
            for (int day : daysOfMonth(days, 5)) {
                adjusted(found, new Lattice(Lattice.Form.MONTHS, n, day, month, Adjustment.NONE));
            }
        }
    }

    /** The values seen most often, of equals the smaller first. */
    private static List<Integer> commonest(IntStream values, int most) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .limit(most)
                .map(entry -> entry.getKey())
                .toList();
    }
}
