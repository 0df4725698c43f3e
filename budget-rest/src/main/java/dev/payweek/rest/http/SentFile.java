package dev.payweek.rest.http;

import java.util.Optional;

/**
 * A file that was sent, and the name its sender gave it.
 *
 * @param name nothing when it came without one
 * @param content its bytes
 * @param decisions what came before it in the form, of how its rows are taken; JSON
 */
public record SentFile(Optional<String> name, Upload content, Optional<String> decisions) implements AutoCloseable {
    @Override
    public void close() {
        content.close();
    }
}
