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
 * Whether a ledgers' file is still the one that was opened, and the log beside it still the one that commits go to.
 * One that is removed, renamed or replaced while it is open goes on taking writes, and they go with it when it is
 * closed; so nothing may be acknowledged into it. Safe for use by many threads.
 */
final class FilePresence {

    private static final long HOLDS_NANOS = Duration.ofMillis(200).toNanos();

    private final Path file;
    private final Path log;
    private final Optional<Object> identity;

    /** That of the log, from the first commit of a connection until it is closed. */
    private volatile Optional<Object> ofLog = Optional.empty();

    private volatile long seenAt;

    /** Remembers the file that is there now. */
    FilePresence(Path file) {
        this.file = file;
        this.log = file.resolveSibling(file.getFileName() + "-wal");
        this.identity = identity(file);
        this.seenAt = System.nanoTime();
    }

    /** Returns why nothing may be done, if it is another file or none. */
    Optional<LedgerException> trouble() {
        if (identity.isEmpty() || !identity.equals(identity(file))) {
            return gone("The ledgers' file was removed or replaced while it was open; nothing more is kept until it is"
                    + " back in its place.");
        }
        if (isOnlyLogGone()) {
            return gone("The log of the ledgers' file was removed or replaced while it was open; nothing more is kept"
                    + " until the service is started again.");
        }
        seenAt = System.nanoTime();
        return Optional.empty();
    }

    /** Returns whether commits go to a log that nobody will find again, unless they are worked into the file first. */
    boolean isOnlyLogGone() {
        Optional<Object> known = ofLog;
        return known.isPresent() && !known.equals(identity(log)) && identity.equals(identity(file));
    }

    /** Returns why what was just committed may not be acknowledged; it lies in the log until that is worked in. */
    Optional<LedgerException> troubleAfterCommit() {
        if (ofLog.isEmpty()) {
            ofLog = Optional.of(identity(log).orElse("none"));
        }
        return trouble();
    }

    /** Forgets which log it was, since the connection that wrote to it is closed and the next may make another. */
    void forgetLog() {
        ofLog = Optional.empty();
    }

    private static Optional<LedgerException> gone(String sentence) {
        return Optional.of(new LedgerException(Reason.STORE_UNAVAILABLE, sentence, List.of()));
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

    /** Returns what distinguishes a file from others of its name, where the system has such a thing. */
    private static Optional<Object> identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? "there" : key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
