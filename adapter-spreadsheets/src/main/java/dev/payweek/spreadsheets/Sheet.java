package dev.payweek.spreadsheets;

import java.util.List;

/**
 * One sheet of a workbook.
 *
 * @param name what its tab says
 * @param hidden whether people do not see it
 * @param rows all rows from the first one on, empty ones too, so that a row's place is its number; of different lengths
 */
record Sheet(String name, boolean hidden, List<List<String>> rows) {

    boolean isEmpty() {
        return rows.stream().allMatch(row -> row.stream().allMatch(String::isBlank));
    }
}
