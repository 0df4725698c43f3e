package dev.payweek.statements.csv;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return ofWord(cell).or(() -> ofWords(cell));
    }

    private static Optional<Direction> ofWord(String cell) {
        if (Vocabulary.OUT.is(cell)) {
            return Optional.of(OUT);
        }
        return Vocabulary.IN.is(cell) ? Optional.of(IN) : Optional.empty();
    }

    /** {@code 借 Dr} and {@code D - Debit} say the same twice. */
    private static Optional<Direction> ofWords(String cell) {
        Set<Optional<Direction>> said = Stream.of(cell.split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .map(Direction::ofWord)
                .collect(Collectors.toSet());
        return said.size() == 1 ? said.iterator().next() : Optional.empty();
    }
}
