package dev.payweek.statements.cell;

import dev.payweek.statement.Question;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all dates of a file together say about their order.
 *
 * <p>An order under which every date makes sense wins. If day first and month first both do, only a person can decide,
 * unless points stand between the numbers or every date has equal day and month.
 */
public final class DateOrderEvidence {

    /** The parameter that answers the question. */
    public static final String PARAMETER = "date_format";

    private final Map<DateOrder, Integer> readable = new EnumMap<>(DateOrder.class);
    private int dates;
    private boolean pointed;
    private boolean differs;
    private String example = "";

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

    /** Returns whether exactly one order makes sense of all dates so far, which no later date can change. */
    public boolean isProven() {
        boolean one = readsAll(DateOrder.DMY) != readsAll(DateOrder.MDY) || (pointed && readsAll(DateOrder.DMY));
        boolean yearFirst = !readsAll(DateOrder.DMY) && !readsAll(DateOrder.MDY) && readsAll(DateOrder.YMD);
        return dates > 0 && (one || yearFirst);
    }

    /** Returns the question to ask when {@link #order} is open. */
    public Question question() {
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
