package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.Settings;
import dev.payweek.testkit.TransportContract.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The function on a PostgreSQL that makes it wait: whoever called it gets an answer while somebody still listens. */
class DeadlineTest {

    private static final String TEA = "{\"title\":\"Tea\",\"amount\":4}";
    private static final int MILLIS = 3_000;

    private static String url;
    private static SilentServer silent;
    private static PayweekHandler handler;

    @BeforeAll
    static void open_a_ledger_behind_a_server_that_can_fall_silent() throws Exception {
        url = TestPostgres.freshUrl();
        new MigrationHandler(Map.of("PAYWEEK_DB", url))
                .handleRequest(new java.io.ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), nobody());
        silent = SilentServer.before(url);
        String serving = silent.url() + "&schemaSteps=none";
        handler = new PayweekHandler(
                () -> Budget.open(serving),
                Settings.guardedBy(Fixture.sha256(Fixture.TOKEN)),
                "",
                new RequestLog(Fixture.NOWHERE, ""));
    }

    @AfterAll
    static void stop() throws IOException {
        silent.close();
    }

    @Test
    void a_lock_that_somebody_holds_ends_in_503_and_the_write_is_not_made_afterwards() throws Exception {
        assertEquals(201, send("POST", "/expenses", TEA).status());
        long before = count();
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT * FROM ledger FOR UPDATE");
            assertInTime("POST", "/expenses", TEA);
            other.rollback();
        }
        // Its session on the server is over too, so that nothing can come of it any more.
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement();
                ResultSet waiting = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE wait_event_type = 'Lock' AND datname = current_database()")) {
            waiting.next();
            assertEquals(0, waiting.getInt(1));
        }
        assertEquals(before, count());
        assertEquals(201, send("POST", "/expenses", TEA).status());
        assertEquals(before + 1, count());
    }

    @Test
    void a_server_that_falls_silent_ends_in_503_and_is_used_again_when_it_speaks() throws Exception {
        assertEquals(200, send("GET", "/budget", "").status());
        silent.hush();
        assertInTime("GET", "/expenses", "");
        assertInTime("POST", "/expenses", TEA);
        silent.speak();
        assertEquals(200, send("GET", "/expenses", "").status());
        assertEquals(201, send("POST", "/expenses", TEA).status());
    }

    @Test
    void tables_are_made_before_and_not_while_somebody_waits() throws SQLException {
        String empty = TestPostgres.freshUrl() + "&schemaSteps=none";
        LedgerException refusal = assertThrows(LedgerException.class, () -> Budget.open(empty));
        assertEquals("The database holds no ledgers yet: its tables must be made first.", refusal.getMessage());
    }

    private static void assertInTime(String method, String path, String body) {
        long begun = System.nanoTime();
        Answer late = send(method, path, body);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertEquals(503, late.status(), late.text());
        assertTrue(late.text().contains("/problems/store_unavailable"), late.text());
        // Half of what the driver would wait by itself; a busy machine may be slow, so nothing is said of the rest.
        assertTrue(millis < 30_000, millis + " ms");
        assertFalse(late.header("retry-after").isEmpty());
    }

    private static long count() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM ledger_entry")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Answer send(String method, String target, String json) {
        Sender sender = Sender.HTTP_API;
        String event = sender.event(
                method,
                target,
                Fixture.headers(Map.of("Content-Type", "application/json")),
                json.getBytes(StandardCharsets.UTF_8));
        return sender.answer(Fixture.call(handler, event, new Fixture.Invocation("r1", MILLIS)));
    }

    private static Fixture.Invocation nobody() {
        return new Fixture.Invocation("r0", 900_000);
    }
}
