package dev.payweek.discovery;

import dev.payweek.period.Adjustment;
import dev.payweek.period.Cadence;
import dev.payweek.period.PaySchedule;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A schedule that is tried on a payee's days. What the three numbers mean is the form's own.
 *
 * @param form how often
 * @param n every how many days or months; the earlier day of two; which weekday of a month, 0 for the last
 * @param day the day of the month, the later of two, the weekday; how many days before the last business day
 * @param phase a day or month on the lattice, where it has one
 * @param adjust what becomes of a day that is no business day
 */
record Lattice(Form form, int n, int day, int phase, Adjustment adjust) {

    /** The forms, those that need less evidence first: of two that fit alike the first is taken. */
    enum Form {
        DAYS,
        MONTHLY,
        SEMI_MONTHLY,
        LAST_BUSINESS_DAY,
        NTH_WEEKDAY,
        MONTHS
    }

    /** Whether its days may fall on what is no business day. */
    boolean isMoved() {
        return form != Form.LAST_BUSINESS_DAY && form != Form.NTH_WEEKDAY;
    }

    Lattice adjusted(Adjustment other) {
        return new Lattice(form, n, day, phase, other);
    }

    /** How many days it is from one to the next, more or less. */
    int gap() {
        return switch (form) {
            case DAYS -> n;
            case SEMI_MONTHLY -> 15;
            case MONTHLY, LAST_BUSINESS_DAY, NTH_WEEKDAY -> 30;
            case MONTHS -> 30 * n + n / 2;
        };
    }

    /** How far from a planned day a payment may lie. */
    int reach() {
        int gap = gap();
        if (gap <= 7) {
            return 1;
        }
        if (gap <= 14) {
            return 2;
        }
        if (gap <= 16) {
            return 3;
        }
        return gap <= 31 ? 4 : gap < 330 ? 6 : 8;
    }

    /** What it costs in tenths of a day to say something so unusual. */
    int surcharge() {
        int adjusted = adjust == Adjustment.NONE ? 0 : 3;
        return adjusted
                + switch (form) {
                    case DAYS -> n == 7 || n == 14 || n == 28 ? 0 : 36;
                    case MONTHLY -> 0;
                    case SEMI_MONTHLY -> 6;
                    case LAST_BUSINESS_DAY -> 3 + 2 * day;
                    case NTH_WEEKDAY -> 27;
                    case MONTHS -> n == 3 || n == 12 ? 0 : 4;
                };
    }

    /** Puts the planned days around the span into the array, ascending; returns how many. */
    int days(Calendar calendar, int from, int to, int[] into) {
        int count = 0;
        if (form == Form.DAYS) {
            int first = from - Math.floorMod(from - phase, n);
            for (int day = first; day <= to + n && count < into.length; day += n) {
                into[count++] = adjusted(calendar, day);
            }
            return count;
        }
        int last = calendar.monthOf(to) + 1;
        for (int month = calendar.monthOf(from) - 1; month <= last && count + 1 < into.length; month++) {
            switch (form) {
                case MONTHLY -> into[count++] = adjusted(calendar, calendar.dayIn(month, day));
                case SEMI_MONTHLY -> {
                    into[count++] = adjusted(calendar, calendar.dayIn(month, n));
                    into[count++] = adjusted(calendar, calendar.dayIn(month, day));
                }
                case LAST_BUSINESS_DAY -> into[count++] = calendar.lastOpen(month, day);
                case NTH_WEEKDAY -> into[count++] = adjusted(calendar, calendar.nthWeekday(month, n, day));
                case MONTHS -> {
                    if (Math.floorMod(month - phase, n) == 0) {
                        into[count++] = adjusted(calendar, calendar.dayIn(month, day));
                    }
                }
                case DAYS -> throw new IllegalStateException();
            }
        }
        return count;
    }

    private int adjusted(Calendar calendar, int day) {
        return switch (adjust) {
            case NONE, NEAREST -> day;
            case PRECEDING -> calendar.openAtOrBefore(day);
            case FOLLOWING -> calendar.openAtOrAfter(day);
        };
    }

    /** The same in the ledger's own grammar. */
    PaySchedule schedule() {
        PaySchedule plain = switch (form) {
            case DAYS -> PaySchedule.everyDays(n, LocalDate.ofEpochDay(phase));
            case MONTHLY -> PaySchedule.monthly(day);
            case SEMI_MONTHLY -> PaySchedule.semiMonthly(n, day);
            case LAST_BUSINESS_DAY -> PaySchedule.monthlyOnLastBusinessDay(day);
            case NTH_WEEKDAY -> PaySchedule.monthlyOn(n == 0 ? Cadence.NthWeekday.LAST : n, DayOfWeek.of(day + 1));
            case MONTHS -> PaySchedule.everyMonths(n, anchor());
        };
        return adjust == Adjustment.NONE || plain.cadence().shortestGapDays() < 5 ? plain : plain.adjusted(adjust);
    }

    /** A month of the lattice that has the day, if there is one; the anchor's day is clamped in shorter months. */
    private LocalDate anchor() {
        LocalDate found = inMonth(phase);
        for (int i = 1; i < 12 && found.getDayOfMonth() < day; i++) {
            LocalDate other = inMonth(phase + i * n);
            if (other.getDayOfMonth() > found.getDayOfMonth()) {
                found = other;
            }
        }
        return found;
    }

    private LocalDate inMonth(int month) {
        LocalDate first = LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
        return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
    }

    /** Whether the other says the same but for the day or its adjustment. */
    boolean isAlike(Lattice other) {
        if (form == Form.DAYS || form == Form.MONTHS || other.form == Form.DAYS || other.form == Form.MONTHS) {
            return form == other.form && n == other.n;
        }
        return (form == Form.SEMI_MONTHLY) == (other.form == Form.SEMI_MONTHLY);
    }
}
