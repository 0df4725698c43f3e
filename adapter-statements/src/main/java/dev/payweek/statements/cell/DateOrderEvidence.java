package dev.payweek.statements.cell;

import dev.payweek.statement.Question;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all dates of a file together say about their order.
 *
 * <p>An order under which every date makes sense wins. If day first and month first both do, only a person can say,
 * unless points stand between the numbers or every date has equal day and month. Two digits may be a year, too:
 * 26-03-25 is in 2026 where the first number differs less from row to row than the last.
 */
public final class DateOrderEvidence {

    /** The parameter that answers the question. */
    public static final String PARAMETER = "date_format";

    private static final int MOST_VALUES = 100;

    private final Map<DateOrder, Integer> readable = new EnumMap<>(DateOrder.class);
    private final Set<String> firsts = new HashSet<>();
    private final Set<String> thirds = new HashSet<>();
    private int dates;
    private boolean pointed;
    private boolean dashed;
    private boolean differs;
    private boolean longYear;
    private String example = "";
    private String shortExample = "";

    /** Creates evidence of nothing yet. */
    public DateOrderEvidence() {
        for (DateOrder order : DateOrder.values()) {
            readable.put(order, 0);
        }
    }

    /** Takes one date of the file into account. */
    public void see(WrittenDate date) {
        dates++;
        pointed |= date.style() == WrittenDate.Style.POINTED;
        Optional<LocalDate> dayFirst = date.under(DateOrder.DMY);
        Optional<LocalDate> monthFirst = date.under(DateOrder.MDY);
        count(DateOrder.DMY, dayFirst);
        count(DateOrder.MDY, monthFirst);
        count(DateOrder.YMD, date.under(DateOrder.YMD));
        if (!dayFirst.equals(monthFirst)) {
            if (!differs && dayFirst.isPresent() && monthFirst.isPresent()) {
                example = date.first() + "/" + date.second() + "/" + date.third();
            }
            differs = true;
        }
        seeYear(date);
    }

    private void seeYear(WrittenDate date) {
        boolean marked = date.style() != WrittenDate.Style.COMPACT && date.style() != WrittenDate.Style.NAMED;
        if (!marked || date.first().length() != 2 || date.third().length() != 2) {
            longYear = true;
            return;
        }
        dashed |= date.style() == WrittenDate.Style.DASHED;
        shortExample = shortExample.isEmpty() ? date.first() + "-" + date.second() + "-" + date.third() : shortExample;
        if (firsts.size() < MOST_VALUES && thirds.size() < MOST_VALUES) {
            firsts.add(date.first());
            thirds.add(date.third());
        }
    }

    private void count(DateOrder order, Optional<LocalDate> day) {
        if (day.isPresent()) {
            readable.merge(order, 1, Integer::sum);
        }
    }

    /** Returns whether no date was seen. */
    public boolean isEmpty() {
        return dates == 0;
    }

    /** Returns the order the dates are in, or nothing if they leave it open. */
    public Optional<DateOrder> order() {
        boolean dayFirst = readsAll(DateOrder.DMY);
        boolean monthFirst = readsAll(DateOrder.MDY);
        if ((dayFirst || monthFirst) && mayBeginWithYear()) {
            if (firsts.size() < thirds.size()) {
                return Optional.of(DateOrder.YMD);
            }
            if (isYearOpen()) {
                return Optional.empty();
            }
        }
        if (dayFirst && monthFirst) {
            return pointed || !differs ? Optional.of(DateOrder.DMY) : Optional.empty();
        }
        if (dayFirst || monthFirst) {
            return Optional.of(dayFirst ? DateOrder.DMY : DateOrder.MDY);
        }
        if (readsAll(DateOrder.YMD)) {
            return Optional.of(DateOrder.YMD);
        }
        // No order reads every row. Between day first and month first a few odd rows must not tip the balance.
        if (readable.getOrDefault(DateOrder.YMD, 0) * 2 > dates) {
            return Optional.of(DateOrder.YMD);
        }
        return Optional.empty();
    }

    private boolean mayBeginWithYear() {
        return dates > 0 && !longYear && readsAll(DateOrder.YMD);
    }

    /** Nobody puts points or strokes behind a year of two digits, but with dashes some do. */
    private boolean isYearOpen() {
        boolean same = firsts.equals(thirds) && firsts.size() == 1;
        return mayBeginWithYear() && dashed && !pointed && firsts.size() == thirds.size() && !same;
    }

    /** Returns whether exactly one order makes sense of all dates so far, which no later date can change. */
    public boolean isProven() {
        boolean one = readsAll(DateOrder.DMY) != readsAll(DateOrder.MDY) || (pointed && readsAll(DateOrder.DMY));
        boolean yearFirst = !readsAll(DateOrder.DMY) && !readsAll(DateOrder.MDY) && readsAll(DateOrder.YMD);
        return dates > 0 && ((one && !mayBeginWithYear()) || yearFirst);
    }

    /** Returns the question to ask when {@link #order} is open. */
    public Question question() {
        if (isYearOpen()) {
            return new Question(
                    "date_order",
                    "Does a date like " + shortExample + " begin with the day, the month or the year?",
                    PARAMETER,
                    readsAll(DateOrder.MDY)
                            ? List.of(DateOrder.DMY.label(), DateOrder.MDY.label(), DateOrder.YMD.label())
                            : List.of(DateOrder.DMY.label(), DateOrder.YMD.label()));
        }
        List<String> options = List.of(DateOrder.DMY.label(), DateOrder.MDY.label());
        String message = readsAll(DateOrder.DMY)
                ? "Does a date like " + example + " begin with the day or with the month?"
                : "Some dates of the file can only begin with the day and others only with the month. Which is right?";
        return new Question("date_order", message, PARAMETER, options);
    }

    private boolean readsAll(DateOrder order) {
        return readable.getOrDefault(order, 0) == dates;
    }
}
