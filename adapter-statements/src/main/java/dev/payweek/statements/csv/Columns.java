package dev.payweek.statements.csv;

import java.util.Arrays;
import java.util.Map;

/** Which column was chosen for each meaning that a file has. */
@SuppressWarnings("EnumOrdinal") // as EnumMap has it, without a number's object for each cell; lives as long as a file
final class Columns {

    private static final int NONE = -1;

    /** By the ordinals of the meanings, since each row asks for a dozen of them. */
    private final int[] places = new int[ColumnRole.values().length];

    Columns(Map<ColumnRole, Integer> chosen) {
        Arrays.fill(places, NONE);
        chosen.forEach((meaning, column) -> places[meaning.ordinal()] = column);
    }

    boolean has(ColumnRole meaning) {
        return places[meaning.ordinal()] != NONE;
    }

    /** Returns whether a column was chosen for some meaning. */
    boolean areOf(int column) {
        return column != NONE && Arrays.stream(places).anyMatch(place -> place == column);
    }

    /** Returns the place of a column from 0, or −1, where every row has an empty cell. */
    int of(ColumnRole meaning) {
        return places[meaning.ordinal()];
    }
}
