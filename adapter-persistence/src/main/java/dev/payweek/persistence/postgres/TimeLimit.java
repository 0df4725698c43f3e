package dev.payweek.persistence.postgres;

import dev.payweek.store.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends the work on a connection when its {@link Deadline} comes, whatever it waits for: a lock, an answer, a server
 * that has fallen silent. The server is given the same time, so that it does not go on waiting for a lock on behalf of
 * nobody.
 *
 * <p>Safe for use by many threads.
 */
final class TimeLimit {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "payweek-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    private TimeLimit() {}

    /** Returns whether there is no time left, so that nothing should be begun. */
    static boolean isOver() {
        return Deadline.left().map(left -> left.toMillis() <= 0).orElse(false);
    }

    /** Returns the statement that gives the server as much time as there is left, or an empty one. */
    static String statement() {
        return Deadline.left()
                .map(left -> "SET LOCAL statement_timeout = " + Math.max(1, left.toMillis()))
                .orElse("");
    }

    /** Watches over a connection until what is returned is cancelled; does nothing where nobody waits. */
    static Future<?> watch(Connection connection) {
        Duration left = Deadline.left().orElse(Duration.ZERO);
        if (left.isZero()) {
            return java.util.concurrent.CompletableFuture.completedFuture("");
        }
        return CLOCK.schedule(() -> end(connection), Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Closing the socket is what wakes whoever reads from it; nothing is committed that was not on its way. */
    private static void end(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            System.getLogger(TimeLimit.class.getName())
                    .log(System.Logger.Level.WARNING, "A connection could not be ended in time.", e);
        }
    }
}
