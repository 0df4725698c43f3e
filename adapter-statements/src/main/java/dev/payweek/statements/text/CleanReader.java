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
    private final char[] clean = new char[CHUNK + 1];

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
            int plain = refill(buffer, offset, Math.min(length, CHUNK));
            if (plain > 0) {
                return plain;
            }
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

    /**
     * Reads on. Most text has nothing to be cleaned and goes straight to where it is wanted; from the first odd
     * character on it goes to the buffer of cleaned text. Returns how much went straight.
     */
    private int refill(char[] buffer, int offset, int length) throws IOException {
        position = 0;
        limit = 0;
        boolean straight = !afterCr && !heldCr;
        char[] target = straight ? buffer : raw;
        int from = straight ? offset : 0;
        int count = in.read(target, from, straight ? length : raw.length);
        if (count < 0) {
            atEnd = true;
            releaseCr();
            return 0;
        }
        int odd = straight ? plainUntil(target, from, from + count) : from;
        clean(target, odd, from + count);
        return odd - from;
    }

    private void clean(char[] text, int start, int end) {
        int at = start;
        while (at < end) {
            int plain = afterCr || heldCr ? at : plainUntil(text, at, end);
            if (plain > at) {
                System.arraycopy(text, at, clean, limit, plain - at);
                limit += plain - at;
                at = plain;
            } else {
                take(text[at]);
                at++;
            }
        }
    }

    private static int plainUntil(char[] text, int start, int end) {
        int at = start;
        while (at < end && isPlain(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' ? c < 0x7F || (c > 0x9F && c != 0xFEFF) : c == '\n' || c == '\t';
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
                put(isPlain(c) ? c : ' ');
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
