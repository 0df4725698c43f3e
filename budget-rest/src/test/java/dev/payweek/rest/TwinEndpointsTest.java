package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person wrote down and a bank reports too stands side by side until either decision, which can be undone. */
class TwinEndpointsTest {

    private static final String FILE = """
            #lines
            account checking USD
            2026-11-20 -4.50 CORNER COFFEE 12
            """;

    private final DirectApi api = new DirectApi();

    @BeforeEach
    void twins() throws Exception {
        api.sendJson(
                "POST",
                "/expenses",
                "{\"title\":\"Coffee\",\"amount\":4.50,\"date\":\"2026-11-18\",\"category\":\"Fun\"}");
        // Another day than its twin's, so that the import itself asks nothing.
        Answer taken = api.send(
                "POST",
                "/imports",
                Map.of("Content-Type", "application/octet-stream"),
                FILE.getBytes(StandardCharsets.UTF_8));
        assertEquals(201, taken.status(), taken.text());
    }

    private String listed() throws Exception {
        return api.send("GET", "/twins").text();
    }

    private void undoLast() throws Exception {
        String tag = api.send("GET", "/twins").header("etag").orElseThrow();
        String version = tag.replaceAll("^\"(\\d+).*", "$1");
        assertEquals(200, api.send("POST", "/changes/" + version + "/undo").status());
    }

    @Test
    void both_are_shown_with_what_each_has() throws Exception {
        assertEquals(
                "[{\"kind\":\"expense\",\"imported\":{\"id\":4,\"version\":1,\"date\":\"2026-11-20\","
                        + "\"title\":\"CORNER COFFEE 12\",\"amount\":4.50,\"category\":\"Other\","
                        + "\"account\":\"checking\",\"tags\":[],\"bank_text\":\"CORNER COFFEE 12\"},"
                        + "\"by_hand\":{\"id\":1,\"version\":1,\"date\":\"2026-11-18\",\"title\":\"Coffee\","
                        + "\"amount\":4.50,\"category\":\"Fun\",\"tags\":[]}}]",
                listed());
    }

    @Test
    void accepted_they_are_one_until_that_is_undone() throws Exception {
        String before = listed();
        assertEquals(
                "{\"id\":1,\"kind\":\"expense\",\"version\":2,\"date\":\"2026-11-18\",\"amount\":4.50,"
                        + "\"title\":\"Coffee\"}",
                api.send("POST", "/twins/4/1/accept").text());
        assertEquals("[]", listed());
        assertEquals(404, api.send("GET", "/expenses/4").status());
        undoLast();
        assertEquals(before.replaceAll("\"version\":\\d+", ""), listed().replaceAll("\"version\":\\d+", ""));
    }

    @Test
    void declined_they_stay_two_and_are_not_listed_until_that_is_undone() throws Exception {
        String before = listed();
        assertEquals(before, "[" + api.send("POST", "/twins/4/1/decline").text() + "]");
        assertEquals("[]", listed());
        assertEquals(200, api.send("GET", "/expenses/4").status());
        undoLast();
        assertEquals(before, listed());
    }

    @Test
    void what_is_not_proposed_is_not_there() throws Exception {
        for (String decision : new String[] {"accept", "decline"}) {
            assertEquals(404, api.send("POST", "/twins/1/4/" + decision).status());
            assertEquals(404, api.send("POST", "/twins/4/99/" + decision).status());
            assertEquals(404, api.send("POST", "/twins/4/x/" + decision).status());
        }
    }
}
