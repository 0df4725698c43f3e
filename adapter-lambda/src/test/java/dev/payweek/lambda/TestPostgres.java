package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL server named by PAYWEEK_TEST_POSTGRES_URL, else a throw-away one. Where none can be had, the test is
 * skipped with a sentence; on CI, which must have one, it fails with it.
 */
final class TestPostgres {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static String started = "";

    private TestPostgres() {}

    /** Returns the URL of a new, empty schema. */
    static String freshUrl() throws SQLException {
        String base = server();
        String schema = "payweek_lambda_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(base);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return base + (base.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    private static synchronized String server() {
        String named = System.getenv("PAYWEEK_TEST_POSTGRES_URL");
        if (named != null) {
            return named;
        }
        if (!started.isEmpty()) {
            return started;
        }
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            started = server.getJdbcUrl("postgres", "postgres");
            return started;
        } catch (IOException | RuntimeException e) {
            String sentence = "No PostgreSQL server could be started here (" + e.getMessage()
                    + "); name one in PAYWEEK_TEST_POSTGRES_URL.";
            return "true".equals(System.getenv("CI")) ? fail(sentence) : abort(sentence);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            // The machine ends it with the process group.
        }
    }
}
