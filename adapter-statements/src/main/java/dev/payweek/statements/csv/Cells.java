package dev.payweek.statements.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;

/**
 * Takes the cells that FastCSV cuts and makes rows of them. A short cell that repeats the one above it, as days and
 * currencies do, is the same text again and no new one.
 */
final class Cells extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private static final int MOST_CELLS = 1 << 14;
    private static final int LONGEST_REPEATED = 16;
    private static final int ALL = -1;

    private String[] cells = new String[16];
    private long clean;
    private int count;
    private long line;
    private int only = ALL;

    /** Returns the line on which the row begins that is being cut. */
    long line() {
        return line;
    }

    /** From now on makes a text of this column's cells only; those of all others are empty. */
    void keepOnly(int column) {
        only = column;
        clean = 0;
        Arrays.fill(cells, "");
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        count = 0;
    }

    @Override
    protected void handleField(int place, char[] buffer, int offset, int length, boolean quoted) {
        if (place == cells.length) {
            if (place == MOST_CELLS) {
                throw new CsvParseException("more cells in a row than any table has");
            }
            cells = Arrays.copyOf(cells, place * 2);
        }
        count = place + 1;
        if (only == ALL || only == place) {
            String above = cells[place];
            boolean repeats = above != null
                    && length == above.length()
                    && length <= LONGEST_REPEATED
                    && isSame(above, buffer, offset);
            if (!repeats) {
                cells[place] = length == 0 ? "" : new String(buffer, offset, length);
                long bit = place < Long.SIZE ? 1L << place : 0;
                clean = isClean(buffer, offset, offset + length) ? clean | bit : clean & ~bit;
            }
        } else {
            cells[place] = "";
        }
    }

    /** Finds out here, where the characters are at hand, what would otherwise be asked of each text several times. */
    private static boolean isClean(char[] buffer, int start, int end) {
        char before = ' ';
        for (int i = start; i < end; i++) {
            char c = buffer[i];
            if (c >= 0x7F || c < ' ' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return start == end || (before != ' ' && buffer[start] != '=' && buffer[start] != '\'');
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
        return new CsvRow((int) line, Arrays.copyOf(cells, count), clean);
    }
}
