package dev.payweek.persistence.sqlite;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A claim on a ledgers' file, so that one process at a time writes it. The claim is a lock on a file beside it that
 * holds the process's number; the system drops the lock when the process dies, however it dies. The file itself stays:
 * removing it would let two processes lock two files of the same name.
 */
final class DatabaseLock implements AutoCloseable {

    private static final int LONGEST_PID = 20;

    /**
     * The files open in this process, and how often. POSIX drops all of a process's locks on a file when any of its
     * descriptors is closed, so a file that is open here is never opened a second time by other means than SQLite's.
     */
    private static final Map<Path, Integer> OPEN = new HashMap<>();

    private final Path file;
    private final Optional<FileChannel> lock;

    private DatabaseLock(Path file, Optional<FileChannel> lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Claims a file for writing. */
    static DatabaseLock forWriting(Path file) {
        synchronized (OPEN) {
            if (OPEN.containsKey(file)) {
                throw held(Optional.of(ProcessHandle.current().pid()));
            }
            DatabaseLock hold = new DatabaseLock(file, Optional.of(locked(file)));
            OPEN.put(file, 1);
            return hold;
        }
    }

    /** Notes that a file is open for reading, which needs no claim; the check is run unless it is open here already. */
    static DatabaseLock forReading(Path file, Runnable check) {
        synchronized (OPEN) {
            if (!OPEN.containsKey(file)) {
                check.run();
            }
            OPEN.merge(file, 1, Integer::sum);
            return new DatabaseLock(file, Optional.empty());
        }
    }

    private static FileChannel locked(Path file) {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try {
            SqliteFile.createPrivately(lockFile);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                Optional<Long> holder = pidIn(channel);
                channel.close();
                throw held(holder);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw new LedgerException(
                    Reason.STORE_UNAVAILABLE, "The folder of the ledgers' file cannot be written: " + file + ".", e);
        }
    }

    private static Optional<Long> pidIn(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_PID);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
        return pid.matches("\\d{1,19}") ? Optional.of(Long.valueOf(pid)) : Optional.empty();
    }

    private static LedgerException held(Optional<Long> pid) {
        String holder = pid.map(number -> "process " + number).orElse("another process");
        return new LedgerException(
                Reason.STORE_UNAVAILABLE, "The ledgers' file is in use by " + holder + ".", List.of());
    }

    /** Lets go of the file, once. */
    @Override
    public void close() {
        synchronized (OPEN) {
            OPEN.computeIfPresent(file, (path, count) -> count == 1 ? null : count - 1);
            lock.ifPresent(DatabaseLock::close);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LedgerException(
                    Reason.STORE_UNAVAILABLE, "The lock on the ledgers' file could not be dropped.", e);
        }
    }
}
