package dev.payweek.spreadsheets;

import dev.payweek.refusal.LedgerException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes the cells of a sheet, in any order, and bounds how many they may be. */
final class SheetBuilder {

    /** The most cells of all sheets of a workbook together, those left out between others counted. */
    static final int MOST_CELLS = 2_000_000;

    private static final int MOST_ROWS = 1 << 20;
    private static final int MOST_COLUMNS = 1 << 14;
    private static final int LONGEST_CELL = 1 << 15;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}");
    private static final Pattern NUMBER = Pattern.compile("\\(?[-+\\p{Sc}]{0,2} ?\\d[\\d.,']*\\)?(?: ?\\S{1,3})?");

    /** What all sheets of a workbook have used up. */
    static final class Allowance {
        private int cells;

        void use(int more) {
            cells += more;
            if (cells > MOST_CELLS) {
                throw tooLarge();
            }
        }
    }

    private final Allowance allowance;
    private final List<List<String>> rows = new ArrayList<>();

    SheetBuilder(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Takes a cell; its row and column count from 0. Blanks of any kind become single ones. */
    void cell(int row, int column, String text) {
        String cell = text.substring(0, Math.min(text.length(), LONGEST_CELL))
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
        if (cell.isEmpty()) {
            return;
        }
        if (row < 0 || row >= MOST_ROWS || column < 0 || column >= MOST_COLUMNS) {
            throw tooLarge();
        }
        List<String> cells = row(row);
        allowance.use(Math.max(1, column - cells.size() + 1));
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, cell);
    }

    private List<String> row(int place) {
        while (rows.size() < place) {
            rows.add(List.of());
        }
        if (rows.size() == place) {
            rows.add(new ArrayList<>());
        } else if (rows.get(place).isEmpty()) {
            rows.set(place, new ArrayList<>());
        }
        return rows.get(place);
    }

    /**
     * Repeats the cell at the top of a merged run of cells in each row below that has a number of its own: one day
     * written once beside several movements. A merged number is never repeated, for it would count twice.
     */
    void merged(int firstRow, int lastRow, int column) {
        String top = at(firstRow, column);
        if (!DAY.matcher(top).matches()) {
            return;
        }
        for (int row = firstRow + 1; row <= lastRow && row < rows.size(); row++) {
            boolean hasNumber =
                    rows.get(row).stream().anyMatch(cell -> NUMBER.matcher(cell).matches());
            if (hasNumber && at(row, column).isEmpty()) {
                cell(row, column, top);
            }
        }
    }

    private String at(int row, int column) {
        return row < rows.size() && column < rows.get(row).size()
                ? rows.get(row).get(column)
                : "";
    }

    Sheet build(String name, boolean hidden) {
        return new Sheet(name, hidden, rows);
    }

    static LedgerException tooLarge() {
        return LedgerException.invalid(
                "file", "too_large", "The workbook is larger than any statement; save the statement alone as CSV.");
    }
}
