package dev.payweek.statements.csv;

import dev.payweek.statements.cell.BalanceWords;
import dev.payweek.statements.cell.WrittenDate;
import java.util.Optional;

/** Finds the rows that are no movements although they look like some: balances, pending and failed ones. */
final class RowFilter {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_KIND = 24;
    private static final String PENDING = "A pending movement, not booked yet.";

    private RowFilter() {}

    /** Returns why a row is to be passed over; nothing for a movement. */
    static Optional<String> reasonToSkip(CsvRow row, Layout layout) {
        if (layout.header().isPresent() && Header.repeats(row, layout.header().get())) {
            return Optional.of("The header again.");
        }
        if (isBalanceWithoutWords(row, layout)) {
            return Optional.of("A balance or total, no movement: a row without words, shorter than the others.");
        }
        if (isPending(layout.cell(row, ColumnRole.DATE)) || isPending(layout.cell(row, ColumnRole.ID))) {
            return Optional.of(PENDING);
        }
        if (layout.has(ColumnRole.STATUS)) {
            String status = layout.cell(row, ColumnRole.STATUS);
            if (isPending(status) || (status.length() <= LONGEST && Vocabulary.PENDING.begins(status))) {
                return Optional.of(PENDING);
            }
            if (status.length() <= LONGEST && (Vocabulary.CANCELLED.begins(status) || Statuses.isDenied(status))) {
                return Optional.of(failed(status));
            }
        }
        Optional<String> kind = reasonOfKind(row, layout);
        if (kind.isPresent()) {
            return kind;
        }
        for (int column = 0; column < row.width(); column++) {
            String cell = row.cell(column);
            if (isLabel(cell) && (isBalanceWord(cell) || isBalanceOfDay(cell))) {
                return Optional.of("A balance or total, no movement: " + cell + ".");
            }
        }
        return isTotal(row, layout) ? Optional.of("A balance or total, no movement.") : Optional.empty();
    }

    /** Where nothing has a heading, a row that lacks cells and all words that movements have states a balance. */
    private static boolean isBalanceWithoutWords(CsvRow row, Layout layout) {
        return layout.header().isEmpty()
                && row.width() < layout.width()
                && !layout.words().isEmpty()
                && layout.words().stream().allMatch(column -> row.cell(column).isEmpty());
    }

    /**
     * {@code Purchase, Payment, Pending}: among the words for what kind of movement it is may stand that it is none
     * yet. What a movement is titled by may say anything.
     */
    private static Optional<String> reasonOfKind(CsvRow row, Layout layout) {
        for (int column : layout.words()) {
            String cell = row.cell(column);
            if (cell.length() > LONGEST_KIND || column == layout.titles().get(0)) {
                continue;
            }
            if (isPending(cell)) {
                return Optional.of(PENDING);
            }
            if (!cell.isEmpty() && Vocabulary.CANCELLED.is(cell)) {
                return Optional.of(failed(cell));
            }
        }
        return Optional.empty();
    }

    private static String failed(String status) {
        return "A movement that did not take place: " + status + ".";
    }

    /** Without a day, a row that speaks of a balance or total is one, be it among the amounts. */
    private static boolean isTotal(CsvRow row, Layout layout) {
        String day = layout.cell(row, ColumnRole.DATE);
        if (!day.isEmpty() && isDigit(day.charAt(0))) {
            return false;
        }
        for (int column = 0; column < row.width(); column++) {
            String cell = row.cell(column);
            if (!cell.isEmpty()
                    && cell.length() <= LONGEST
                    && !isDigit(cell.charAt(0))
                    && (Vocabulary.TOTALS.areIn(cell) || Vocabulary.COUNTS.areIn(cell))) {
                return WrittenDate.of(day).isEmpty();
            }
        }
        return false;
    }

    private static boolean isPending(String cell) {
        return !cell.isEmpty() && !isDigit(cell.charAt(0)) && Vocabulary.PENDING.is(cell);
    }

    /** Most cells of days and amounts begin with one and need no further look. */
    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A label consists of known words, so that most cells are none by the first letters of their first. */
    private static boolean isLabel(String cell) {
        return cell.length() > 1
                && cell.length() <= LONGEST_LABEL
                && Character.isLetter(cell.charAt(0))
                && Vocabulary.LABELS.mayBegin(cell)
                && Vocabulary.BALANCES_OR_TOTALS.areIn(cell);
    }

    /** {@code Saldo contabile al 31.03.2026}: nothing but words of balances around a day, however they are combined. */
    private static boolean isBalanceOfDay(String cell) {
        return cell.length() >= SHORTEST && BalanceWords.areAll(cell, Vocabulary.TOTALS::is);
    }

    private static boolean isBalanceWord(String cell) {
        return (cell.length() >= SHORTEST || cell.charAt(0) >= 0x80)
                && cell.length() <= LONGEST
                && Vocabulary.BALANCES.is(cell);
    }
}
