package dev.payweek.statements.csv;

import java.util.Optional;

/** Which way money goes, as a cell of its own says it: {@code D}, {@code Bij}, {@code outflow}. */
enum Direction {
    IN,
    OUT;

    private static final int LONGEST_WORD = 20;

    static Optional<Direction> of(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        if (cell.equals("-") || cell.equals("+")) {
            return Optional.of(cell.equals("+") ? IN : OUT);
        }
        if (Vocabulary.OUT.is(cell)) {
            return Optional.of(OUT);
        }
        return Vocabulary.IN.is(cell) ? Optional.of(IN) : Optional.empty();
    }
}
