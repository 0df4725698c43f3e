package dev.payweek.rest.http;

import java.util.Optional;

/**
 * A file that was sent, and the name its sender gave it.
 *
 * @param name nothing when it came without one
 * @param content its bytes
 */
public record SentFile(Optional<String> name, Upload content) implements AutoCloseable {
    @Override
    public void close() {
        content.close();
    }
}
