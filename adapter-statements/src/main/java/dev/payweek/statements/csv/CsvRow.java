package dev.payweek.statements.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of cells.
 *
 * @param line the line it begins on, from 1
 * @param fields the cells as they are in the file
 */
record CsvRow(int line, List<String> fields) {

    /** Returns a cell without blanks around; rows may be shorter than others, so a missing cell is an empty one. */
    String cell(int column) {
        return column >= 0 && column < fields.size() ? plain(fields.get(column)) : "";
    }

    /** Returns all cells without blanks around. */
    List<String> cells() {
        return fields.stream().map(CsvRow::plain).toList();
    }

    int width() {
        return fields.size();
    }

    boolean isBlank() {
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the row with the given run of cells joined to one: what an unquoted delimiter tore apart. */
    CsvRow joined(int column, int count, char delimiter) {
        List<String> mended = new ArrayList<>(fields.subList(0, column));
        mended.add(String.join(String.valueOf(delimiter), fields.subList(column, column + count)));
        mended.addAll(fields.subList(column + count, fields.size()));
        return new CsvRow(line, mended);
    }

    /** Takes off blanks and the {@code ="…"} by which some banks keep spreadsheets from reading account numbers. */
    private static String plain(String field) {
        if (isPlain(field)) {
            return field;
        }
        String cell = field.strip();
        return cell.length() > 2 && cell.startsWith("=\"") && cell.endsWith("\"")
                ? cell.substring(2, cell.length() - 1)
                : cell;
    }

    private static boolean isPlain(String field) {
        if (field.isEmpty()) {
            return true;
        }
        char first = field.charAt(0);
        char last = field.charAt(field.length() - 1);
        return first > ' ' && first < 0x80 && first != '=' && last > ' ' && last < 0x80;
    }
}
