package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.app.start.CommandRequest;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of command beside a service that has the ledger open: who reads looks in, who writes is let in. */
class BesideServiceTest {

    private static final String STATEMENT = "Date,Description,Amount (USD)\n2026-11-20,MÜLLER CAFÉ,-4.50\n";

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
    void a_second_service_of_the_same_ledger_says_where_the_page_is() throws Exception {
        try (ServiceProcess service = ServiceProcess.in(folder)) {
            Ended second = run("serve", "--port", "0", "--log", "none");
            assertEquals(1, second.code());
            assertTrue(
                    second.err()
                            .contains("in use by process " + service.process().pid()),
                    second.err());
            assertTrue(second.err().contains("Its page is at " + service.address() + "."), second.err());
        }
    }

    @Test
    void a_ledger_that_is_a_link_has_the_door_of_its_service() throws Exception {
        Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("payweek.db"));
        try (ServiceProcess service = ServiceProcess.in(folder)) {
            assertTrue(printed("add", "3", "Tea", "--db", "link.db").contains("Tea"));
            assertTrue(Http.get(service.address().resolve("/expenses")).contains("Tea"));
        }
    }

    @Test
    void the_callers_settings_and_zone_count_and_not_the_services() throws Exception {
        Path settings =
                Files.createDirectories(folder.resolve("settings/payweek")).resolve("config");
        Files.writeString(settings, "category = Fun:Tea\n");
        try (ServiceProcess service = ServiceProcess.in(folder)) {
            assertTrue(service.process().isAlive());
            Instant noon = Instant.parse("2026-11-20T12:00:00Z");
            for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
                StringWriter out = new StringWriter();
                Caller caller = new Caller(
                        Clock.fixed(noon, ZoneId.of(zone)),
                        Map.of("XDG_CONFIG_HOME", folder.resolve("settings").toString()),
                        folder,
                        InputStream.nullInputStream(),
                        Optional.empty());
                PrintWriter printer = new PrintWriter(out, true);
                LocalDate before = LocalDate.now(ZoneId.of(zone));
                assertEquals(0, Payweek.execute(caller, printer, printer, "add", "3", "Tea", "--on", "-0d"));
                LocalDate after = LocalDate.now(ZoneId.of(zone));
                assertTrue(out.toString().contains(" in Fun:Tea"), out.toString());
                assertTrue(
                        Stream.of(before, after).anyMatch(day -> out.toString().contains(day.toString())),
                        zone + ": " + out);
            }
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
