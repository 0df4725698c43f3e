package dev.payweek.discovery;

import dev.payweek.period.Adjustment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The schedules that a payee's days themselves suggest, those that need fewer words first, so that of equals the
 * simplest stays. Left out are those of which the days' own weekdays and days of the month show that too few payments
 * could lie on them. For one thread.
 */
final class Tried {

    private static final int LAST_DAY = 31;
    private static final int[] MONTHS = {1, 2, 3, 4, 6, 12};
    /** How many days a bank's closed days may move a planned one, at most. */
    private static final int MOVED = 3;

    private final Calendar calendar;
    private final int[] days;
    private final int leastHits;
    private final int[] daysOfMonth = new int[LAST_DAY + 1];
    private final List<Lattice> found = new ArrayList<>();

    private Tried(Calendar calendar, int[] days, int leastHits) {
        this.calendar = calendar;
        this.days = days;
        this.leastHits = leastHits;
    }

    /** Lists the schedules on which so many of the ascending days could lie, none adjusted yet. */
    static List<Lattice> of(Calendar calendar, int[] days, int leastHits) {
        Tried tried = new Tried(calendar, days, leastHits);
        tried.list();
        return tried.found;
    }

    private void list() {
        int life = days[days.length - 1] - days[0];
        for (int n : new int[] {7, 14, 21, 28, 30}) {
            if (mayBe(life, n)) {
                everyDays(n);
            }
        }
        if (!mayBe(life, 15) && IntStream.of(MONTHS).noneMatch(n -> mayBe(life, 30 * n))) {
            return;
        }
        for (int day : days) {
            daysOfMonth[calendar.dayOfMonth(day)]++;
        }
        if (mayBe(life, 30)) {
            monthly();
        }
        if (mayBe(life, 15)) {
            semiMonthly();
        }
        for (int n : MONTHS) {
            if (n > 1 && mayBe(life, 30 * n)) {
                everyMonths(n);
            }
        }
    }

    private boolean mayBe(int life, int gap) {
        int planned = (life + gap / 2) / gap + 1;
        return leastHits <= planned + 2 && days.length * 100 >= planned * 55 && days.length <= planned * 5 / 2 + 1;
    }

    private void everyDays(int n) {
        int[] counts = new int[n];
        for (int day : days) {
            counts[Math.floorMod(day, n)]++;
        }
        for (int phase : commonest(counts, 2)) {
            int anchor = days[0] + Math.floorMod(phase - days[0], n);
            Lattice plain = new Lattice(Lattice.Form.DAYS, n, 0, anchor, Adjustment.NONE);
            int from = phase - plain.reach() - MOVED;
            int to = phase + plain.reach() + MOVED;
            if (to - from + 1 >= n || sum(counts, from, to) >= leastHits) {
                found.add(plain);
            }
        }
    }

    private static int sum(int[] counts, int from, int to) {
        int sum = 0;
        for (int at = from; at <= to; at++) {
            sum += counts[Math.floorMod(at, counts.length)];
        }
        return sum;
    }

    /** How many days lie near a day of the month, at most: a month that is shorter brings the next one nearer. */
    private int near(int dayOfMonth, int reach) {
        int from = dayOfMonth - reach - MOVED;
        int to = dayOfMonth + reach + MOVED;
        from -= from < 1 || dayOfMonth > 28 ? 3 : 0;
        to += to > 28 ? 3 : 0;
        int sum = 0;
        for (int at = from; at <= Math.min(to, from + LAST_DAY - 1); at++) {
            sum += daysOfMonth[at < 1 ? at + LAST_DAY : at > LAST_DAY ? at - LAST_DAY : at];
        }
        return sum;
    }

