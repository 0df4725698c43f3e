package dev.payweek.persistence;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL server for all tests of this JVM: the one named by PAYWEEK_TEST_POSTGRES_URL, else a throw-away one.
 * Where none can be had, tests are skipped with a sentence; on CI, which must have one, they fail with it.
 */
public final class TestPostgres {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static Optional<String> url = Optional.empty();
    private static Optional<String> missing = Optional.empty();

    private TestPostgres() {}

    /** Returns the URL of a new, empty schema. */
    public static synchronized String freshUrl() {
        if (url.isEmpty() && missing.isEmpty()) {
            start();
        }
        missing.ifPresent(TestPostgres::skip);
        String schema = "payweek_test_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        String base = url.orElseThrow();
        execute(base, "CREATE SCHEMA " + schema);
        return base + (base.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    /** Runs a statement beside the store. */
    public static void execute(String base, String sql) {
        try (Connection connection = DriverManager.getConnection(base);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void start() {
        url = Optional.ofNullable(System.getenv("PAYWEEK_TEST_POSTGRES_URL"));
        if (url.isPresent()) {
            return;
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "60")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            url = Optional.of(server.getJdbcUrl("postgres", "postgres"));
        } catch (IOException | RuntimeException e) {
            missing = Optional.of("No PostgreSQL server could be started here (" + e.getMessage()
                    + "); name one in PAYWEEK_TEST_POSTGRES_URL.");
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            // The machine ends it with the process group.
        }
    }

    /** Skips the test with a sentence; on CI it fails with it. */
    public static void skip(String sentence) {
        if ("true".equals(System.getenv("CI"))) {
            fail(sentence);
        }
        abort(sentence);
    }
}
