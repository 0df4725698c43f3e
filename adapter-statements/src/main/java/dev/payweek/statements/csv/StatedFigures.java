package dev.payweek.statements.csv;

import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.BalanceWords;
import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import dev.payweek.statements.csv.StatedFigure.Remark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The totals, counts and balances that a file states apart from its movements, and whether the movements that were read
 * come to them. What does not agree is worth a word: a row may be missing or read wrong.
 */
final class StatedFigures {

    private static final int LONGEST_LABEL = 60;
    private static final int MOST = 100;
    /** {@code Transactions: 4}, {@code 4 transactions}. */
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,7})[: ]*(\\P{Nd}+)|(\\P{Nd}+?) ?[:：=] ?(\\d{1,7})");

    private static final Pattern AT_END = Pattern.compile("(\\P{Nd}*\\p{L}[^:：=\\p{Nd}]*)[:：= ]\\s*(\\S.*)");

    private final Layout layout;
    private final Dialect dialect;
    private final List<StatedFigure> totals = new ArrayList<>();
    private final List<StatedFigure> counts = new ArrayList<>();
    private final List<StatedFigure> balances = new ArrayList<>();
    private Reckoned lastTotal = Reckoned.NOTHING;
    private int count;
    private int ins;
    private int passedOver;
    private BigDecimal in = BigDecimal.ZERO;
    private BigDecimal out = BigDecimal.ZERO;
    private LocalDate firstDay = LocalDate.MAX;
    private LocalDate lastDay = LocalDate.MIN;

    StatedFigures(Layout layout, Dialect dialect) {
        this.layout = layout;
        this.dialect = dialect;
    }

    /** Takes in what a movement comes to. */
    void movement(LocalDate day, BigDecimal amount) {
        count++;
        if (day.isBefore(firstDay)) {
            firstDay = day;
        }
        if (day.isAfter(lastDay)) {
            lastDay = day;
        }
        if (amount.signum() < 0) {
            out = out.subtract(amount);
        } else {
            in = in.add(amount);
            ins++;
        }
    }

    /** Takes out again what turned out to be no movement. */
    void noMovement(BigDecimal amount) {
        count--;
        passedOver++;
        if (amount.signum() < 0) {
            out = out.add(amount);
        } else {
            in = in.subtract(amount);
            ins--;
        }
    }

    /** Takes in that a row was passed over or rejected, which a count may well include. */
    void passedOver() {
        passedOver++;
    }

    /** Takes a row that is no movement; returns whether it states anything. */
    boolean state(CsvRow row) {
        return stateCount(row) || stateLabelled(row);
    }

    /** Takes a row of nothing but a number and what it counts. */
    private boolean stateCount(CsvRow row) {
        String all = row.cells().stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(": "));
        Matcher counted = COUNTED.matcher(all);
        if (all.length() > LONGEST_LABEL || counts.size() == MOST || !counted.matches()) {
            return false;
        }
        String words = counted.group(1) == null ? counted.group(3) : counted.group(2);
        String number = counted.group(1) == null ? counted.group(4) : counted.group(1);
        // Above the rows may stand of which year they are.
        boolean known = Vocabulary.COUNTED.is(words) && !number.matches("(?:19|20)\\d\\d");
        if (known) {
            Reckoned before = sums();
            counts.add(new StatedFigure(
                    row.line(), words, new BigDecimal(number), Optional.empty(), before, before.since(lastTotal)));
        }
        return known;
    }

    private boolean stateLabelled(CsvRow row) {
        Optional<String> label = label(row);
        boolean known = totals.size() + counts.size() + balances.size() < MOST;
        boolean movement = label.isEmpty() || (WrittenDate.of(layout.day(row)).isPresent() && !isExact(label.get()));
        if (movement || !known) {
            return false;
        }
        Reckoned before = sums();
        boolean isCount = Vocabulary.COUNTS.areIn(label.get());
        boolean isBalance = !isCount && isBalance(label.get());
        List<StatedFigure> kept = isCount ? counts : isBalance ? balances : totals;
        List<BigDecimal> values = values(row, isCount);
        if (values.isEmpty() && isBalance) {
            // Amounts of some currencies have no decimals, but a lone number beside the word is one.
            List<BigDecimal> whole = values(row, true);
            values = whole.size() == 1 ? whole : values;
        }
        Optional<LocalDate> day = isBalance ? day(row) : Optional.empty();
        for (BigDecimal value : values) {
            kept.add(new StatedFigure(row.line(), label.get(), value, day, before, before.since(lastTotal)));
        }
        lastTotal = isCount || isBalance || values.isEmpty() ? lastTotal : before;
        return !values.isEmpty();
    }

    /** Returns the one day that a row names; it may be written in another way than those of the movements. */
    private Optional<LocalDate> day(CsvRow row) {
        List<WrittenDate> days = Preamble.days(List.of(row));
        Optional<LocalDate> alike = only(days, List.of(dialect.order()));
        return alike.isPresent() ? alike : only(days, List.of(DateOrder.values()));
    }

    private static Optional<LocalDate> only(List<WrittenDate> written, List<DateOrder> orders) {
        List<LocalDate> days = written.stream()
                .flatMap(date -> orders.stream().flatMap(order -> date.under(order).stream()))
                .distinct()
                .toList();
        return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
    }

    /** Returns what the movements so far come to. */
    Reckoned sums() {
        return new Reckoned(count, ins, in, out);
    }

    private static boolean isBalance(String label) {
        return Vocabulary.STATED_BALANCES.areIn(label) || BalanceWords.areOfBalance(label);
    }

    private static boolean isExact(String label) {
        return Vocabulary.BALANCES.is(label);
    }

    private static Optional<String> label(CsvRow row) {
        return row.cells().stream()
                .map(cell -> WrittenAmount.of(cell).isPresent() ? "" : bare(cell))
                .filter(cell -> cell.length() <= LONGEST_LABEL)
                .filter(cell ->
                        Vocabulary.COUNTS.areIn(cell) || Vocabulary.TOTALS.areIn(cell) || Vocabulary.BALANCES.is(cell))
                .findFirst();
    }

    /** A label may have its figure behind it in the same cell: {@code Closing balance: 1,600.00}. */
    private static String bare(String cell) {
        Matcher matcher = AT_END.matcher(cell);
        boolean figure = matcher.matches() && WrittenAmount.of(matcher.group(2)).isPresent();
        return figure ? matcher.group(1).strip() : cell;
    }

    /** Figures stand below those of the movements; in a row of another layout, they are what is written as money is. */
    private List<BigDecimal> values(CsvRow row, boolean counts) {
        List<BigDecimal> values = new ArrayList<>();
        for (ColumnRole meaning :
                List.of(ColumnRole.AMOUNT, ColumnRole.MONEY_IN, ColumnRole.MONEY_OUT, ColumnRole.BALANCE)) {
            value(layout.cell(row, meaning), true).ifPresent(values::add);
        }
        if (values.isEmpty()) {
            row.cells().forEach(cell -> value(cell, counts).ifPresent(values::add));
        }
        boolean owed = Direction.of(layout.cell(row, ColumnRole.DIRECTION)).equals(Optional.of(Direction.OUT));
        return owed ? values.stream().map(BigDecimal::negate).toList() : values;
    }

    private Optional<BigDecimal> value(String cell, boolean whole) {
        Matcher matcher = AT_END.matcher(cell);
        String figure = matcher.matches() ? matcher.group(2) : cell;
        return WrittenDate.of(figure).isPresent()
                ? Optional.empty()
                : WrittenAmount.of(figure)
                        .filter(amount -> !amount.isCode() && (whole || amount.isMarked()))
                        .flatMap(amount -> amount.under(dialect.mark()))
                        .map(value -> dialect.places() == 0 ? value : value.movePointLeft(dialect.places()));
    }

    /**
     * Returns what does not agree.
     *
     * @param running the balances at both ends of the file's own running balance, if it has one
     */
    List<Remark> remarks(List<BigDecimal> running) {
        List<Remark> remarks = new ArrayList<>();
        Reckoned all = sums();
        counts.stream()
                .filter(figure -> !isCount(figure.value(), figure))
                .findFirst()
                .ifPresent(figure -> remarks.add(new Remark(
                        figure.line(),
                        figure.named() + ", but the file holds " + count + " movements; some may be missing.")));
        totals.stream()
                .filter(figure -> figure.value().signum() != 0)
                .filter(figure -> !isTotal(figure, all) && !isCount(figure.value(), figure))
                .findFirst()
                .ifPresent(figure -> remarks.add(new Remark(
                        figure.line(),
                        figure.named() + ", but the movements come to "
                                + all.sum().toPlainString() + " (in "
                                + in.toPlainString() + ", out " + out.toPlainString() + "); some may be missing.")));
        StatedEnds ends = ends();
        (running.isEmpty() ? ends.remark() : ends.besideRunning(running)).ifPresent(remarks::add);
        return remarks;
    }

    /** Gives what the account held before and after its movements, for a file without a running balance. */
    void giveEnds(StatementSink sink) {
        if (count > 0) {
            ends().give(firstDay, lastDay, sink);
        }
    }

    private StatedEnds ends() {
        return new StatedEnds(balances, sums(), dialect.sign());
    }

    private boolean isCount(BigDecimal value, StatedFigure figure) {
        return value.stripTrailingZeros().scale() <= 0
                && Stream.of(
                                count,
                                count + passedOver,
                                figure.before().count(),
                                figure.since().count())
                        .anyMatch(own -> value.compareTo(BigDecimal.valueOf(own)) == 0);
    }

    private static boolean isTotal(StatedFigure figure, Reckoned all) {
        return all.comeTo(figure.value())
                || figure.before().comeTo(figure.value())
                || figure.since().comeTo(figure.value());
    }
}
