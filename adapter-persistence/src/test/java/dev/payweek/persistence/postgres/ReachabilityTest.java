package dev.payweek.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database that is away costs the first caller the wait for it, and nobody else anything. */
@Timeout(60)
class ReachabilityTest {

    private final Logger logger = Logger.getLogger(Reachability.class.getName());
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                lines.add(line);
            }
        }

        @Override
        public void flush() {
            // Every line is kept as it comes.
        }

        @Override
        public void close() {
            lines.clear();
        }
    };

    /** A pool before a database that goes away and comes back. */
    private static final class Pool extends HikariDataSource {

        private final AtomicInteger askedByCallers = new AtomicInteger();
        private volatile boolean away = true;
        private volatile boolean allLent;

        @Override
        public Connection getConnection() throws SQLException {
            if (!Thread.currentThread().getName().equals("payweek-database")) {
                askedByCallers.incrementAndGet();
            }
            if (allLent) {
                throw new SQLTransientConnectionException("request timed out after 5000ms");
            }
            if (away) {
                throw new SQLTransientConnectionException(
                        "request timed out after 5000ms", new SQLException("Connection refused", "08001"));
            }
            Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            connection.setAutoCommit(false);
            return connection;
        }
    }

    @BeforeEach
    void listen() {
        logger.addHandler(listening);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(listening);
    }

    private static void assertRefused(Reachability database) {
        LedgerException refusal = assertThrows(LedgerException.class, database::connection);
        assertEquals(Reason.STORE_UNAVAILABLE, refusal.reason());
    }

    @Test
    void only_the_first_caller_waits_for_a_database_that_is_away_and_it_is_one_line_of_the_log() throws Exception {
        try (Pool pool = new Pool();
                Reachability database = new Reachability(pool)) {
            for (int i = 0; i < 1_000; i++) {
                assertRefused(database);
            }
            assertEquals(1, pool.askedByCallers.get());
            assertEquals(
                    List.of("the database does not answer; it is asked again until it does"),
                    lines.stream().map(LogRecord::getMessage).toList());
            pool.away = false;
            while (lines.size() < 2) {
                Thread.sleep(10);
            }
            database.connection().close();
            assertEquals("the database answers again", lines.get(1).getMessage());
            pool.away = true;
            assertRefused(database);
            assertRefused(database);
            assertEquals(3, pool.askedByCallers.get());
            assertEquals(3, lines.size());
        }
    }

    /** Many at once are no reason to refuse the next one, who may find a connection given back. */
    @Test
    void a_pool_whose_connections_are_all_lent_is_asked_again() {
        try (Pool pool = new Pool();
                Reachability database = new Reachability(pool)) {
            pool.allLent = true;
            assertRefused(database);
            assertRefused(database);
            assertEquals(2, pool.askedByCallers.get());
            assertEquals(List.of(), lines);
        }
    }
}
