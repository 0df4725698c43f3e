package dev.payweek.persistence.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.payweek.persistence.jdbc.SqlFailure;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/**
 * Whether the database answers. While it does not, one thread asks for it again and again, and all others are refused
 * at once instead of waiting for a connection each. Safe for use by many threads.
 */
final class Reachability implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Reachability.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource pool;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean closed;

    Reachability(DataSource pool) {
        this.pool = pool;
    }

    /** Returns a connection of the pool; refuses at once while there is none to be had. */
    Connection connection() {
        if (away.get()) {
            throw new LedgerException(Reason.STORE_UNAVAILABLE, "The database does not answer now.", List.of());
        }
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            // A pool that waits for connections is the only one for which there is something to be saved.
            if (pool instanceof HikariDataSource && isUnreachable(e) && away.compareAndSet(false, true)) {
                LOG.log(System.Logger.Level.WARNING, "the database does not answer; it is asked again until it does");
                Thread asking = new Thread(this::ask, "payweek-database");
                asking.setDaemon(true);
                asking.start();
            }
            throw SqlFailure.of(e, SQLDialect.POSTGRES).refusal();
        }
    }

    /** A pool whose connections are all lent has nobody to blame; one that cannot make any says of what that failed. */
    private static boolean isUnreachable(SQLException e) {
        return e.getCause() instanceof SQLException cause
                && SqlFailure.of(cause, SQLDialect.POSTGRES).breaking();
    }

    private void ask() {
        while (away.get() && !closed) {
            LockSupport.parkNanos(PAUSE.toNanos());
            try (Connection connection = pool.getConnection()) {
                connection.rollback();
                // Before anybody is let in: who has been answered finds it in the log.
                LOG.log(System.Logger.Level.INFO, "the database answers again");
                away.set(false);
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "the database does not answer yet: {0}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
