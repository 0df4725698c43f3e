package dev.payweek.statements.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;

/**
 * Takes the cells that FastCSV cuts and makes rows of them. A short cell that repeats the one above it, as days and
 * currencies do, is the same text again and no new one.
 */
final class Cells extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private static final int FEWEST_CELLS = 8;
    private static final int MOST_CELLS = 1 << 14;
    private static final int LONGEST_REPEATED = 16;
    private static final int ALL = -1;

    /** The cells of the row above and of the one being cut. */
    private String[] above = {};

    private String[] cells = {};
    private long clean;
    private int count;
    private long line;
    private int only = ALL;

    /** Returns the line on which the row begins that is being cut. */
    long line() {
        return line;
    }

    /** From now on makes a text of this column's cells only; those before are empty, and those behind missing. */
    void keepOnly(int column) {
        only = column;
        clean = 0;
        above = new String[0];
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        count = 0;
        cells = new String[above.length];
    }

    @Override
    protected void handleField(int place, char[] buffer, int offset, int length, boolean quoted) {
        if (only != ALL && place > only) {
            return;
        }
        if (place == cells.length) {
            if (place >= MOST_CELLS) {
                throw new CsvParseException("more cells in a row than any table has");
            }
            cells = Arrays.copyOf(cells, Math.max(place * 2, FEWEST_CELLS));
        }
        count = place + 1;
        if (only != ALL && place < only) {
            cells[place] = "";
        } else if (repeats(place, buffer, offset, length)) {
            cells[place] = above[place];
        } else {
            cells[place] = length == 0 ? "" : new String(buffer, offset, length);
            long bit = place < Long.SIZE ? 1L << place : 0;
            clean = isClean(buffer, offset, offset + length) ? clean | bit : clean & ~bit;
        }
    }

    private boolean repeats(int place, char[] buffer, int offset, int length) {
        return place < above.length
                && length == above[place].length()
                && length <= LONGEST_REPEATED
                && isSame(above[place], buffer, offset);
    }

    /** Finds out here, where the characters are at hand, what would otherwise be asked of each text several times. */
    private static boolean isClean(char[] buffer, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = buffer[i];
            if (c >= 0x7F || (c <= ' ' && (c < ' ' || i == start || buffer[i - 1] == ' '))) {
                return false;
            }
        }
        return start == end || (buffer[end - 1] != ' ' && buffer[start] != '=' && buffer[start] != '\'');
    }

    private static boolean isSame(String text, char[] buffer, int offset) {
        int last = text.length() - 1;
        if (last < 0 || text.charAt(last) != buffer[offset + last]) {
            return last < 0;
        }
        for (int i = 0; i < last; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void handleEmpty() {
        count = 0;
    }

    @Override
    protected CsvRow buildRecord() {
        above = count == cells.length ? cells : Arrays.copyOf(cells, count);
        return new CsvRow((int) line, above, clean);
    }
}
