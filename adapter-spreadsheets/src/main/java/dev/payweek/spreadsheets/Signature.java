package dev.payweek.spreadsheets;

import dev.payweek.statement.StatementFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes by which a kind of file is known.
 *
 * @param bytes as characters of Latin-1
 */
record Signature(String bytes) {

    boolean begins(StatementFile file) throws IOException {
        byte[] expected = bytes.getBytes(StandardCharsets.ISO_8859_1);
        try (InputStream in = file.open()) {
            return Arrays.equals(in.readNBytes(expected.length), expected);
        }
    }

    /** Returns whether a text of ASCII, whose first character is not repeated in it, stands somewhere in a file. */
    static boolean holds(StatementFile file, String text) throws IOException {
        int matched = 0;
        try (InputStream in = new BufferedInputStream(file.open())) {
            for (int c = in.read(); c >= 0 && matched < text.length(); c = in.read()) {
                matched = c == text.charAt(matched) ? matched + 1 : c == text.charAt(0) ? 1 : 0;
            }
        }
        return matched == text.length();
    }
}
