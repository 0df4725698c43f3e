package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is decided of a file's rows before it is taken lasts with the import, and goes and comes back with it. */
class ImportDecisionsTest {

    private static final String FILE = """
            #lines
            account checking USD
            2026-11-20 -4.50 CORNER COFFEE 12
            2026-11-21 -12.00 BOOK NOOK
            """;
    private static final String BOTH = "[{\"row\":1,\"into\":1},{\"row\":2,\"category\":\"Fun:Books\"}]";

    private final DirectApi api = new DirectApi();
    private String before = "";

    @BeforeEach
    void coffee() throws Exception {
        api.sendJson(
                "POST",
                "/expenses",
                "{\"title\":\"Coffee\",\"amount\":4.50,\"date\":\"2026-11-20\",\"category\":\"Fun\"}");
        before = entries();
    }

    private Answer take(String target, String decisions, String key) throws Exception {
        String form = "--y-y\r\nContent-Disposition: form-data; name=\"decisions\"\r\n\r\n" + decisions
                + "\r\n--y-y\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + FILE
                + "\r\n--y-y--\r\n";
        return api.send(
                "POST",
                target,
                Map.of("Content-Type", "multipart/form-data; boundary=y-y", "Idempotency-Key", key),
                form.getBytes(StandardCharsets.UTF_8));
    }

    private String entries() throws Exception {
        return api.send("GET", "/expenses").text().replaceAll("\"version\":\\d+,", "");
    }

    private void undo(String version) throws Exception {
        Answer undone = api.send("POST", "/changes/" + version + "/undo");
        assertEquals(200, undone.status(), undone.text());
    }

    @Test
    void one_change_brings_rows_and_decisions_and_one_undo_takes_both_back_and_again() throws Exception {
        Answer taken = take("/imports", BOTH, "a");
        assertEquals(201, taken.status(), taken.text());
        assertTrue(taken.text()
                .contains("\"title\":\"BOOK NOOK\",\"category\":\"Fun:Books\",\"reason\":\"chosen by hand\""));
        String after = entries();
        assertTrue(after.contains("\"category\":\"Fun:Books\",\"provenance\":\"manual\""), after);
        assertEquals(2, after.split("\"id\":", -1).length - 1, after);
        String version = taken.header("ledger-version").orElseThrow();
        String change = api.send("GET", "/changes?since=" + (Long.parseLong(version) - 1))
                .text();
        assertTrue(change.contains("\"what\":\"import a.txt\""), change);
        undo(version);
        assertEquals(before, entries());
        assertEquals("[]", api.send("GET", "/imports").text());
        undo(Long.toString(Long.parseLong(version) + 1));
        assertEquals(after, entries());
        // Repeated after a lost answer it is not made again.
        assertEquals(taken.text(), take("/imports", BOTH, "a").text());
        assertEquals(422, take("/imports", "[]", "a").status());
    }

    @Test
    void a_decision_that_cannot_be_done_takes_nothing_and_says_which() throws Exception {
        Answer wrong = take("/imports", "[{\"row\":2,\"category\":\"::\"}]", "a");
        assertEquals(422, wrong.status());
        assertTrue(wrong.text().contains("\"pointer\":\"/decisions/0/category\""), wrong.text());
        Answer shape = take("/imports", "[{\"row\":2},{\"rov\":1}]", "b");
        assertEquals(422, shape.status());
        assertTrue(shape.text().contains("\"pointer\":\"/decisions/1/rov\""), shape.text());
        assertEquals(400, take("/imports", "[", "c").status());
        assertEquals(422, take("/imports?dry_run", "{}", "d").status());
        assertEquals(409, take("/imports", "[{\"row\":2,\"into\":99}]", "e").status());
        Answer other = take("/imports", "[{\"row\":2,\"into\":1}]", "f");
        assertEquals(422, other.status());
        assertTrue(other.text().contains("\"pointer\":\"/decisions/0/into\""), other.text());
        assertEquals(before, entries());
        assertEquals("[]", api.send("GET", "/imports").text());
    }

    @Test
    void a_row_that_is_known_by_now_refuses_the_file() throws Exception {
        assertEquals(201, take("/imports", "[]", "a").status());
        Answer late = take("/imports", BOTH, "b");
        assertEquals(409, late.status());
        assertTrue(late.text().contains("Row 1 is no new entry any more. Look at the file again."), late.text());
    }

    @Test
    void decisions_are_bounded() throws Exception {
        assertEquals(
                413, take("/imports", "[" + " ".repeat(1_000_000) + "]", "a").status());
    }
}
