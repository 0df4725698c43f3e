package dev.payweek.persistence.postgres;

import dev.payweek.persistence.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of one test's own, which crashes when told to and comes back with the same files and address. It
 * would acknowledge commits before they are written, unless a client asks for more.
 */
final class CrashingPostgres implements AutoCloseable {

    /** How a server can end without a word. */
    enum Crash {
        /** All of its processes leave at once and clean up nothing: what {@code pg_ctl stop -m immediate} asks for. */
        QUIT,
        /** The first process is killed, and the others end when they miss it. */
        KILL
    }

    private final AtomicInteger schemas = new AtomicInteger();
    private final Path files;
    private EmbeddedPostgres server;

    CrashingPostgres(Path files) throws IOException {
        this.files = files;
        this.server = builder().start();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("wal_writer_delay", "10s");
    }

    /** Returns the URL of a new, empty schema. */
    String freshUrl() {
        String base = server.getJdbcUrl("postgres", "postgres");
        String schema = "crashed_" + schemas.incrementAndGet();
        TestPostgres.execute(base, "CREATE SCHEMA " + schema);
        return base + "&currentSchema=" + schema;
    }

    /** Crashes the server, and returns when it serves again. */
    void crash(Crash how) throws IOException, InterruptedException {
        long pid = Long.parseLong(
                Files.readAllLines(files.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(first), first.descendants()).toList();
        int sent = new ProcessBuilder("kill", "-" + how, Long.toString(pid))
                .start()
                .waitFor();
        if (sent != 0) {
            throw new IOException("The server could not be made to crash.");
        }
        all.stream().map(ProcessHandle::onExit).forEach(CompletableFuture::join);
        int port = server.getPort();
        server.close();
        server = builder().setPort(port).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
