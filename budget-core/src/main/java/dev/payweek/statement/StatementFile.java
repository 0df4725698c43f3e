package dev.payweek.statement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A bank's file, which can be read more than once: first to recognise it, then to decide how its dates and amounts are
 * written, then for its rows.
 *
 * <pre>{@code
 * var bytes = "Date,Description,Amount\n2026-11-21,Corner Coffee,-4.50\n".getBytes(StandardCharsets.UTF_8);
 * StatementFile.of("november.csv", bytes).name();    // "november.csv"
 * }</pre>
 *
 * <p>Safe for use by several threads as long as each opens a stream of its own.
 */
public interface StatementFile {

    /** Returns the file's name as the person gave it, for messages only; nothing is concluded from it. */
    String name();

    /**
     * Returns the file's bytes from the beginning, each time it is called; the caller closes the stream.
     *
     * @throws IOException if the file cannot be read
     */
    InputStream open() throws IOException;

    /** Returns how many bytes the file has, if that is known without reading it. */
    default OptionalLong length() {
        return OptionalLong.empty();
    }

    /** Returns a file of bytes already in memory. */
    static StatementFile of(String name, byte[] bytes) {
        return new StatementFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public OptionalLong length() {
                return OptionalLong.of(bytes.length);
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
