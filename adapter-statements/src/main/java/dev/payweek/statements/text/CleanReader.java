package dev.payweek.statements.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Text whose lines end in {@code \n} and that holds no control character but that and the tab.
 *
 * <p>A line may end in CR, LF, CR LF or CR CR LF, which some banks write and which is still one line. NUL, the byte
 * order mark and the old end-of-file mark are dropped; other control characters become blanks, since nobody can have
 * meant them. Bytes that make no sense become U+FFFD.
 *
 * <p>Most bytes of most files are plain ASCII. They go straight to where they are wanted; only from an odd byte on are
 * some decoded and cleaned one by one.
 */
final class CleanReader extends Reader {

    private static final int CHUNK = 1 << 14;
    private static final int AT_ONCE = 1 << 10;

    /** Around an odd byte only so many characters are decoded before it is tried whether plain ones follow. */
    private static final int AROUND_ODD = 32;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final boolean holdsAscii;
    private final byte[] array = new byte[CHUNK];
    private final ByteBuffer bytes = ByteBuffer.wrap(array).limit(0);
    private final char[] raw = new char[AT_ONCE];
    /** At most one character more than was decoded: the line end of a CR that was held back. */
    private final char[] clean = new char[AT_ONCE + 1];

    private int position;
    private int limit;
    private boolean atEnd;
    private boolean decodedAll;

    /** Whether a CR came just before, whose line end is written, and whether another CR came after it, whose is not. */
    private boolean afterCr;

    private boolean heldCr;

    CleanReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        this.holdsAscii = charset.name().matches("UTF-8|US-ASCII|windows-125\\d|ISO-8859-\\d+");
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == limit) {
            if (decodedAll) {
                return -1;
            }
            load();
            int plain = holdsAscii && !afterCr && !heldCr ? takePlain(buffer, offset, length) : 0;
            if (plain > 0) {
                return plain;
            }
            decode();
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

    /** Reads on when so little is left that it may be the beginning of one character. */
    private void load() throws IOException {
        if (bytes.remaining() > 8 || atEnd) {
            return;
        }
        bytes.compact();
        int count = in.read(array, bytes.position(), bytes.remaining());
        atEnd = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    /** Copies bytes that are characters as they are, and CR LF as LF; returns how many characters they gave. */
    private int takePlain(char[] buffer, int offset, int length) {
        byte[] from = array;
        int at = bytes.position();
        int end = bytes.limit();
        int to = offset;
        int full = offset + length;
        while (at < end && to < full) {
            byte b = from[at];
            if (b < ' ') {
                if (b == '\r' && at + 1 < end && from[at + 1] == '\n') {
                    at++;
                    b = '\n';
                } else if (b != '\n' && b != '\t') {
                    break;
                }
            } else if (b == 0x7F) {
                break;
            }
            buffer[to++] = (char) b;
            at++;
        }
        bytes.position(at);
        return to - offset;
    }

    private void decode() {
        position = 0;
        limit = 0;
        CharBuffer decoded = CharBuffer.wrap(raw, 0, holdsAscii ? AROUND_ODD : AT_ONCE);
        boolean more = decoder.decode(bytes, decoded, atEnd).isOverflow();
        if (atEnd && !more) {
            more = decoder.flush(decoded).isOverflow();
        }
        int count = decoded.position();
        for (int i = 0; i < count; i++) {
            char c = raw[i];
            if (isPlain(c) && !afterCr && !heldCr) {
                put(c);
            } else {
                take(c);
            }
        }
        if (atEnd && !more) {
            releaseCr();
            decodedAll = true;
        }
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
