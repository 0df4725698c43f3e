package dev.payweek.statements.csv;

import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.util.List;
import java.util.Optional;

/** Finds the row of headings, which may stand below a preamble of up to some dozens of lines, or be missing. */
final class Header {

    private static final int DEEPEST = 60;

    private Header() {}

    /** Returns the place of the header among the first rows of a file. */
    static Optional<Integer> find(List<CsvRow> rows) {
        for (int i = 0; i < Math.min(rows.size(), DEEPEST); i++) {
            if (isKnown(rows.get(i))) {
                return Optional.of(i);
            }
        }
        return aboveFirstMovement(rows);
    }

    /** Returns whether a row repeats the header, as some files do at their end or between pages. */
    static boolean repeats(CsvRow row, CsvRow header) {
        return row.cell(0).equals(header.cell(0)) && row.cells().equals(header.cells());
    }

    private static boolean isKnown(CsvRow row) {
        boolean date = false;
        boolean money = false;
        for (String cell : row.cells()) {
            if (isValue(cell)) {
                return false;
            }
            for (ColumnRole meaning : Vocabulary.meanings(cell).keySet()) {
                // Valuta and valor are both a day and something else; one cell cannot be the two that are needed.
                if (meaning.isDate()) {
                    date = true;
                } else if (meaning.isMoney()) {
                    money = true;
                }
            }
        }
        return date && money && filled(row) > 1;
    }

    /** In a language not known here, the header is the row of mere words that is as wide as the movement below it. */
    private static Optional<Integer> aboveFirstMovement(List<CsvRow> rows) {
        for (int i = 0; i < Math.min(rows.size(), DEEPEST); i++) {
            if (rows.get(i).isMovement()) {
                boolean header = i > 0
                        && rows.get(i - 1).cells().stream().noneMatch(Header::isValue)
                        && filled(rows.get(i - 1)) >= Math.max(2, filled(rows.get(i)) - 1);
                if (header || i + 1 == rows.size() || rows.get(i + 1).isMovement()) {
                    return header ? Optional.of(i - 1) : Optional.empty();
                }
                // A single row with a day and an amount is about the statement as a whole.
            }
        }
        return Optional.empty();
    }

    private static boolean isValue(String cell) {
        return WrittenDate.of(cell).isPresent() || WrittenAmount.of(cell).isPresent();
    }

    private static long filled(CsvRow row) {
        return row.cells().stream().filter(cell -> !cell.isEmpty()).count();
    }
}
