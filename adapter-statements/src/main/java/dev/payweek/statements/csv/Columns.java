package dev.payweek.statements.csv;

import java.util.EnumMap;
import java.util.Map;

/** Which column was chosen for each meaning that a file has. */
final class Columns {

    private static final int NONE = -1;

    private final EnumMap<ColumnRole, Integer> places = new EnumMap<>(ColumnRole.class);

    Columns(Map<ColumnRole, Integer> chosen) {
        places.putAll(chosen);
    }

    boolean has(ColumnRole meaning) {
        return places.containsKey(meaning);
    }

    /** Returns whether a column was chosen for some meaning. */
    boolean areOf(int column) {
        return places.containsValue(column);
    }

    /** Returns the place of a column from 0, or −1, where every row has an empty cell. */
    int of(ColumnRole meaning) {
        Integer place = places.get(meaning);
        return place == null ? NONE : place;
    }
}
