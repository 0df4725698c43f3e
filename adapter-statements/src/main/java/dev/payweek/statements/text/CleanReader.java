package dev.payweek.statements.text;

import java.io.IOException;
import java.io.Reader;

/**
 * Text whose lines end in {@code \n} and that holds no control character but that and the tab.
 *
 * <p>A line may end in CR, LF, CR LF or CR CR LF, which some banks write and which is still one line. NUL, the byte
 * order mark and the old end-of-file mark are dropped; other control characters become blanks, since nobody can have
 * meant them.
 */
final class CleanReader extends Reader {

    private static final int CHUNK = 1 << 13;

    private final Reader in;
    private final char[] raw = new char[CHUNK];
    /** At most one character more than was read: the line end of a CR that was held back. */
    private final char[] clean = new char[2 * CHUNK + 1];

    private int position;
    private int limit;
    private boolean atEnd;

    /** Whether a CR came just before, whose line end is written, and whether another CR came after it, whose is not. */
    private boolean afterCr;

    private boolean heldCr;

    CleanReader(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == limit) {
            if (atEnd) {
                return -1;
            }
            refill();
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(clean, position, buffer, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void refill() throws IOException {
        position = 0;
        limit = 0;
        int count = in.read(raw, 0, raw.length);
        if (count < 0) {
            atEnd = true;
            releaseCr();
        }
        for (int i = 0; i < count; i++) {
            take(raw[i]);
        }
    }

    private void take(char c) {
        if (c == '\n' && (afterCr || heldCr)) {
            afterCr = false;
            heldCr = false;
        } else if (c == '\r') {
            if (afterCr && !heldCr) {
                heldCr = true;
            } else {
                put('\n');
                afterCr = true;
            }
        } else {
            releaseCr();
            afterCr = false;
            if (c != 0 && c != 0x1A && c != 0xFEFF) {
                put(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
    }

    private void releaseCr() {
        if (heldCr) {
            put('\n');
            heldCr = false;
        }
    }

    private void put(char c) {
        clean[limit++] = c;
    }
}
