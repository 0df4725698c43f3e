package dev.payweek.persistence.sqlite;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether a ledgers' file is still the one that was opened. One that is removed, renamed or replaced while it is open
 * goes on taking writes, and they go with it when it is closed; so nothing may be acknowledged into it. Safe for use by
 * many threads.
 */
final class FilePresence {

    private static final long HOLDS_NANOS = Duration.ofMillis(200).toNanos();

    private final Path file;
    private final Path log;
    private final Optional<Object> identity;
    private volatile long seenAt;

    /** Remembers the file that is there now. */
    FilePresence(Path file) {
        this.file = file;
        this.log = file.resolveSibling(file.getFileName() + "-wal");
        this.identity = identityNow();
        this.seenAt = System.nanoTime();
    }

    /** Returns why nothing may be done, if it is another file or none. */
    Optional<LedgerException> trouble() {
        if (!Files.exists(file) || !identity.equals(identityNow())) {
            return Optional.of(gone());
        }
        seenAt = System.nanoTime();
        return Optional.empty();
    }

    /** Returns why what was just committed may not be acknowledged; it lies in the log until that is worked in. */
    Optional<LedgerException> troubleAfterCommit() {
        return trouble().or(() -> Files.exists(log) ? Optional.empty() : Optional.of(gone()));
    }

    private static LedgerException gone() {
        return new LedgerException(
                Reason.STORE_UNAVAILABLE,
                "The ledgers' file was removed or replaced while it was open; nothing more is kept until it is back in"
                        + " its place.",
                List.of());
    }

    /**
     * Makes sure of it before a connection is opened: SQLite would make a new file in its place.
     *
     * @throws LedgerException if it is another file or none
     */
    void require() {
        trouble().ifPresent(gone -> {
            throw gone;
        });
    }

    /** As {@link #require}, for who reads on a connection that is open; a look of a moment ago will do. */
    void requireLately() {
        if (System.nanoTime() - seenAt > HOLDS_NANOS) {
            require();
        }
    }

    /** Returns what distinguishes the file from others of its name, where the system has such a thing. */
    private Optional<Object> identityNow() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
