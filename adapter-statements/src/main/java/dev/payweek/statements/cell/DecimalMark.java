package dev.payweek.statements.cell;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** The mark between whole units and decimals. */
public enum DecimalMark {
    /** 1,234.56. */
    POINT('.', ','),
    /** 1.234,56. */
    COMMA(',', '.');

    private final char mark;
    private final char grouping;
    private final Pattern number;

    DecimalMark(char mark, char grouping) {
        this.mark = mark;
        this.grouping = grouping;
        String group = "[" + grouping + "]";
        // Groups of three by the other mark or by blanks, or the Indian way: 12,34,567.
        this.number = Pattern.compile("(?:\\d+|\\d{1,3}(?:" + group + "\\d{3})+|\\d{1,3}(?:_\\d{3})+|\\d{1,2}(?:"
                + group + "\\d{2})+" + group + "\\d{3})?(?:[" + mark + "]\\d+)?");
    }

    /** Returns the value of digits and marks, of which {@code _} is a blank, if they make sense with this mark. */
    Optional<BigDecimal> value(String digits) {
        if (!number.matcher(digits).matches()) {
            return Optional.empty();
        }
        String plain =
                digits.replace(String.valueOf(grouping), "").replace("_", "").replace(mark, '.');
        return Optional.of(new BigDecimal(plain));
    }
}
