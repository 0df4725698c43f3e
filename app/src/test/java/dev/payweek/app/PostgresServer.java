package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL server of one test's own, which goes away when asked to and comes back at the same address. */
final class PostgresServer implements AutoCloseable {

    private final Path files;
    private EmbeddedPostgres server;

    private PostgresServer(Path files, EmbeddedPostgres server) {
        this.files = files;
        this.server = server;
    }

    /** Starts one with its files in a folder; where none can be had the test is skipped, on CI it fails. */
    static PostgresServer in(Path folder) {
        Path files = folder.resolve("postgres");
        try {
            return new PostgresServer(files, builder(files).start());
        } catch (IOException | RuntimeException e) {
            String sentence = "No PostgreSQL server could be started here: " + e.getMessage();
            if ("true".equals(System.getenv("CI"))) {
                fail(sentence);
            }
            return abort(sentence);
        }
    }

    /** No machine crashes here, so that nothing need be forced to the disk. */
    private static EmbeddedPostgres.Builder builder(Path files) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "60");
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Ends every connection and takes no more. */
    void goAway() throws IOException {
        server.close();
    }

    void comeBack() throws IOException {
        server = builder(files).setPort(server.getPort()).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
