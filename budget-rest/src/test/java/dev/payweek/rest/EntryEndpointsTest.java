package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryEndpointsTest {

    private static final String COFFEE_RULE =
            "{\"name\":\"coffee\",\"when\":{\"field\":\"title\",\"op\":\"contains\",\"value\":\"coffee\"},"
                    + "\"then\":{\"category\":\"Fun:Coffee\"}}";

    private final DirectApi api = new DirectApi();

    private Answer add(String json) throws Exception {
        Answer added = api.sendJson("POST", "/expenses", json);
        assertEquals(201, added.status(), added.text());
        return added;
    }

    private static List<String> refused(Answer answer) {
        assertEquals(422, answer.status(), answer.text());
        return Tree.pointers(answer);
    }

    @Test
    void an_expense_needs_a_title_and_an_amount_only() throws Exception {
        Answer added = add("{\"title\":\"Tea\",\"amount\":4.5}");
        assertEquals("/expenses/1", added.header("location").orElseThrow());
        assertEquals("\"1\"", added.header("etag").orElseThrow());
        assertEquals("1", added.header("ledger-version").orElseThrow());
        assertEquals(
                "{\"id\":1,\"version\":1,\"date\":\"2026-11-22\",\"title\":\"Tea\",\"amount\":4.50,"
                        + "\"category\":\"Other\",\"provenance\":\"default\",\"tags\":[],\"splits\":[]}",
                added.text());
    }

    @Test
    void a_dry_run_shows_what_would_be_added_and_adds_nothing() throws Exception {
        api.sendJson("POST", "/rules", COFFEE_RULE);
        Answer supposed = api.sendJson("POST", "/expenses?dry_run", "{\"title\":\"Corner Coffee\",\"amount\":4.5}");
        assertEquals(200, supposed.status(), supposed.text());
        assertTrue(supposed.text().contains("\"category\":\"Fun:Coffee\",\"provenance\":\"rule\""), supposed.text());
        Answer several = api.sendJson(
                "POST", "/income?dry_run=true", "[{\"amount\":5},{\"amount\":6,\"title\":\"Flea market\"}]");
        assertEquals(200, several.status(), several.text());
        assertTrue(several.text().contains("\"title\":\"Flea market\""), several.text());
        assertEquals(
                List.of("/amount"),
                refused(api.sendJson("POST", "/expenses?dry_run", "{\"title\":\"Tea\",\"amount\":1.234}")));
        assertEquals("[]", api.send("GET", "/expenses").text());
        assertEquals("[]", api.send("GET", "/income").text());
    }

    @Test
    void an_expense_can_say_all_there_is() throws Exception {
        add("{\"title\":\"Bread\",\"amount\":14.5}");
        Answer added = add("{\"title\":\" Market \",\"amount\":\"-10.00\",\"category\":\"fun\",\"date\":\"2026-11-01\","
                + "\"account\":\"cash\",\"note\":\"\",\"tags\":[\"a\",\"b\"],\"refund_of\":1,"
                + "\"splits\":[{\"category\":\"Fun\",\"amount\":-4},{\"category\":\"Food\",\"amount\":-6.00}]}");
        assertEquals(
                "{\"id\":3,\"version\":1,\"date\":\"2026-11-01\",\"title\":\"Market\",\"amount\":-10.00,"
                        + "\"category\":\"Fun\",\"provenance\":\"manual\",\"account\":\"cash\",\"note\":\"\","
                        + "\"tags\":[\"a\",\"b\"],\"splits\":[{\"category\":\"Fun\",\"amount\":-4.00},"
                        + "{\"category\":\"Other:Food\",\"amount\":-6.00}],\"refund_of\":1}",
                added.text());
    }

    @Test
    void income_and_transfers_answer_in_their_own_shapes() throws Exception {
        assertEquals(
                "{\"id\":1,\"version\":1,\"date\":\"2026-11-22\",\"title\":\"Income\",\"amount\":1500.00,"
                        + "\"tags\":[]}",
                api.sendJson("POST", "/income", "{\"amount\":1500}").text());
        assertEquals(
                "{\"id\":3,\"version\":1,\"date\":\"2026-11-22\",\"title\":\"Savings\",\"amount\":50.00,"
                        + "\"account\":\"checking\",\"to_account\":\"savings\",\"tags\":[]}",
                api.sendJson(
                                "POST",
                                "/transfers",
                                "{\"title\":\"Savings\",\"amount\":50,\"account\":\"checking\","
                                        + "\"to_account\":\"savings\"}")
                        .text());
        for (String side : List.of("checking", "savings")) {
            var found = api.send("GET", "/transfers?total=true&limit=1&account=" + side);
            assertEquals("1", found.header("total-count").orElse(""), side);
            assertTrue(found.text().contains("\"id\":3,"), side);
            assertTrue(api.send("GET", "/accounts").text().contains("\"account\":\"" + side + "\""), side);
        }
        assertEquals(404, api.send("GET", "/expenses/1").status());
        assertEquals(404, api.send("GET", "/transfers/1").status());
        assertEquals(200, api.send("GET", "/income/1").status());
        assertEquals(404, api.send("DELETE", "/income/3").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":1}|/title,/amount",
                "{\"title\":\"a\\u0000b\",\"amount\":true}|/title,/amount",
                "{\"title\":\"\",\"amount\":1e400,\"id\":7}|/title,/amount,/id",
                "{\"title\":\"x\",\"amount\":1,\"date\":\"0000-01-01\",\"tags\":[1]}|/date,/tags/0",
                "{\"title\":\"x\",\"amount\":1,\"date\":\"2026-11-31\",\"refund_of\":\"1\"}|/date,/refund_of",
                "{\"title\":\"x\",\"amount\":\"NaN\",\"splits\":{},\"note\":[]}|/amount,/note,/splits",
                "{\"title\":\"x\",\"amount\":1,\"splits\":[{\"amount\":2},3]}|/splits/0/category,/splits/1",
                "{\"title\":\"x\",\"amount\":1,\"splits\":[{\"category\":\"a\",\"amount\":1}]}|/splits",
                "{\"title\":\"x\",\"amount\":1,\"refund_of\":99}|/refund_of",
                "{\"title\":\"x\",\"amount\":1,\"category\":\"a:b:c:d:e\"}|/category",
                "{\"title\":\"x\",\"amount\":1,\"a/b~c\":1}|/a~1b~0c",
                "[]|",
                "7|"
            })
    void everything_wrong_is_told_with_its_place(String example) throws Exception {
        String[] parts = example.split("\\|", -1);
        Answer answer = api.sendJson("POST", "/expenses", parts[0]);
        assertEquals(422, answer.status(), answer.text());
        if (!parts[1].isEmpty()) {
            assertEquals(List.of(parts[1].split(",", -1)), Tree.pointers(answer), answer.text());
        }
        assertEquals("[]", api.send("GET", "/expenses").text());
        assertEquals("[]", api.send("GET", "/changes").text());
    }

    @Test
    void a_list_goes_in_together() throws Exception {
        Answer added = add("[{\"title\":\"Tea\",\"amount\":4},{\"title\":\"Cake\",\"amount\":5}]");
        assertEquals("/expenses", added.header("location").orElseThrow());
        assertEquals(2, Tree.of(added).size());
        assertEquals(1, Tree.of(api.send("GET", "/changes")).size());
    }

    @Test
    void a_list_goes_in_as_a_whole_or_not_at_all() throws Exception {
        assertEquals(
                List.of("/1/title", "/2/amount"),
                refused(api.sendJson(
                        "POST",
                        "/expenses",
                        "[{\"title\":\"Tea\",\"amount\":4},{\"amount\":4},{\"title\":\"Cake\",\"amount\":4.001}]")));
        assertEquals(
                List.of("/0/splits", "/2/refund_of"),
                refused(api.sendJson(
                        "POST",
                        "/expenses",
                        "[{\"title\":\"a\",\"amount\":4,\"splits\":[{\"category\":\"Fun\",\"amount\":1},"
                                + "{\"category\":\"Other\",\"amount\":1}]},{\"title\":\"b\",\"amount\":4},"
                                + "{\"title\":\"c\",\"amount\":4,\"refund_of\":50}]")));
        assertEquals("[]", api.send("GET", "/expenses").text());
    }

    @Test
    void a_list_of_errors_is_told_in_part_only() throws Exception {
        String tags = "1,".repeat(50_000) + "1";
        Answer refused = api.sendJson("POST", "/expenses", "{\"title\":\"x\",\"amount\":1,\"tags\":[" + tags + "]}");
        assertEquals(100, refused(refused).size());
        assertTrue(refused.text().length() < 20_000);
        Answer list = api.sendJson("POST", "/expenses", "[" + "{},".repeat(999) + "{}]");
        assertEquals(100, refused(list).size());
    }

    @Test
    void half_a_character_in_what_is_sent_comes_back_whole() throws Exception {
        Answer refused = api.sendJson("POST", "/expenses", "{\"title\":\"x\\udfff\",\"amount\":1}");
        assertEquals(List.of("/title"), refused(refused));
        String cut = "x".repeat(39) + "\uD83D\uDE00".repeat(3);
        assertEquals(
                List.of("/amount"),
                refused(api.sendJson("POST", "/expenses", "{\"title\":\"x\",\"amount\":\"" + cut + "\"}")));
    }

    @Test
    void a_patch_changes_what_it_names_and_null_clears() throws Exception {
        api.sendJson("POST", "/rules", COFFEE_RULE);
        add("{\"title\":\"Coffee\",\"amount\":4.5,\"date\":\"2026-11-01\",\"note\":\"n\",\"account\":\"cash\","
                + "\"tags\":[\"a\"]}");
        Answer patched = api.sendJson("PATCH", "/expenses/3", "{\"amount\":5,\"note\":null,\"tags\":null}");
        assertEquals(200, patched.status(), patched.text());
        assertEquals("\"2\"", patched.header("etag").orElseThrow());
        assertEquals(
                "{\"id\":3,\"version\":2,\"date\":\"2026-11-01\",\"title\":\"Coffee\",\"amount\":5.00,"
                        + "\"category\":\"Fun:Coffee\",\"provenance\":\"rule\",\"rule\":1,\"account\":\"cash\","
                        + "\"tags\":[],\"splits\":[]}",
                patched.text());
        JsonNode moved = Tree.of(api.sendJson("PATCH", "/expenses/3", "{\"category\":\"Fun:Coffee\"}"));
        assertEquals("manual", moved.path("provenance").textValue());
    }

    @Test
    void a_patch_cannot_take_away_what_an_entry_is_never_without() throws Exception {
        add("{\"title\":\"Tea\",\"amount\":4}");
        assertEquals(
                List.of("/category", "/date"),
                refused(api.sendJson("PATCH", "/expenses/1", "{\"category\":null,\"date\":null}")));
        assertEquals(
                List.of("/title", "/amount", "/id", "/version"),
                refused(api.sendJson(
                        "PATCH", "/expenses/1", "{\"title\":null,\"amount\":null,\"id\":5,\"version\":9}")));
        assertEquals(422, api.sendJson("PATCH", "/expenses/1", "[]").status());
        assertEquals(404, api.sendJson("PATCH", "/expenses/9", "{}").status());
        assertEquals("\"1\"", api.send("GET", "/expenses/1").header("etag").orElseThrow());
    }

    @Test
    void a_put_replaces_but_keeps_the_category_decided() throws Exception {
        api.sendJson("POST", "/rules", COFFEE_RULE);
        add("{\"title\":\"Coffee\",\"amount\":4.5,\"note\":\"n\"}");
        JsonNode put = Tree.of(api.sendJson("PUT", "/expenses/3", "{\"title\":\"Beans\",\"amount\":9}"));
        assertEquals("rule", put.path("provenance").textValue());
        assertFalse(put.has("note"));
        assertEquals(List.of("/title"), refused(api.sendJson("PUT", "/expenses/3", "{\"amount\":9}")));
        assertEquals(
                404,
                api.sendJson("PUT", "/expenses/77", "{\"title\":\"x\",\"amount\":9}")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.0", "-", "9223372036854775808", "0x1", "%20", "%00", "1%2F2", "summary2"})
    void an_id_that_is_no_number_is_not_found(String id) throws Exception {
        assertEquals(404, api.send("GET", "/expenses/" + id).status());
        assertEquals(404, api.send("DELETE", "/expenses/" + id).status());
        assertEquals(404, api.sendJson("PATCH", "/expenses/" + id, "{}").status());
    }

    @Test
    void the_summary_adds_up_expenses_of_the_days_asked_for() throws Exception {
        add("[{\"title\":\"a\",\"amount\":1.10,\"date\":\"2026-10-31\"},"
                + "{\"title\":\"b\",\"amount\":3.30,\"date\":\"2026-11-01\",\"category\":\"Fun\"}]");
        assertEquals(
                "{\"total_count\":2,\"total_amount\":4.40,\"by_category\":["
                        + "{\"category\":\"Fun\",\"count\":1,\"amount\":3.30,\"share\":0.7500},"
                        + "{\"category\":\"Other\",\"count\":1,\"amount\":1.10,\"share\":0.2500}],"
                        + "\"by_month\":[{\"month\":\"2026-10\",\"count\":1,\"amount\":1.10},"
                        + "{\"month\":\"2026-11\",\"count\":1,\"amount\":3.30}]}",
                api.send("GET", "/expenses/summary").text());
        Answer november = api.send("GET", "/expenses/summary?from=2026-11-01&to=2026-11-30");
        assertTrue(november.text().startsWith("{\"total_count\":1,\"total_amount\":3.30,"), november.text());
        assertEquals(List.of("?to"), Tree.pointers(api.send("GET", "/expenses/summary?from=2026-11-02&to=2026-11-01")));
    }
}
