package dev.payweek.statements.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the delimiter of a file.
 *
 * <p>The right one leaves most rows with a date in one cell and an amount in another. That settles it where counting
 * does not: files with decimal commas hold more commas than semicolons. Only a file without movements is judged by how
 * many rows have the same number of cells.
 */
final class DelimiterFinder {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS = 100;

    private DelimiterFinder() {}

    static Delimiter find(String head) {
        Delimiter best = in(head, CANDIDATES[0]);
        long bestScore = -1;
        for (char mark : CANDIDATES) {
            Delimiter candidate = in(head, mark);
            List<CsvRow> rows = CsvRows.beginning(head, candidate, ROWS);
            long movements = rows.stream().filter(CsvRow::isMovement).count();
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

    private static int evenness(List<CsvRow> rows) {
        Map<Integer, Integer> byWidth = new HashMap<>();
        rows.stream()
                .filter(row -> row.width() > 1)
                .forEach(row -> byWidth.merge(row.width(), row.width(), Integer::sum));
        return byWidth.values().stream().max(Integer::compare).orElse(0);
    }
}
