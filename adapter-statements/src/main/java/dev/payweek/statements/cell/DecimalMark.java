package dev.payweek.statements.cell;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** The mark between whole units and decimals. */
public enum DecimalMark {
    /** 1,234.56. */
    POINT('.', ','),
    /** 1.234,56. */
    COMMA(',', '.');

    /** As many digits as surely fit into a long. */
    private static final int SHORT = 18;

    private final char mark;
    private final char grouping;

    DecimalMark(char mark, char grouping) {
        this.mark = mark;
        this.grouping = grouping;
    }

    /** Returns the value of digits and marks, of which {@code _} is a blank, if they make sense with this mark. */
    Optional<BigDecimal> value(String digits) {
        int point = digits.indexOf(mark);
        int end = point < 0 ? digits.length() : point;
        int decimals = digits.length() - end - 1;
        boolean sound = (point < 0 || (decimals > 0 && isDigits(digits, point + 1, digits.length())))
                && (isDigits(digits, 0, end) || isGrouped(digits, end));
        return sound ? Optional.of(unscaled(digits, Math.max(decimals, 0))) : Optional.empty();
    }

    private static boolean isDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Groups of three by the other mark or by blanks, or the Indian way: 12,34,567. */
    private boolean isGrouped(String digits, int end) {
        char separator = digits.indexOf('_') >= 0 ? '_' : grouping;
        int first = digits.indexOf(separator);
        int last = digits.lastIndexOf(separator, end - 1);
        // No group begins with nothing: 0.500 is half of something.
        if (first < 1
                || first > 3
                || digits.charAt(0) == '0'
                || last < first
                || end - last != 4
                || !isDigits(digits, last + 1, end)) {
            return false;
        }
        int group = 0;
        boolean threes = true;
        boolean twos = first < 3 && separator == grouping;
        for (int i = first + 1; i <= last; i++) {
            char c = digits.charAt(i);
            if (c == separator) {
                threes &= group == 3;
                twos &= group == 2;
                group = 0;
            } else if (c < '0' || c > '9') {
                return false;
            } else {
                group++;
            }
        }
        return isDigits(digits, 0, first) && (threes || twos);
    }

    private static BigDecimal unscaled(String digits, int scale) {
        long value = 0;
        int count = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                count++;
            }
        }
        return count <= SHORT
                ? BigDecimal.valueOf(value, scale)
                : new BigDecimal(new BigInteger(digits.replaceAll("[^0-9]", "")), scale);
    }

    /** Returns the value of plain digits with at most this mark and a minus, as most cells are; else nothing. */
    Optional<BigDecimal> plain(String cell) {
        boolean negative = !cell.isEmpty() && cell.charAt(0) == '-';
        int start = negative ? 1 : 0;
        if (cell.length() - start > SHORT) {
            return Optional.empty();
        }
        long value = 0;
        int point = -1;
        for (int i = start; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
            } else if (c == mark && point < 0) {
                point = i;
            } else {
                return Optional.empty();
            }
        }
        int decimals = point < 0 ? 0 : cell.length() - point - 1;
        boolean sound = cell.length() > start && (point < 0 || decimals > 0);
        return sound ? Optional.of(BigDecimal.valueOf(negative ? -value : value, decimals)) : Optional.empty();
    }
}
