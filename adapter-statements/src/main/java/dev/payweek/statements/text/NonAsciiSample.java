package dev.payweek.statements.text;

import dev.payweek.statement.StatementFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file that show its encoding: those with bytes beyond ASCII, wherever they stand. A name with an accent
 * in the last row of a long file is worth as much as one in the first.
 */
final class NonAsciiSample {

    private static final int ENOUGH = 1 << 14;
    private static final int LONGEST_LINE = 1 << 12;
    private static final int CHUNK = 1 << 14;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean telling;

    private NonAsciiSample() {}

    static byte[] of(StatementFile file) throws IOException {
        NonAsciiSample sample = new NonAsciiSample();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = file.open()) {
            for (int read = in.read(chunk); read >= 0 && sample.kept.size() < ENOUGH; read = in.read(chunk)) {
                sample.take(chunk, read);
            }
        }
        sample.endLine();
        return sample.kept.toByteArray();
    }

    static byte[] of(byte[] head) {
        NonAsciiSample sample = new NonAsciiSample();
        sample.take(head, head.length);
        sample.endLine();
        return sample.kept.toByteArray();
    }

    private void take(byte[] chunk, int length) {
        for (int i = 0; i < length && kept.size() < ENOUGH; i++) {
            line.write(chunk[i]);
            telling |= chunk[i] < 0;
            if (chunk[i] == '\n' || chunk[i] == '\r' || line.size() >= LONGEST_LINE) {
                endLine();
            }
        }
    }

    private void endLine() {
        if (telling) {
            kept.writeBytes(line.toByteArray());
        }
        line.reset();
        telling = false;
    }
}
