package dev.payweek.statements.text;

import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells whether a whole file is strictly UTF-8. One wrong byte anywhere means that it is something else. */
final class Utf8 {

    private static final int CHUNK = 1 << 14;

    private Utf8() {}

    /** Tells whether the beginning of a file is UTF-8, of which the last character may be cut off. */
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
                bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
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

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
