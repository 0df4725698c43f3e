package dev.payweek.statements.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/**
 * Text whose lines end in {@code \n} and that holds no control character but that and the tab.
 *
 * <p>A line may end in CR, LF, CR LF or CR CR LF, which some banks write and which is still one line. NUL, the byte order
 * mark and the old end-of-file mark are dropped; other control characters become blanks, since nobody can have meant
 * them.
 */
final class CleanReader extends FilterReader {

    private static final int END = -1;

    CleanReader(Reader in) {
        super(new PushbackReader(in, 2));
    }

    @Override
    public int read() throws IOException {
        while (true) {
            int c = in.read();
            if (c == '\r') {
                return endOfLine();
            }
            if (c == END || c == '\n' || c == '\t') {
                return c;
            }
            if (c != 0 && c != 0x1A && c != 0xFEFF) {
                return Character.isISOControl(c) ? ' ' : c;
            }
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c == END) {
                return count == 0 && length > 0 ? END : count;
            }
            buffer[offset + count++] = (char) c;
        }
        return count;
    }

    private int endOfLine() throws IOException {
        int second = in.read();
        if (second == '\n') {
            return '\n';
        }
        int third = second == '\r' ? in.read() : END;
        if (third == '\n') {
            return '\n';
        }
        PushbackReader pushback = (PushbackReader) in;
        if (third != END) {
            pushback.unread(third);
        }
        if (second != END) {
            pushback.unread(second);
        }
        return '\n';
    }
}
