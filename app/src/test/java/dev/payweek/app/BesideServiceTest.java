package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.app.start.CommandRequest;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of command beside a service that has the ledger open: who reads looks in, who writes is let in. */
class BesideServiceTest {

    private static final String STATEMENT = "Date,Description,Amount\n2026-11-20,MÜLLER CAFÉ,-4.50\n";

    @TempDir
    private Path folder = Path.of("");

    /** What a command left behind. */
    private record Ended(int code, String out, String err) {}

    private Ended run(String... words) {
        return runWith("", words);
    }

    private Ended runWith(String input, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Caller process = Caller.ofProcess();
        Caller caller = new Caller(
                process.clock(),
                Map.of(),
                folder,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                Optional.empty());
        int code = Payweek.execute(caller, new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Ended(code, out.toString(), err.toString());
    }

    private String printed(String... words) {
        Ended ended = run(words);
        assertEquals("", ended.err());
        assertEquals(0, ended.code());
        return ended.out();
    }

    @Test
    void what_is_written_at_the_terminal_is_in_the_service_and_read_at_the_terminal() throws Exception {
        try (ServiceProcess service = ServiceProcess.in(folder)) {
            assertTrue(printed("add", "3", "Müller Café", "--on", "2026-11-20").contains("Müller Café"));
            assertTrue(Http.get(service.address().resolve("/expenses")).contains("Müller Café"));
            Files.writeString(folder.resolve("bänk.csv"), STATEMENT);
            assertTrue(printed("import", "bänk.csv").contains("1 new"), "a path of the caller's folder");
            assertTrue(runWith(STATEMENT, "import", "-").out().contains("0 new, 1 known"), "standard input");
            printed("limits", "set", "Fun", "120.00");
            printed("rules", "add", "coffee", "title contains \"café\"", "Fun:Coffee");
            printed("schedule", "every 2 weeks from 2026-11-20");
            printed("settings", "name", "Haushalt");

            assertTrue(printed("list").contains("MÜLLER CAFÉ"));
            assertTrue(printed("limits").contains("120.00"));
            assertTrue(printed("rules").contains("coffee"));
            assertTrue(printed("schedule").contains("every 2 weeks"));
            assertTrue(printed("export").contains("Müller Café"));
            assertTrue(printed("week").contains("left"));
            assertEquals(printed("week"), printed());
            assertTrue(printed("changes").lines().count() >= 6);
            printed("events");
            printed("undo", "1");
            assertFalse(printed("list").contains("Müller Café"));
            service.stop();
        }
        assertFalse(Files.exists(folder.resolve("payweek.db.door")));
    }

    @Test
    void each_file_that_is_imported_at_the_terminal_is_counted_by_the_service() throws Exception {
        Files.writeString(folder.resolve("bank.csv"), STATEMENT);
        Files.writeString(folder.resolve("other.csv"), STATEMENT.replace("2026-11-20", "2026-11-21"));
        Files.writeString(folder.resolve("asked.csv"), "Date,Description,Amount\n03/04/2026,CAFÉ,-4.50\n");
        try (ServiceProcess service = ServiceProcess.in(folder)) {
            printed("import", "bank.csv", "other.csv");
            printed("import", "--dry-run", "bank.csv");
            assertEquals(1, run("import", "asked.csv").code());
            assertEquals(1, run("import", "missing.csv").code());
            String metrics = Http.get(service.address().resolve("/metrics"));
            assertTrue(metrics.contains("payweek_imports_total{outcome=\"taken\"} 2.0"), metrics);
            assertTrue(metrics.contains("payweek_imports_total{outcome=\"refused\"} 2.0"), metrics);
        }
    }

    @Test
    void what_the_service_refuses_is_refused_at_the_terminal_as_it_is_without_one() throws Exception {
        Ended alone = run("add", "much", "Tea");
        try (ServiceProcess service = ServiceProcess.in(folder)) {
            assertTrue(service.process().isAlive());
            assertEquals(alone, run("add", "much", "Tea"));
            assertEquals(1, alone.code());
            Ended json = run("limits", "set", "Fun", "a lot");
            assertEquals(1, json.code());
        }
    }

    @Test
    void what_a_service_left_behind_that_was_killed_stands_in_nobodys_way() throws Exception {
        try (ServiceProcess service = ServiceProcess.in(folder)) {
            assertTrue(service.process().isAlive());
        }
        assertTrue(Files.exists(folder.resolve("payweek.db.door")));
        assertTrue(printed("add", "3", "Tea").contains("Tea"));
    }

    @Test
    void the_door_is_its_owners_and_opens_to_nobody_without_the_secret() throws Exception {
        try (ServiceProcess service = ServiceProcess.in(folder)) {
            assertTrue(service.process().isAlive());
            Path file = folder.resolve("payweek.db.door");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            int port = Integer.parseInt(Files.readAllLines(file).get(0));
            String wrong = "0".repeat(64);
            assertEquals(-1, answer(port, wrong), "the caller is hung up on");
            assertEquals("", run("list").out());
        }
    }

    private int answer(int port, String secret) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                DataOutputStream to = new DataOutputStream(socket.getOutputStream());
                DataInputStream from = new DataInputStream(socket.getInputStream())) {
            CommandRequest.of(secret, folder, ZoneOffset.UTC, Map.of(), "add", "3", "Tea")
                    .writeTo(to);
            return from.read();
        }
    }
}
