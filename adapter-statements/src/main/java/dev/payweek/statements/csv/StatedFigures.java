package dev.payweek.statements.csv;

import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.Folding;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The totals, counts and balances that a file states apart from its movements, and whether the movements that were read
 * come to them. What does not agree is worth a word: a row may be missing or read wrong.
 */
final class StatedFigures {

    private static final int LONGEST_LABEL = 60;
    private static final int MOST = 100;
    private static final Pattern AT_END = Pattern.compile("(\\P{Nd}*\\p{L}[^:：=\\p{Nd}]*)[:：= ]\\s*(\\S.*)");

    private static final List<String> ENDS = List.of("saldo", "bestand", "kontostand", "egyenleg");

    /** A remark to a line. */
    record Remark(int line, String text) {}

    /** What the movements up to a line come to. */
    private record Reckoned(int count, BigDecimal in, BigDecimal out) {

        static final Reckoned NOTHING = new Reckoned(0, BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal sum() {
            return in.subtract(out);
        }

        Reckoned since(Reckoned before) {
            return new Reckoned(count - before.count, in.subtract(before.in), out.subtract(before.out));
        }

        boolean comeTo(BigDecimal total) {
            BigDecimal size = total.abs();
            return Stream.of(sum().abs(), in, out, in.add(out)).anyMatch(own -> own.compareTo(size) == 0);
        }
    }

    private record Figure(int line, String label, BigDecimal value, Reckoned before, Reckoned since) {}

    private final Layout layout;
    private final DecimalMark mark;
    private final int places;
    private final List<Figure> totals = new ArrayList<>();
    private final List<Figure> counts = new ArrayList<>();
    private final List<Figure> balances = new ArrayList<>();
    private Reckoned lastTotal = Reckoned.NOTHING;
    private int count;
    private int passedOver;
    private BigDecimal in = BigDecimal.ZERO;
    private BigDecimal out = BigDecimal.ZERO;

    StatedFigures(Layout layout, Dialect dialect) {
        this.layout = layout;
        this.mark = dialect.mark();
        this.places = dialect.places();
    }

    /** Takes in what a movement comes to. */
    void movement(BigDecimal amount) {
        count++;
        if (amount.signum() < 0) {
            out = out.subtract(amount);
        } else {
            in = in.add(amount);
        }
    }

    /** Takes in that a row was passed over or rejected, which a count may well include. */
    void passedOver() {
        passedOver++;
    }

    /** Takes a row that is no movement; returns whether it states anything. */
    boolean state(CsvRow row) {
        Optional<String> label = label(row);
        boolean known = totals.size() + counts.size() + balances.size() < MOST;
        boolean movement = label.isEmpty() || (WrittenDate.of(layout.day(row)).isPresent() && !isExact(label.get()));
        if (movement || !known) {
            return false;
        }
        Reckoned before = sums();
        boolean isCount = Vocabulary.COUNTS.areIn(label.get());
        boolean isBalance = !isCount && isBalance(label.get());
        List<Figure> kept = isCount ? counts : isBalance ? balances : totals;
        List<BigDecimal> values = values(row, isCount);
        values.forEach(value -> kept.add(new Figure(row.line(), label.get(), value, before, before.since(lastTotal))));
        lastTotal = isCount || isBalance || values.isEmpty() ? lastTotal : before;
        return !values.isEmpty();
    }

    private Reckoned sums() {
        return new Reckoned(count, in, out);
    }

    /** Germanic and Uralic languages write the word at the end of longer ones: {@code Anfangssaldo}. */
    private static boolean isBalance(String label) {
        String folded = Folding.fold(label);
        return Vocabulary.STATED_BALANCES.areIn(label) || ENDS.stream().anyMatch(folded::contains);
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
                        .flatMap(amount -> amount.under(mark))
                        .map(value -> places == 0 ? value : value.movePointLeft(places));
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
                        "\"" + figure.label() + "\" is " + figure.value().toPlainString() + ", but the file holds "
                                + count + " movements; some may be missing.")));
        totals.stream()
                .filter(figure -> figure.value().signum() != 0)
                .filter(figure -> !isTotal(figure, all) && !isCount(figure.value(), figure))
                .findFirst()
                .ifPresent(figure -> remarks.add(new Remark(
                        figure.line(),
                        "\"" + figure.label() + "\" is " + figure.value().toPlainString()
                                + ", but the movements come to "
                                + all.sum().toPlainString() + " (in "
                                + in.toPlainString() + ", out " + out.toPlainString() + "); some may be missing.")));
        balance(running, all).ifPresent(remarks::add);
        return remarks;
    }

    private boolean isCount(BigDecimal value, Figure figure) {
        return value.stripTrailingZeros().scale() <= 0
                && Stream.of(
                                count,
                                count + passedOver,
                                figure.before().count(),
                                figure.since().count())
                        .anyMatch(own -> value.compareTo(BigDecimal.valueOf(own)) == 0);
    }

    private static boolean isTotal(Figure figure, Reckoned all) {
        return all.comeTo(figure.value())
                || figure.before().comeTo(figure.value())
                || figure.since().comeTo(figure.value());
    }

    private Optional<Remark> balance(List<BigDecimal> running, Reckoned all) {
        List<Figure> open = new ArrayList<>();
        for (Figure figure : balances) {
            boolean shown = running.stream().anyMatch(own -> own.compareTo(figure.value()) == 0)
                    || open.stream().anyMatch(other -> isSame(other, figure));
            if (!shown) {
                open.add(figure);
            }
        }
        if (!running.isEmpty()) {
            return open.stream()
                    .findFirst()
                    .map(figure -> new Remark(
                            figure.line(),
                            "\"" + figure.label() + "\" is " + figure.value().toPlainString()
                                    + ", which is neither the first nor the last balance beside the movements."));
        }
        if (open.size() < 2 || isAnyPair(open, all.sum()) || follow(open, 1) || follow(open, -1)) {
            return Optional.empty();
        }
        Figure first = open.get(0);
        Figure last = open.get(open.size() - 1);
        return Optional.of(new Remark(
                last.line(),
                "The balances " + first.value().toPlainString() + " and "
                        + last.value().toPlainString() + " differ by "
                        + last.value().subtract(first.value()).abs().toPlainString()
                        + ", but the movements come to " + all.sum().toPlainString() + "; some may be missing."));
    }

    /** A bank may state one balance twice, be it in another currency: {@code Solde (FRANCS)}. */
    private static boolean isSame(Figure one, Figure other) {
        int bracket = one.label().indexOf('(');
        return one.value().compareTo(other.value()) == 0
                || (bracket > 0 && other.label().startsWith(one.label().substring(0, bracket + 1)));
    }

    private static boolean isAnyPair(List<Figure> open, BigDecimal sum) {
        return open.stream()
                .anyMatch(one -> open.stream()
                        .anyMatch(other -> one.value().add(sum.abs()).compareTo(other.value()) == 0));
    }

    /** Balances between the movements, as some banks print them day by day, follow from those between them. */
    private static boolean follow(List<Figure> open, int way) {
        for (int i = 1; i < open.size(); i++) {
            BigDecimal rise = open.get(i).value().subtract(open.get(i - 1).value());
            BigDecimal moved =
                    open.get(i).before().since(open.get(i - 1).before()).sum().multiply(BigDecimal.valueOf(way));
            if (rise.compareTo(moved) != 0) {
                return false;
            }
        }
        return true;
    }
}
