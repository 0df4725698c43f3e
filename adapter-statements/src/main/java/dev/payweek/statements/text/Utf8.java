package dev.payweek.statements.text;

import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Returns whether a whole file is strictly UTF-8. One wrong byte anywhere means that it is something else. */
final class Utf8 {

    private static final int CHUNK = 1 << 14;

    /** The highest bit of each of eight bytes. */
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private Utf8() {}

    /** Returns whether the beginning of a file is UTF-8, of which the last character may be cut off. */
    static boolean isBeginning(byte[] head) {
        return !decoder()
                .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false)
                .isError();
    }

    static boolean isWholly(StatementFile file) throws IOException {
        CharsetDecoder decoder = decoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer discarded = CharBuffer.allocate(CHUNK);
        try (InputStream in = file.open()) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean whole = bytes.position() == 0;
                bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
                if (whole) {
                    skipAscii(bytes);
                }
                discarded.clear();
                if (decoder.decode(bytes, discarded, read < 0).isError()) {
                    return false;
                }
                if (read < 0) {
                    return true;
                }
                bytes.compact();
            }
        }
    }

    /** Plain ASCII, which most files are from end to end, is recognised eight bytes at a time. */
    private static void skipAscii(ByteBuffer bytes) {
        int at = 0;
        int last = bytes.limit() - Long.BYTES;
        while (at <= last && (bytes.getLong(at) & NOT_ASCII) == 0) {
            at += Long.BYTES;
        }
        bytes.position(at);
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
