package dev.payweek.persistence.sqlite;

import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.jdbc.SqlFailure;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.StoreFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way into a SQLite file: one at a time writes, mostly a thread of its own.
 *
 * <p>A commit costs a write through to the disk, however much it holds. So everything that waits when the thread comes
 * by is put into one transaction, each piece of work under a savepoint: one that fails is rolled back alone, and all
 * are acknowledged when the common commit has returned. Whatever cannot be blamed on one piece of work, such as a full
 * disk, rolls back the whole group, notifies each of its callers, and replaces the connection.
 *
 * <p>Work that writes much takes its turn on the thread it comes from.
 */
final class GroupCommit implements AutoCloseable {

    private static final int MOST_TOGETHER = 256;
    private static final int MOST_WAITING = 4_096;
    private static final long GATHER_NANOS = Duration.ofMillis(20).toNanos();

    private static final PreparedSql BEGIN = PreparedSql.control("BEGIN IMMEDIATE");
    private static final PreparedSql COMMIT = PreparedSql.control("COMMIT");

    private final BlockingQueue<PendingWrite<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Supplier<Session> open;
    private final FilePresence presence;
    private final Runnable forget;
    private final Runnable committed;
    private final Thread thread;

    /** Held by whoever writes, and given to those who wait for it in their order. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private Optional<Session> link;
    private boolean lost;
    private volatile boolean closing;

    /** Changed by whoever has the turn. */
    private volatile StoreFigures figures = StoreFigures.NONE;

    private volatile Optional<LedgerException> trouble = Optional.empty();

    /**
     * Begins to write on a connection.
     *
     * @param open opens another when that one is lost
     * @param forget drops what is remembered of the open transaction
     * @param presence of the file that it writes to
     * @param committed is run after each commit that was made or tried, before anybody is acknowledged
     */
    GroupCommit(Session first, Supplier<Session> open, FilePresence presence, Runnable forget, Runnable committed) {
        this.presence = presence;
        this.committed = committed;
        this.forget = forget;
        this.link = Optional.of(first);
        this.open = open;
        this.thread = new Thread(this::serve, "payweek-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Has the work run with whatever else waits and returns when its changes are on the disk. */
    <T> T write(Function<Session, T> work) {
        refuseInsideAnother();
        PendingWrite<T> job = new PendingWrite<>(work, forget);
        synchronized (waiting) {
            if (closing) {
                throw closed();
            }
            if (!waiting.offer(job)) {
                throw new LedgerException(
                        Reason.STORE_UNAVAILABLE, "Too many writes are waiting; try again.", List.of());
            }
        }
        return job.outcome();
    }

    /** Runs the work on this thread, in its turn, and returns when its changes are on the disk. */
    <T> T writeHere(Function<Session, T> work) {
        refuseInsideAnother();
        PendingWrite<T> job = new PendingWrite<>(work, forget);
        inTurn(() -> {
            if (closing) {
                throw closed();
            }
            commit(job);
        });
        return job.outcome();
    }

    private void refuseInsideAnother() {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("A write cannot wait for others inside itself.");
        }
    }

    /** Returns what the last group failed of, until one succeeds. */
    Optional<LedgerException> trouble() {
        return trouble;
    }

    /** Returns how many commits were made, and how many writes by them. */
    StoreFigures figures() {
        return figures;
    }

    boolean isOpen() {
        return !closing;
    }

    /**
     * Ends when closing and nothing waits any more. Nobody has reason to interrupt it; if somebody does, it goes on.
     */
    private void serve() {
        while (!closing || !waiting.isEmpty()) {
            try {
                PendingWrite<?> first = waiting.poll(1, TimeUnit.SECONDS);
                inTurn(first == null ? this::save : () -> commit(first));
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
        inTurn(() -> link.ifPresent(GroupCommit::finish));
    }

    /** Brings what was acknowledged into the file when nobody will find the log again, where alone it may be. */
    private void save() {
        if (presence.isOnlyLogGone()) {
            link.ifPresent(GroupCommit::workIn);
        }
    }

    private void inTurn(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    private void commit(PendingWrite<?> first) {
        List<PendingWrite<?>> group = new ArrayList<>();
        group.add(first);
        if (lost) {
            first.fail(trouble.orElseThrow());
            return;
        }
        Optional<LedgerException> before = presence.trouble();
        if (before.isPresent()) {
            trouble = before;
            save();
            first.fail(before.get());
            return;
        }
        try {
            Session connection = link.orElseGet(open);
            link = Optional.of(connection);
            connection.execute(BEGIN);
            forget.run();
            first.run(connection);
            long end = System.nanoTime() + GATHER_NANOS;
            while (group.size() < MOST_TOGETHER && System.nanoTime() < end) {
                PendingWrite<?> next = waiting.poll();
                if (next == null) {
                    break;
                }
                group.add(next);
                next.run(connection);
            }
            connection.execute(COMMIT);
            figures = new StoreFigures(figures.commits() + 1, figures.writes() + group.size());
            committed.run();
            trouble = presence.troubleAfterCommit();
            trouble.ifPresentOrElse(
                    gone -> group.forEach(job -> job.fail(gone)), () -> group.forEach(PendingWrite::acknowledge));
        } catch (RuntimeException | Error e) {
            // Whatever it is, the writing thread must live on and nobody may wait for ever.
            LedgerException refusal = e instanceof LedgerException known
                    ? known
                    : new LedgerException(Reason.STORE_UNAVAILABLE, "The write could not be made.", e);
            boolean lasting =
                    link.flatMap(Session::failure).filter(SqlFailure::lasting).isPresent();
            abandon();
            committed.run();
            trouble = Optional.of(refusal);
            lost = lasting;
            group.forEach(job -> job.fail(refusal));
        }
    }

    /**
     * SQLite may have rolled back by itself, in which case there is nothing left to roll back; closing does for both.
     */
    private void abandon() {
        link.ifPresent(connection -> {
            connection.forgive();
            try {
                connection.run("ROLLBACK");
            } catch (LedgerException refusal) {
                connection.forgive();
            }
            connection.close();
        });
        link = Optional.empty();
        presence.forgetLog();
    }

    /** Brings the log into the file, so that the file alone is complete; if that fails, the log still holds it all. */
    private static void finish(Session connection) {
        workIn(connection);
        connection.close();
    }

    private static void workIn(Session connection) {
        try {
            connection.run("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (LedgerException refusal) {
            connection.forgive();
        }
    }

    /** Takes no more work, finishes what waits, and closes the connection. */
    @Override
    public void close() {
        refuseInsideAnother();
        synchronized (waiting) {
            closing = true;
            // Wakes the thread. If there is no room for it, there is enough to wake for.
            boolean woken = waiting.offer(new PendingWrite<>(connection -> true, forget));
            assert woken || !waiting.isEmpty() : "a queue is empty or has room";
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static LedgerException closed() {
        return new LedgerException(Reason.STORE_UNAVAILABLE, "The store is closed.", List.of());
    }
}
