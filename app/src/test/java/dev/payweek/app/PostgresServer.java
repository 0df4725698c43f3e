package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL server of one test's own, which goes away when asked to and comes back at the same address. */
final class PostgresServer implements AutoCloseable {

    private final Path files;
    private final boolean lasting;
    private EmbeddedPostgres server;

    private PostgresServer(Path files, boolean lasting) throws IOException {
        this.files = files;
        this.lasting = lasting;
        this.server = builder().start();
    }

    /**
     * Starts one with its files in a folder; where none can be had the test is skipped, on CI it fails. No machine
     * crashes here, so that nothing need be forced to the disk.
     */
    static PostgresServer in(Path folder) {
        return in(folder, false);
    }

    /** Starts one that forces every commit to the disk, for what that costs. */
    static PostgresServer lasting(Path folder) {
        return in(folder, true);
    }

    private static PostgresServer in(Path folder, boolean lasting) {
        try {
            return new PostgresServer(folder.resolve("postgres"), lasting);
        } catch (IOException | RuntimeException e) {
            String sentence = "No PostgreSQL server could be started here: " + e.getMessage();
            if ("true".equals(System.getenv("CI"))) {
                fail(sentence);
            }
            return abort(sentence);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", lasting ? "on" : "off")
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
        server = builder().setPort(server.getPort()).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
