package dev.payweek.persistence.sqlite;

import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** The connections that read, each lent to one piece of work at a time with a snapshot of its own. */
final class SqliteReaders implements AutoCloseable {

    private static final int MOST = 16;
    private static final int LONGEST_WAIT_SECONDS = 10;

    private static final PreparedSql BEGIN = PreparedSql.control("BEGIN");
    private static final PreparedSql COMMIT = PreparedSql.control("COMMIT");

    private final Supplier<Session> open;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    SqliteReaders(Supplier<Session> open) {
        this.open = open;
    }

    /** Runs work on a snapshot. */
    <T> T read(Function<Session, T> work) {
        if (!acquired(1)) {
            throw new LedgerException(
                    Reason.STORE_UNAVAILABLE, "Too much is being read at once; try again.", List.of());
        }
        try {
            Session link = Optional.ofNullable(idle.poll()).orElseGet(open);
            try {
                link.execute(BEGIN);
                return work.apply(link);
            } finally {
                giveBack(link);
            }
        } finally {
            free.release();
        }
    }

    /** A connection on which something failed may still be good, but a new one surely is. */
    private void giveBack(Session link) {
        if (closed || link.failure().isPresent()) {
            link.close();
        } else {
            link.execute(COMMIT);
            idle.push(link);
        }
    }

    private boolean acquired(int permits) {
        try {
            return free.tryAcquire(permits, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Closes the connections after their work has ended, or after a while without those whose work has not. */
    @Override
    public void close() {
        closed = true;
        acquired(MOST);
        for (Session link = idle.poll(); link != null; link = idle.poll()) {
            link.close();
        }
    }
}
