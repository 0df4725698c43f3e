package dev.payweek.statements.csv;

import dev.payweek.statements.cell.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which side of a movement is the account's own, where a row names both what was sent and what arrived: the source of
 * money out, the target of money in, each with its amount, currency and name.
 *
 * @param direction the column that says which way the money went
 * @param sources the columns of the source
 * @param targets the columns of the target that say the same, in the order of the sources
 */
record OwnSide(int direction, List<Integer> sources, List<Integer> targets) {

    private static final String SOURCE = "source ";
    private static final String TARGET = "target ";

    /** Returns the sides of a table that has both, with an amount each. */
    static Optional<OwnSide> of(SampleTable table) {
        Optional<Integer> direction = table.named(ColumnRole.DIRECTION, List.of());
        List<Integer> sources = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        table.columns().filter(column -> name(table, column).startsWith(SOURCE)).forEach(source -> {
            String same = TARGET + name(table, source).substring(SOURCE.length());
            table.columns()
                    .filter(column -> name(table, column).equals(same))
                    .findFirst()
                    .ifPresent(target -> {
                        sources.add(source);
                        targets.add(target);
                    });
        });
        return direction
                .filter(column -> sources.stream().anyMatch(source -> isAmount(table, source)))
                .map(column -> new OwnSide(column, List.copyOf(sources), List.copyOf(targets)));
    }

    private static String name(SampleTable table, int column) {
        return Folding.fold(table.heading(column));
    }

    private static boolean isAmount(SampleTable table, int column) {
        return table.meanings(column).containsKey(ColumnRole.OTHER_AMOUNT)
                && table.profile(column).holdsAmounts();
    }

    /** Returns the column of the account's own amount in rows that were {@linkplain #turned turned}. */
    int amount(SampleTable table) {
        return sources.stream()
                .filter(source -> isAmount(table, source))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the row with the account's own side as the source, whichever way the money went. */
    CsvRow turned(CsvRow row) {
        return Direction.of(row.cell(direction)).equals(Optional.of(Direction.IN))
                ? row.exchanged(sources, targets)
                : row;
    }
}
