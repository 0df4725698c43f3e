package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReviewEndpointsTest {

    private static final String COFFEE = "{\"name\":\"coffee\",\"priority\":30,\"when\":{\"all\":[{\"field\":\"title\","
            + "\"op\":\"contains\",\"value\":\"coffee\"},{\"field\":\"amount\",\"op\":\"between\","
            + "\"value\":[1,10.50]}]},"
            + "\"then\":{\"category\":\"Fun:Coffee\"}}";
    private static final String CORNER = "{\"name\":\"corner\",\"priority\":40,\"when\":{\"field\":\"title\","
            + "\"op\":\"starts_with\",\"value\":\"corner\"},\"then\":{\"category\":\"Fun:Corner\"}}";

    private final DirectApi api = new DirectApi();

    private JsonNode added(String path, String body) throws Exception {
        Answer answer = api.sendJson("POST", path, body);
        assertEquals(201, answer.status(), answer.text());
        return Tree.of(answer);
    }

    @Test
    void an_expense_is_explained_rule_by_rule() throws Exception {
        added("/rules", COFFEE);
        added("/rules", CORNER);
        added("/expenses", "{\"title\":\"CORNER COFFEE 12\",\"amount\":4.50,\"date\":\"2026-11-21\"}");
        Answer explained = api.send("GET", "/expenses/4/explanation");
        assertEquals(200, explained.status(), explained.text());
        long version = Tree.of(explained).path("rule_set_version").longValue();
        assertEquals(
                "{\"expense\":4,\"category\":\"Fun:Coffee\",\"provenance\":\"rule\",\"rule\":1,\"rule_version\":1,"
                        + "\"rule_set_version\":" + version + ",\"winner\":1,\"rules\":["
                        + "{\"rule\":1,\"name\":\"coffee\",\"priority\":30,\"verdict\":\"decided\",\"matched\":true,"
                        + "\"decided\":true,\"conditions\":["
                        + "{\"path\":\"all[0]\",\"field\":\"title\",\"op\":\"contains\",\"value\":\"coffee\","
                        + "\"actual\":\"CORNER COFFEE 12\",\"held\":true},"
                        + "{\"path\":\"all[1]\",\"field\":\"amount\",\"op\":\"between\",\"value\":[1.00,10.50],"
                        + "\"actual\":4.50,\"held\":true}]},"
                        + "{\"rule\":3,\"name\":\"corner\",\"priority\":40,\"verdict\":\"shadowed\",\"matched\":true,"
                        + "\"decided\":false,\"shadowed_by\":1,\"conditions\":["
                        + "{\"path\":\"\",\"field\":\"title\",\"op\":\"starts_with\",\"value\":\"corner\","
                        + "\"actual\":\"CORNER COFFEE 12\",\"held\":true}]}]}",
                explained.text());
        assertEquals(404, api.send("GET", "/expenses/1/explanation").status());
    }

    @Test
    void a_moved_expense_offers_the_rule_for_its_like() throws Exception {
        added("/expenses", "{\"title\":\"Corner Coffee 12\",\"amount\":4.50}");
        Answer stale = api.send(
                "POST",
                "/expenses/1/category",
                Map.of("Content-Type", "application/json", "If-Match", "\"7\""),
                "{\"category\":\"Fun:Coffee\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals(412, stale.status());
        Answer moved = api.sendJson("POST", "/expenses/1/category", "{\"category\":\"Fun:Coffee\"}");
        assertEquals(200, moved.status(), moved.text());
        assertEquals("\"2\"", moved.header("etag").orElseThrow());
        JsonNode body = Tree.of(moved);
        assertEquals("Fun:Coffee", body.path("expense").path("category").textValue());
        assertEquals("manual", body.path("expense").path("provenance").textValue());
        String offered = body.path("suggested_rule").toString();
        assertEquals(
                "{\"name\":\"Corner Coffee\",\"when\":{\"field\":\"title\",\"op\":\"starts_with\","
                        + "\"value\":\"Corner Coffee\"},\"then\":{\"category\":\"Fun:Coffee\"}}",
                offered);
        added("/rules", offered);
        JsonNode again = Tree.of(api.sendJson("POST", "/expenses/1/category", "{\"category\":\"Fun:Coffee\"}"));
        assertFalse(again.has("suggested_rule"));
        assertEquals(
                404,
                api.sendJson("POST", "/expenses/9/category", "{\"category\":\"Fun\"}")
                        .status());
    }

    @Test
    void a_dry_run_and_applying_tell_the_same() throws Exception {
        added("/expenses", "{\"title\":\"Coffee\",\"amount\":4.50,\"date\":\"2026-11-21\"}");
        added("/expenses", "{\"title\":\"Coffee\",\"amount\":40,\"date\":\"2026-11-21\"}");
        String change = "{\"rule\":" + COFFEE + "}";
        Answer told = api.sendJson("POST", "/rules/dry-run", change);
        assertEquals(200, told.status(), told.text());
        String expected = "\"looked\":2,\"moved\":1,\"kept\":0,\"by_category\":["
                + "{\"category\":\"Fun:Coffee\",\"arriving\":1,\"leaving\":0,\"change\":4.50},"
                + "{\"category\":\"Other\",\"arriving\":0,\"leaving\":1,\"change\":-4.50}],"
                + "\"by_pay_period\":[{\"start\":\"2026-11-01\",\"end\":\"2026-12-01\",\"by_category\":["
                + "{\"category\":\"Fun:Coffee\",\"arriving\":1,\"leaving\":0,\"change\":4.50},"
                + "{\"category\":\"Other\",\"arriving\":0,\"leaving\":1,\"change\":-4.50}]}],"
                + "\"moves\":[{\"expense\":1,\"date\":\"2026-11-21\",\"title\":\"Coffee\",\"amount\":4.50,"
                + "\"from\":\"Other\",\"to\":\"Fun:Coffee\",\"by\":\"coffee\"}]}";
        assertEquals("{" + expected, told.text());
        assertEquals("[]", api.send("GET", "/rules").text());
        Answer done = api.sendJson("POST", "/rules/apply", change);
        assertEquals(200, done.status(), done.text());
        assertEquals("{\"rule\":4," + expected, done.text());
        assertEquals(
                "Fun:Coffee",
                Tree.of(api.send("GET", "/expenses/1")).path("category").textValue());
        Answer removed = api.sendJson("POST", "/rules/apply", "{\"id\":4,\"remove\":true}");
        assertEquals(1, Tree.of(removed).path("moved").intValue());
        assertEquals(200, api.send("POST", "/changes/4/undo").status());
        assertEquals(1, Tree.of(api.send("GET", "/rules")).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1}|",
                "{\"remove\":true}|",
                "{\"id\":1,\"remove\":true,\"rule\":" + CORNER + "}|",
                "{\"rule\":{\"name\":\"x\",\"when\":{\"field\":\"kind\",\"op\":\"is\",\"value\":\"gift\"},"
                        + "\"then\":{\"split\":[{\"category\":\"Fun\",\"percent\":60},{\"category\":\"Other\","
                        + "\"percent\":41}]}}}|/rule/when/value,/rule/then/split",
                "{\"rule\":{\"name\":\"x\",\"when\":{\"field\":\"kind\",\"op\":\"is\",\"value\":\"income\"},"
                        + "\"then\":{\"category\":\"u:v:w:x\",\"tags\":[\"\"]}}}|/rule/then/tags/0,/rule/then/category",
            })
    void a_change_that_makes_no_sense_is_refused_with_all_its_problems(String example) throws Exception {
        String[] parts = example.split("\\|", -1);
        for (String path : List.of("/rules/dry-run", "/rules/apply")) {
            Answer refused = api.sendJson("POST", path, parts[0]);
            assertEquals(422, refused.status(), refused.text());
            assertEquals(List.of(parts[1].split(",", -1)), Tree.pointers(refused), refused.text());
        }
    }

    @Test
    void lint_tells_what_does_nothing() throws Exception {
        added("/rules", COFFEE.replace("\"priority\":30", "\"priority\":50"));
        added("/rules", CORNER);
        added("/rules", CORNER.replace("\"priority\":40", "\"priority\":60").replace("\"corner\",\"p", "\"late\",\"p"));
        Answer lint = api.send("GET", "/rules/lint");
        assertEquals(200, lint.status(), lint.text());
        assertEquals(
                List.of("matches_nothing 3", "matches_nothing 1", "unreachable 4"),
                Tree.elements(Tree.of(lint)).stream()
                        .map(one -> one.path("kind").textValue() + " "
                                + one.path("rule").intValue())
                        .toList());
        assertEquals(3, Tree.of(lint).path(2).path("other").intValue());
    }
}
