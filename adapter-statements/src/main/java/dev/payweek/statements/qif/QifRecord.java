package dev.payweek.statements.qif;

import dev.payweek.statements.cell.WrittenDate;
import java.util.List;
import java.util.Map;

/**
 * One record.
 *
 * @param line the line it begins on, from 1
 * @param section what kind of record it is
 * @param header the header line above it
 * @param closed whether a {@code ^} ends it
 * @param values the first value of each letter
 * @param splits its parts, in their order
 */
record QifRecord(
        int line,
        Section section,
        String header,
        boolean closed,
        Map<Character, String> values,
        List<QifSplit> splits) {

    /** Returns the first value of a letter, or an empty text. */
    String value(char letter) {
        return values.getOrDefault(letter, "");
    }

    /** Returns whether it is a movement; in a section of an unknown name it is one if it has a day and an amount. */
    boolean isMovement() {
        return section == Section.MOVEMENTS
                || (section == Section.UNKNOWN && WrittenDate.of(value('D')).isPresent() && !amount().isEmpty());
    }

    /** Returns the amount; U repeats T for amounts that old versions could not hold. */
    String amount() {
        return value('T').isEmpty() ? value('U') : value('T');
    }
}