    private void monthly() {
        for (int day : daysOfMonth(8)) {
            onDay(new Lattice(Lattice.Form.MONTHLY, 0, day, 0, Adjustment.NONE));
        }
        if (near(LAST_DAY - 4, 7) >= leastHits) {
            for (int before = 0; before <= 3; before++) {
                found.add(new Lattice(Lattice.Form.LAST_BUSINESS_DAY, 0, before, 0, Adjustment.NONE));
            }
        }
        int[] counts = new int[5 * 7];
        for (int day : days) {
            int nth = (calendar.dayOfMonth(day) + 6) / 7;
            if (nth <= 4) {
                counts[7 * nth + Calendar.weekday(day)]++;
            }
            if (calendar.monthOf(day + 7) != calendar.monthOf(day)) {
                counts[Calendar.weekday(day)]++;
            }
        }
        for (int code : commonest(counts, 4)) {
            int middle = code < 7 ? LAST_DAY - 4 : 7 * (code / 7) - 3;
            if (near(middle, 6) >= leastHits) {
                found.add(new Lattice(Lattice.Form.NTH_WEEKDAY, code / 7, code % 7, 0, Adjustment.NONE));
            }
        }
    }

    private void onDay(Lattice plain) {
        if (near(plain.day(), plain.reach()) >= leastHits) {
            found.add(plain);
        }
    }

    /** The days of the month that were seen, the most often first, then those beside them, and the last. */
    private int[] daysOfMonth(int most) {
        int[] seen = commonest(daysOfMonth, most);
        int[] all = new int[3 * most + 4];
        int count = 0;
        int known = 0;
        for (int round = 0; round < 3; round++) {
            for (int day : seen) {
                int beside = round == 0 ? day : round == 1 ? (day + 29) % LAST_DAY + 1 : day % LAST_DAY + 1;
                if ((known & 1 << beside) == 0) {
                    all[count++] = beside;
                    known |= 1 << beside;
                }
            }
        }
        if (sum(daysOfMonth, 26, LAST_DAY) > 0) {
            for (int day = 28; day <= LAST_DAY; day++) {
                if ((known & 1 << day) == 0) {
                    all[count++] = day;
                }
            }
        }
        return Arrays.copyOf(all, count);
    }

    private void semiMonthly() {
        int[] seen = IntStream.concat(IntStream.of(commonest(daysOfMonth, 7)), IntStream.of(1, 15, 16, 30, LAST_DAY))
                .distinct()
                .sorted()
                .toArray();
        for (int first : seen) {
            for (int second : seen) {
                if (second - first >= 12 && second - first <= 18 && first <= 18) {
                    Lattice plain = new Lattice(Lattice.Form.SEMI_MONTHLY, first, second, 0, Adjustment.NONE);
                    if (near(first, plain.reach()) + near(second, plain.reach()) >= leastHits) {
                        found.add(plain);
                    }
                }
            }
        }
    }

    private void everyMonths(int n) {
        int[] counts = new int[n];
        for (int day : days) {
            counts[Math.floorMod(calendar.monthOf(day), n)]++;
        }
        for (int phase : commonest(counts, 2)) {
            // What is due in a month is paid in it, the one before or the one after.
            if (n > 3 && sum(counts, phase - 1, phase + 1) < leastHits) {
                continue;
            }
            int month = calendar.monthOf(days[0]) + Math.floorMod(phase - calendar.monthOf(days[0]), n);
            for (int day : daysOfMonth(5)) {
                onDay(new Lattice(Lattice.Form.MONTHS, n, day, month, Adjustment.NONE));
            }
        }
    }

    /** The values seen most often, of equals the smaller first. */
    private static int[] commonest(int[] counts, int most) {
        int[] found = new int[most];
        for (int round = 0; round < most; round++) {
            int best = -1;
            for (int value = 0; value < counts.length; value++) {
                boolean later = round == 0
                        || counts[value] < counts[found[round - 1]]
                        || (counts[value] == counts[found[round - 1]] && value > found[round - 1]);
                if (later && counts[value] > (best < 0 ? 0 : counts[best])) {
                    best = value;
                }
            }
            if (best < 0) {
                return Arrays.copyOf(found, round);
            }
            found[round] = best;
        }
        return found;
    }
}
