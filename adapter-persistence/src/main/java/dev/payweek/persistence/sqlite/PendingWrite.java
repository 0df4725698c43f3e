package dev.payweek.persistence.sqlite;

import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.refusal.LedgerException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A piece of work that waits for the writing thread, and what became of it. */
final class PendingWrite<T> {

    private static final PreparedSql SAVEPOINT = PreparedSql.control("SAVEPOINT job");
    private static final PreparedSql ROLLBACK = PreparedSql.control("ROLLBACK TO job");
    private static final PreparedSql RELEASE = PreparedSql.control("RELEASE job");

    private final Function<Session, T> work;
    private final Runnable forget;
    private final CountDownLatch done = new CountDownLatch(1);
    private Optional<Throwable> failure = Optional.empty();
    private Optional<T> result = Optional.empty();

    /** The work, and what drops all that is remembered of the transaction when the work is rolled back. */
    PendingWrite(Function<Session, T> work, Runnable forget) {
        this.work = work;
        this.forget = forget;
    }

    /**
     * Runs the work under a savepoint. What it throws is its own affair and goes to its caller.
     *
     * @throws LedgerException if the connection can do no more, so that the whole transaction is lost
     */
    void run(Session link) {
        link.execute(SAVEPOINT);
        try {
            result = Optional.ofNullable(work.apply(link));
            link.refuseIfFailed();
        } catch (Throwable thrown) {
            failure = Optional.of(thrown);
            if (link.isBroken()) {
                throw link.failure().orElseThrow().refusal();
            }
            link.forgive();
            link.execute(ROLLBACK);
            forget.run();
        }
        link.execute(RELEASE);
    }

    /** Notifies the caller that the work's outcome is final. */
    void acknowledge() {
        done.countDown();
    }

    /**
     * Notifies the caller that nothing was written, for a reason outside the work, unless the work itself failed
     * before.
     */
    void fail(LedgerException refusal) {
        if (failure.isEmpty()) {
            failure = Optional.of(refusal);
        }
        done.countDown();
    }

    /**
     * Waits for the outcome. An interrupted caller waits on, since the write may be past recall, and is notified by its
     * flag.
     */
    T outcome() {
        boolean interrupted = false;
        while (done.getCount() > 0) {
            try {
                done.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.isPresent()) {
            throw unchecked(failure.get());
        }
        return orNull(result);
    }

    /** Returns what the work threw, as it is; only work that deceives the compiler throws anything else. */
    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }

    /** Work may return null where its type is Void. */
    @SuppressWarnings("NullAway")
    private static <T> T orNull(Optional<T> result) {
        return result.orElse(null);
    }
}
