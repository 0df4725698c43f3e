package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleEndpointsTest {

    private static final String TREE = "{\"all\":[{\"field\":\"title\",\"op\":\"contains\",\"value\":\"coffee\"},"
            + "{\"any\":[{\"field\":\"account\",\"op\":\"is\",\"value\":\"cash\"},"
            + "{\"not\":{\"field\":\"title\",\"op\":\"starts_with\",\"value\":\"a\"}}]}]}";

    private final DirectApi api = new DirectApi();

    private static String rule(String when, String then) {
        return "{\"name\":\"r\",\"when\":" + when + ",\"then\":" + then + "}";
    }

    @Test
    void a_rule_goes_in_and_comes_out() throws Exception {
        Answer added = api.sendJson(
                "POST",
                "/rules",
                "{\"name\":\"coffee\",\"priority\":30,\"valid_from\":\"2026-01-01\",\"when\":" + TREE
                        + ",\"then\":{\"category\":\"Fun:Coffee\"}}");
        assertEquals(201, added.status(), added.text());
        assertEquals("/rules/1", added.header("location").orElseThrow());
        assertEquals(
                "{\"id\":1,\"version\":1,\"name\":\"coffee\",\"priority\":30,\"enabled\":true,"
                        + "\"valid_from\":\"2026-01-01\",\"when\":" + TREE
                        + ",\"then\":{\"category\":\"Fun:Coffee\"}}",
                added.text());
        assertEquals(added.text(), api.send("GET", "/rules/1").text());
        assertEquals("[" + added.text() + "]", api.send("GET", "/rules").text());
        String other =
                "{\"name\":\"b\",\"enabled\":false,\"priority\":20,\"when\":" + TREE + ",\"then\":{\"transfer\":true}}";
        Answer put = api.sendJson("PUT", "/rules/1", other);
        assertEquals(200, put.status(), put.text());
        assertEquals("\"2\"", put.header("etag").orElseThrow());
        assertEquals(204, api.send("DELETE", "/rules/1").status());
        assertEquals(404, api.send("GET", "/rules/1").status());
        assertEquals(404, api.sendJson("PUT", "/rules/1", other).status());
        assertEquals(404, api.send("DELETE", "/rules/1").status());
    }

    @Test
    void rules_are_listed_in_the_order_they_are_asked_and_no_two_share_a_place() throws Exception {
        api.sendJson("POST", "/rules", rule(TREE, "{\"transfer\":true}"));
        String first = "{\"name\":\"first\",\"priority\":5,\"when\":" + TREE + ",\"then\":{\"transfer\":true}}";
        api.sendJson("POST", "/rules", first);
        var rules = Tree.of(api.send("GET", "/rules"));
        assertEquals("first", rules.path(0).path("name").textValue());
        assertEquals(10, rules.path(1).path("priority").intValue());
        assertEquals(409, api.sendJson("POST", "/rules", first).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}|/name,/when,/then",
                "{\"name\":\" \",\"priority\":1.5,\"when\":1,\"then\":7}|/name,/priority,/then,/when",
                "{\"name\":\"r\",\"when\":7,\"then\":{}}|/when,/then",
                "{\"name\":\"r\",\"when\":{\"all\":[]},\"then\":{\"category\":\"a::b\"}}|/when,/then/category",
                "{\"name\":\"r\",\"when\":{\"all\":{}},\"then\":{\"transfer\":true,\"category\":\"Fun\"}}"
                        + "|/when/all,/then",
                "{\"name\":\"r\",\"when\":{\"all\":[{\"field\":\"colour\",\"op\":\"like\"},{\"not\":8}]},"
                        + "\"then\":{\"transfer\":true}}"
                        + "|/when/all/0/field,/when/all/0/op,/when/all/0/value,/when/all/1/not",
                "{\"name\":\"r\",\"when\":{\"all\":[{\"field\":\"weekday\",\"op\":\"one_of\",\"value\":[\"friday\","
                        + "\"caturday\"]},{\"field\":\"amount\",\"op\":\"contains\",\"value\":1},"
                        + "{\"field\":\"amount\",\"op\":\"is\",\"value\":1e999999999},"
                        + "{\"field\":\"amount\",\"op\":\"between\",\"value\":[2,1]},"
                        + "{\"field\":\"date\",\"op\":\"on\",\"value\":[\"2026-01-01\",\"2026-01-02\"]},"
                        + "{\"field\":\"title\",\"op\":\"matches\",\"value\":\"(a{99}){99}\"}]},"
                        + "\"then\":{\"split\":[{\"category\":\"Fun\",\"percent\":50}]}}"
                        + "|/when/all/0/value/1,/when/all/1/op,/when/all/2/value,/when/all/3/value,"
                        + "/when/all/4/value,/when/all/5/value,/then/split",
                "{\"name\":\"r\",\"when\":{\"not\":{\"not\":{\"not\":{\"not\":{\"field\":\"title\",\"op\":\"is\","
                        + "\"value\":\"x\"}}}}},\"then\":{\"transfer\":true}}|/when",
                "{\"name\":\"r\",\"when\":{\"field\":\"title\",\"op\":\"is\",\"value\":\"\"},"
                        + "\"then\":{\"category\":\"u:v:w:x\"}}|/when/value,/then/category",
                "{\"name\":\"r\",\"when\":{\"field\":\"title\",\"op\":\"is\",\"value\":\"x\"},"
                        + "\"then\":{\"category\":\"u:v:w:x\"}}|/then/category",
                "{\"name\":\"r\",\"priority\":-1,\"when\":{\"field\":\"title\",\"op\":\"is\",\"value\":\"x\"},"
                        + "\"then\":{\"transfer\":true}}|/priority"
            })
    void everything_wrong_is_told_with_its_place(String example) throws Exception {
        String[] parts = example.split("\\|", -1);
        Answer refused = api.sendJson("POST", "/rules", parts[0]);
        assertEquals(422, refused.status(), refused.text());
        assertEquals(
                List.of(parts[1].split(",", -1)),
                Tree.pointers(refused).stream().distinct().toList(),
                refused.text());
        assertEquals("[]", api.send("GET", "/rules").text());
    }
}
