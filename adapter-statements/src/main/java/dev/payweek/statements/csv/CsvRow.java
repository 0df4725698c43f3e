package dev.payweek.statements.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of cells.
 *
 * @param line the line it begins on, from 1
 * @param cells without blanks around
 */
record CsvRow(int line, List<String> cells) {

    static CsvRow of(long line, List<String> fields) {
        List<String> cells = new ArrayList<>(fields.size());
        fields.forEach(field -> cells.add(plain(field)));
        return new CsvRow((int) Math.min(line, Integer.MAX_VALUE), cells);
    }

    /** Returns a cell; rows may be shorter than others, so a missing cell is an empty one. */
    String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    int width() {
        return cells.size();
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** Returns the row with the given run of cells joined to one: what an unquoted delimiter tore apart. */
    CsvRow joined(int column, int count, char delimiter) {
        List<String> mended = new ArrayList<>(cells.subList(0, column));
        mended.add(String.join(String.valueOf(delimiter), cells.subList(column, column + count)));
        mended.addAll(cells.subList(column + count, cells.size()));
        return new CsvRow(line, mended);
    }

    /** Takes off blanks and the {@code ="…"} by which some banks keep spreadsheets from reading account numbers. */
    private static String plain(String field) {
        String cell = field.strip();
        return cell.length() > 2 && cell.startsWith("=\"") && cell.endsWith("\"")
                ? cell.substring(2, cell.length() - 1)
                : cell;
    }
}
