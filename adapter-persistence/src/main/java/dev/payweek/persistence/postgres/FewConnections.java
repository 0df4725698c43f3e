package dev.payweek.persistence.postgres;

import dev.payweek.store.Deadline;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A few connections that are opened when they are needed and kept: for a function, which does one thing at a time and
 * may be frozen for hours between two. Nothing runs beside the work, as a pool's own threads would.
 *
 * <p>Safe for use by many threads; each waits for its turn as long as its {@link Deadline} allows.
 */
final class FewConnections implements Connections {

    private static final long LONGEST_WAIT_MILLIS = 5_000;

    /** A server ends connections that nobody uses, and the network forgets them; whoever slept asks first. */
    private static final long SURE_MILLIS = 5_000;

    private record Idle(Connection connection, long since) {}

    private final String url;
    private final Semaphore turns;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();

    FewConnections(String url, int most) {
        this.url = url;
        this.turns = new Semaphore(most);
    }

    @Override
    public Connection borrow() throws SQLException {
        try {
            if (!turns.tryAcquire(patience(), TimeUnit.MILLISECONDS)) {
                throw new SQLException("no connection is free", "08001");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", "08001", e);
        }
        try {
            Optional<Connection> kept = kept();
            return kept.isPresent() ? kept.get() : opened();
        } catch (SQLException | RuntimeException | Error e) {
            turns.release();
            throw e;
        }
    }

    private static long patience() {
        return Deadline.left()
                .map(Duration::toMillis)
                .map(left -> Math.max(0, Math.min(left, LONGEST_WAIT_MILLIS)))
                .orElse(LONGEST_WAIT_MILLIS);
    }

    private Optional<Connection> kept() throws SQLException {
        for (Idle next = idle.pollLast(); next != null; next = idle.pollLast()) {
            // By the wall clock: the other one stands still while the machine is frozen.
            boolean sure = System.currentTimeMillis() - next.since < SURE_MILLIS;
            if (sure ? !next.connection.isClosed() : next.connection.isValid(1)) {
                return Optional.of(next.connection);
            }
            drop(next.connection);
        }
        return Optional.empty();
    }

    private Connection opened() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "payweek");
        String seconds = Long.toString(Math.max(1, patience() / 1_000));
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(url, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute(PostgresPool.DURABLE);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            drop(connection);
            throw e;
        }
    }

    @Override
    public void giveBack(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                idle.add(new Idle(connection, System.currentTimeMillis()));
            }
        } catch (SQLException e) {
            drop(connection);
        } finally {
            turns.release();
        }
    }

    /** Whatever fails in closing what is of no use any more changes nothing for anybody. */
    private static void drop(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            return;
        }
    }

    @Override
    public void close() {
        for (Idle next = idle.pollLast(); next != null; next = idle.pollLast()) {
            drop(next.connection);
        }
    }
}
