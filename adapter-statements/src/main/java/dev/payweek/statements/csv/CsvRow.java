package dev.payweek.statements.csv;

import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A row of cells. */
final class CsvRow {

    private final int line;
    private final String[] fields;
    private final long clean;

    /** Creates a row of cells as they are in the file, beginning on a line, from 1. */
    CsvRow(int line, String[] fields) {
        this(line, fields, 0);
    }

    /**
     * Creates a row of which it is known that some cells are clean: nothing but ASCII that can be seen, with single
     * blanks inside, and no guard against spreadsheets.
     *
     * @param clean a bit for each of the first 64 cells, the lowest for the first
     */
    CsvRow(int line, String[] fields, long clean) {
        this.line = line;
        this.fields = fields;
        this.clean = clean;
    }

    int line() {
        return line;
    }

    /** Returns a cell without blanks around; rows may be shorter than others, so a missing cell is an empty one. */
    String cell(int column) {
        if (column < 0 || column >= fields.length) {
            return "";
        }
        return isClean(column) ? fields[column] : plain(fields[column]);
    }

    /** Returns whether a cell is known to need no mending. */
    boolean isClean(int column) {
        return column < Long.SIZE && (clean >>> column & 1) != 0;
    }

    /** Returns all cells without blanks around. */
    List<String> cells() {
        return Stream.of(fields).map(CsvRow::plain).toList();
    }

    int width() {
        return fields.length;
    }

    boolean isBlank() {
        for (String field : fields) {
            if (!field.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the row has a date and, in another cell, an amount. */
    boolean isMovement() {
        boolean date = false;
        boolean amount = false;
        for (String cell : cells()) {
            if (WrittenDate.of(cell).isPresent()) {
                date = true;
            } else if (WrittenAmount.of(cell).filter(found -> !found.isCode()).isPresent()) {
                amount = true;
            }
        }
        return date && amount;
    }

    /** Returns the row with the given run of cells joined to one: what an unquoted delimiter tore apart. */
    CsvRow joined(int column, int count, char delimiter) {
        List<String> all = Arrays.asList(fields);
        List<String> mended = new ArrayList<>(all.subList(0, column));
        mended.add(String.join(String.valueOf(delimiter), all.subList(column, column + count)));
        mended.addAll(all.subList(column + count, all.size()));
        return new CsvRow(line, mended.toArray(String[]::new));
    }

    /** Returns the row with the cells of some columns and of as many others in each other's place. */
    CsvRow exchanged(List<Integer> some, List<Integer> others) {
        String[] turned = Arrays.copyOf(fields, Math.max(fields.length, 1 + greatest(some, others)));
        for (int i = 0; i < some.size(); i++) {
            turned[some.get(i)] = cell(others.get(i));
            turned[others.get(i)] = cell(some.get(i));
        }
        return new CsvRow(line, turned);
    }

    private static int greatest(List<Integer> some, List<Integer> others) {
        return Stream.concat(some.stream(), others.stream())
                .max(Integer::compare)
                .orElse(0);
    }

    /**
     * Takes off blanks and what keeps spreadsheets from reading account numbers and days as they like: {@code ="…"}, or
     * an apostrophe before them.
     */
    private static String plain(String field) {
        if (isPlain(field)) {
            return field;
        }
        String cell = stripped(field);
        if (cell.length() > 1
                && cell.charAt(0) == '\''
                && !Character.isLowerCase(cell.charAt(1))
                && !cell.endsWith("'")) {
            return cell.substring(1);
        }
        return cell.length() > 2 && cell.startsWith("=\"") && cell.endsWith("\"")
                ? cell.substring(2, cell.length() - 1)
                : cell;
    }

    /** Blanks that do not break are blanks as well. */
    private static String stripped(String field) {
        int start = 0;
        int end = field.length();
        while (start < end && isBlank(field.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(field.charAt(end - 1))) {
            end--;
        }
        return field.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    private static boolean isPlain(String field) {
        if (field.isEmpty()) {
            return true;
        }
        char first = field.charAt(0);
        char last = field.charAt(field.length() - 1);
        return first > ' ' && first < 0x80 && first != '=' && first != '\'' && last > ' ' && last < 0x80;
    }
}
