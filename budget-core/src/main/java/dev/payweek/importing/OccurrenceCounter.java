package dev.payweek.importing;

import dev.payweek.statement.RowKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each key has occurred in a file so far. Rows of one key are of one day, and rows of a day mostly follow
 * each other: a small table for each day is found in the processor's cache where one for all would not.
 */
final class OccurrenceCounter {

    private final Map<LocalDate, DayOccurrences> days = new HashMap<>();
    private LocalDate lastDay = LocalDate.MIN;
    private DayOccurrences last = new DayOccurrences();

    /** Counts one more row of the key, which is of the day, and returns its ordinal number, from 1. */
    int count(LocalDate day, RowKey key) {
        if (!day.equals(lastDay)) {
            last = days.computeIfAbsent(day, any -> new DayOccurrences());
            lastDay = day;
        }
        return last.count(key);
    }
}
