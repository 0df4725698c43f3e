package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeEndpointsTest {

    private static final List<String> LISTS = List.of(
            "/expenses",
            "/income",
            "/rules",
            "/limits",
            "/sources",
            "/bills",
            "/set-asides",
            "/categories",
            "/schedule",
            "/imports",
            "/budget");

    private final DirectApi api = new DirectApi();

    @BeforeEach
    void fill() throws Exception {
        api.sendJson("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4,\"category\":\"Fun:Tea\"}");
        api.sendJson("PUT", "/limits/Fun", "{\"amount\":5}");
        api.sendJson("PUT", "/set-asides/Car", "{\"amount\":5}");
        api.sendJson("POST", "/rules", rule("a"));
        api.sendJson("PUT", "/categories/Fun:Old", "{}");
    }

    private static String rule(String name) {
        return "{\"name\":\"" + name + "\",\"when\":{\"field\":\"title\",\"op\":\"is\",\"value\":\"x\"},"
                + "\"then\":{\"transfer\":true}}";
    }

    private String everything() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String list : LISTS) {
            all.append(api.send("GET", list).text()).append('\n');
        }
        return all.toString().replaceAll("\"version\":\\d+", "");
    }

    @Test
    void a_change_tells_who_when_and_what() throws Exception {
        Answer changes = api.send("GET", "/changes?since=1&limit=1");
        assertEquals(
                "[{\"version\":2,\"at\":\"2026-11-22T12:00:00Z\",\"who\":\"local\",\"what\":\"limit Fun\","
                        + "\"edits\":[{\"kind\":\"limit\",",
                changes.text().substring(0, changes.text().indexOf("\"key\"")));
        assertEquals(5, Tree.of(api.send("GET", "/changes")).size());
        assertEquals("[]", api.send("GET", "/changes?since=9223372036854775807").text());
        Answer refused = api.send("GET", "/changes?since=x&limit=0.5");
        assertEquals(List.of("?limit", "?since"), Tree.pointers(refused));
        assertEquals(400, api.send("GET", "/changes?limit=0").status());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /expenses, '{\"title\":\"Cake\",\"amount\":3,\"category\":\"New:One\"}'",
        "POST, /income, '[{\"title\":\"a\",\"amount\":3},{\"amount\":9}]'",
        "PUT, /expenses/1, '{\"title\":\"Cake\",\"amount\":3}'",
        "PATCH, /expenses/1, '{\"amount\":7}'",
        "DELETE, /expenses/1, ",
        "PUT, /limits/Fun, '{\"amount\":8}'",
        "PUT, /limits/Other, '{\"amount\":8}'",
        "DELETE, /limits/Fun, ",
        "PUT, /set-asides/Car, '{\"amount\":8}'",
        "PUT, /set-asides/Car, '{\"amount\":8,\"from\":\"2026-12-01\"}'",
        "DELETE, /set-asides/Car, ",
        "PUT, /sources/job, '{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":3}}]}'",
        "PUT, /bills/Rent, '{\"category\":\"New:Home\",\"schedule\":{\"kind\":\"monthly\",\"day\":5}}'",
        "PUT, /categories/Fun:Old, '{\"archived\":true}'",
        "DELETE, /categories/Fun:Old, ",
        "DELETE, /rules/3, ",
        "PUT, /schedule, '{\"kind\":\"irregular\"}'",
        "PATCH, /ledger, '{\"near_percent\":50}'",
        "PATCH, /ledger, '{\"carry\":{\"mode\":\"both\",\"cap\":5}}'"
    })
    void every_kind_of_change_can_be_taken_back_and_that_too(String method, String target, String body)
            throws Exception {
        String before = everything();
        Answer done = body == null ? api.send(method, target) : api.sendJson(method, target, body);
        assertTrue(done.status() < 300, done.text());
        assertEquals("6", done.header("ledger-version").orElseThrow());
        String after = everything();

        Answer undone = api.send("POST", "/changes/6/undo");
        assertEquals("{\"undone\":6,\"version\":7}", undone.text());
        assertEquals(before, everything());
        assertEquals(
                "{\"undone\":7,\"version\":8}",
                api.send("POST", "/changes/7/undo").text());
        assertEquals(after, everything());
    }

    @Test
    void an_import_is_undone_whole_and_comes_back_by_undo_or_by_its_file() throws Exception {
        String before = everything();
        byte[] file = "#lines\n2026-11-20 -5.00 x\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(201, api.send("POST", "/imports", Map.of(), file).status());
        assertNotEquals(before, everything());
        assertEquals(200, api.send("POST", "/changes/6/undo").status());
        assertEquals(before, everything());
        assertEquals(201, api.send("POST", "/imports", Map.of(), file).status());
        assertEquals(409, api.send("POST", "/changes/7/undo").status(), "the rows are there already");
        assertEquals(200, api.send("POST", "/changes/8/undo").status());
        assertEquals(200, api.send("POST", "/changes/7/undo").status());
        assertNotEquals(before, everything());
    }

    @Test
    void what_was_changed_since_is_not_taken_back() throws Exception {
        api.sendJson("PATCH", "/expenses/1", "{\"amount\":7}");
        assertEquals(409, api.send("POST", "/changes/1/undo").status());
        for (String version : List.of("0", "-1", "99", "x", "9223372036854775807", "-9223372036854775808")) {
            assertEquals(404, api.send("POST", "/changes/" + version + "/undo").status(), version);
        }
    }

    @Test
    void an_old_tag_does_not_fit_what_came_back() throws Exception {
        String tag = api.send("GET", "/expenses/1").header("etag").orElseThrow();
        api.send("DELETE", "/expenses/1");
        api.send("POST", "/changes/6/undo");
        assertEquals(200, api.send("GET", "/expenses/1").status());
        api.sendJson("PATCH", "/expenses/1", "{\"amount\":7}");
        api.send("POST", "/changes/8/undo");
        assertEquals(
                412,
                api.send("DELETE", "/expenses/1", Map.of("If-Match", tag), new byte[0])
                        .status());
    }
}
