package dev.payweek.statements.csv;

import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the mark between the cells of a file.
 *
 * <p>The right one leaves most rows with a date in one cell and an amount in another. That settles it where counting
 * does not: files with decimal commas hold more commas than semicolons. Only a file without movements is judged by how
 * many rows have the same number of cells.
 *
 * @param mark the mark
 * @param blanksBeforeQuotes whether blanks stand between a mark and the quotation after it
 */
record Delimiter(char mark, boolean blanksBeforeQuotes) {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS = 100;

    static Delimiter of(String head) {
        Delimiter best = in(head, CANDIDATES[0]);
        long bestScore = -1;
        for (char mark : CANDIDATES) {
            Delimiter candidate = in(head, mark);
            List<CsvRow> rows = CsvRows.beginning(head, candidate, ROWS);
            long movements = rows.stream().filter(Delimiter::isMovement).count();
            long score = movements * 1_000_000 + evenness(rows);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static Delimiter in(String head, char mark) {
        return new Delimiter(mark, head.contains(mark + " \""));
    }

    /** Returns whether a row has a date and, in another cell, an amount. */
    static boolean isMovement(CsvRow row) {
        boolean date = false;
        boolean amount = false;
        for (String cell : row.cells()) {
            if (WrittenDate.of(cell).isPresent()) {
                date = true;
            } else if (WrittenAmount.of(cell).filter(found -> !found.isCode()).isPresent()) {
                amount = true;
            }
        }
        return date && amount;
    }

    private static int evenness(List<CsvRow> rows) {
        Map<Integer, Integer> byWidth = new HashMap<>();
        rows.stream()
                .filter(row -> row.width() > 1)
                .forEach(row -> byWidth.merge(row.width(), row.width(), Integer::sum));
        return byWidth.values().stream().max(Integer::compare).orElse(0);
    }
}
