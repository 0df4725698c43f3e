package dev.payweek.statements.qif;

/**
 * A part of a record, as it is written.
 *
 * @param line the line it begins on, from 1
 * @param category its category, or an account in brackets
 * @param memo what it was for
 * @param amount its amount; empty when it is the only one without
 */
record QifSplit(int line, String category, String memo, String amount) {

    QifSplit with(char letter, String value) {
        return switch (letter) {
            case 'E' -> new QifSplit(line, category, value, amount);
            case '$' -> new QifSplit(line, category, memo, value);
            default -> this;
        };
    }
}
