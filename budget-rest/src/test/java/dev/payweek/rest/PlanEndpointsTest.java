package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanEndpointsTest {

    private final DirectApi api = new DirectApi();

    private List<String> refused(String method, String target, String json) throws Exception {
        Answer refused = api.sendJson(method, target, json);
        assertEquals(422, refused.status(), refused.text());
        return Tree.pointers(refused);
    }

    @Test
    void a_limit_is_set_from_a_day_on_and_removed_by_the_name_it_was_set_by() throws Exception {
        Answer set = api.sendJson(
                "PUT",
                "/limits/Fun",
                "{\"amount\":100.00,\"per\":\"week\",\"rollover\":\"none\",\"from\":\"2026-11-20\"}");
        assertEquals(
                "{\"category\":\"Fun\",\"amount\":100.00,\"per\":\"week\",\"rollover\":\"none\","
                        + "\"reset\":false,\"from\":\"2026-11-20\"}",
                set.text());
        Answer later = api.sendJson("PUT", "/limits/fun", "{\"amount\":50,\"per\":\"period\"}");
        assertEquals(
                "[" + set.text() + "," + later.text() + "]",
                api.send("GET", "/limits").text());
        assertTrue(later.text()
                .contains("\"per\":\"period\",\"rollover\":\"none\",\"reset\":false,\"from\":\"2026-11-22\""));
        assertEquals(204, api.send("DELETE", "/limits/fun").status());
        assertEquals("[]", api.send("GET", "/limits").text());
        assertEquals(404, api.send("DELETE", "/limits/Fun").status());
    }

    @Test
    void a_limit_that_cannot_be_is_refused() throws Exception {
        assertEquals(
                List.of("/amount", "/per", "/rollover", "/from", "/colour"),
                refused(
                        "PUT",
                        "/limits/Fun",
                        "{\"amount\":\"x\",\"per\":\"day\",\"rollover\":\"carry\",\"from\":\"9999-12-31\","
                                + "\"colour\":1}"));
        assertEquals(List.of("/amount"), refused("PUT", "/limits/Fun", "{\"amount\":-0.01}"));
        assertEquals(List.of("/category"), refused("PUT", "/limits/a:b:c:d:e", "{\"amount\":1}"));
        assertEquals(List.of("/category"), refused("PUT", "/limits/%00", "{\"amount\":1}"));
        assertEquals("[]", api.send("GET", "/limits").text());
    }

    @Test
    void what_a_limit_leaves_over_is_carried_as_it_says() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"weekly\",\"anchor\":\"2026-11-06\"}");
        Answer set = api.sendJson(
                "PUT",
                "/limits/Fun",
                "{\"amount\":100,\"rollover\":\"both\",\"cap\":150,\"reset\":true,\"from\":\"2026-11-06\"}");
        assertEquals(
                "{\"category\":\"Fun\",\"amount\":100.00,\"per\":\"week\",\"rollover\":\"both\",\"cap\":150.00,"
                        + "\"reset\":true,\"from\":\"2026-11-06\"}",
                set.text());
        api.sendJson("POST", "/expenses", "{\"title\":\"x\",\"amount\":30,\"category\":\"Fun\"}");
        var fun = Tree.of(api.send("GET", "/budget")).get("categories").get(0);
        assertEquals("100.00", fun.get("week").get("limit").asText());
        assertEquals("150.00", fun.get("week").get("carry_in").asText());
        assertEquals("220.00", fun.get("week").get("left").asText());
        assertEquals(List.of("/cap"), refused("PUT", "/limits/Fun", "{\"amount\":1,\"cap\":-1}"));
    }

    @Test
    void a_category_moves_and_merges_with_its_history() throws Exception {
        api.sendJson("POST", "/expenses", "{\"title\":\"x\",\"amount\":30,\"category\":\"Fun:Out\"}");
        Answer moved = api.sendJson("POST", "/categories/Fun:Out/move", "{\"to\":\"Other:Out\"}");
        assertEquals("{\"category\":\"Other:Out\",\"discretionary\":true,\"archived\":false}", moved.text());
        assertEquals(
                "Other:Out",
                Tree.of(api.send("GET", "/expenses")).get(0).get("category").asText());
        assertEquals(
                200,
                api.sendJson("POST", "/categories/Other:Out/merge", "{\"to\":\"Fun\"}")
                        .status());
        assertEquals(
                "Fun",
                Tree.of(api.send("GET", "/expenses")).get(0).get("category").asText());
        assertEquals(
                404,
                api.sendJson("POST", "/categories/Gone/move", "{\"to\":\"Fun:X\"}")
                        .status());
        assertEquals(
                404,
                api.sendJson("POST", "/categories/Fun/merge", "{\"to\":\"Gone\"}")
                        .status());
        assertEquals(
                409,
                api.sendJson("POST", "/categories/Fun/move", "{\"to\":\"Fun:X\"}")
                        .status());
        assertEquals(List.of("/to"), refused("POST", "/categories/Fun/move", "{}"));
        assertEquals(200, api.send("POST", "/changes/3/undo").status());
        assertEquals(
                "Other:Out",
                Tree.of(api.send("GET", "/expenses")).get(0).get("category").asText());
    }

    @Test
    void an_account_comes_with_its_first_entry_and_keeps_how_its_files_are_read() throws Exception {
        api.sendJson("POST", "/expenses", "{\"title\":\"x\",\"amount\":30,\"account\":\"Card\"}");
        assertEquals(
                "[{\"account\":\"Card\",\"closed\":false,\"reading\":{}}]",
                api.send("GET", "/accounts").text());
        Answer put = api.sendJson("PUT", "/accounts/Card", "{\"reading\":{\"date_format\":\"D/M/Y\"}}");
        assertEquals("{\"account\":\"Card\",\"closed\":false,\"reading\":{\"date_format\":\"D/M/Y\"}}", put.text());
        Answer closed = api.sendJson("PUT", "/accounts/Card", "{\"closed\":true}");
        assertEquals("{\"account\":\"Card\",\"closed\":true,\"reading\":{\"date_format\":\"D/M/Y\"}}", closed.text());
        assertEquals(409, api.send("DELETE", "/accounts/Card").status());
        assertEquals(200, api.sendJson("PUT", "/accounts/Old", "{}").status());
        assertEquals(204, api.send("DELETE", "/accounts/Old").status());
        assertEquals(404, api.send("DELETE", "/accounts/Old").status());
        assertEquals(List.of("/reading"), refused("PUT", "/accounts/Card", "{\"reading\":[]}"));
        assertEquals(List.of("/reading/sign"), refused("PUT", "/accounts/Card", "{\"reading\":{\"sign\":1}}"));
        assertEquals(List.of("/reading/S"), refused("PUT", "/accounts/Card", "{\"reading\":{\"S\":\"x\"}}"));
    }

    @Test
    void categories_are_made_changed_and_removed_while_nothing_uses_them() throws Exception {
        Answer made = api.sendJson("PUT", "/categories/Fun:Tea:Green", "{}");
        assertEquals("{\"category\":\"Fun:Tea:Green\",\"discretionary\":true,\"archived\":false}", made.text());
        assertEquals(
                "{\"category\":\"Fun:Tea\",\"discretionary\":false,\"archived\":true}",
                api.sendJson("PUT", "/categories/Fun:Tea", "{\"discretionary\":false,\"archived\":true}")
                        .text());
        assertEquals(6, Tree.of(api.send("GET", "/categories")).size());
        assertEquals(409, api.sendJson("PUT", "/categories/fun:tea", "{}").status());
        assertEquals(409, api.send("DELETE", "/categories/Fun:Tea").status());
        assertEquals(204, api.send("DELETE", "/categories/Fun:Tea:Green").status());
        assertEquals(204, api.send("DELETE", "/categories/Fun:Tea").status());
        assertEquals(404, api.send("DELETE", "/categories/Fun:Tea").status());
        assertEquals(409, api.send("DELETE", "/categories/Other").status());
        assertEquals(
                List.of("/discretionary", "/name"),
                refused("PUT", "/categories/Fun", "{\"discretionary\":\"no\",\"name\":\"x\"}"));
        assertEquals(422, api.sendJson("PUT", "/categories/a::b", "{}").status());
    }

    @Test
    void the_ledger_shows_and_takes_what_holds_for_all_of_it() throws Exception {
        assertEquals(
                "{\"name\":\"Household\",\"currency\":\"USD\",\"zone\":\"Z\",\"near_percent\":90,"
                        + "\"carry\":{\"mode\":\"none\"},\"version\":0,"
                        + "\"today\":\"2026-11-22\"}",
                api.send("GET", "/ledger").text());
        Answer patched = api.sendJson(
                "PATCH",
                "/ledger",
                "{\"name\":\"Home\",\"currency\":\"eur\",\"zone\":\"Pacific/Kiritimati\",\"near_percent\":80,"
                        + "\"carry\":{\"mode\":\"both\",\"cap\":300,\"from\":\"2026-01-01\"}}");
        assertEquals(
                "{\"name\":\"Home\",\"currency\":\"EUR\",\"zone\":\"Pacific/Kiritimati\",\"near_percent\":80,"
                        + "\"carry\":{\"mode\":\"both\",\"cap\":300.00,\"from\":\"2026-01-01\"},"
                        + "\"version\":1,\"today\":\"2026-11-23\"}",
                patched.text());
        Answer got = api.send("GET", "/ledger");
        assertEquals(got.text(), patched.text());
        assertEquals(got.header("etag"), patched.header("etag"));
        assertEquals(patched.text(), api.sendJson("PATCH", "/ledger", "{}").text());
    }

    @Test
    void a_ledger_that_cannot_be_is_refused() throws Exception {
        assertEquals(
                List.of("/name", "/near_percent", "/version"),
                refused("PATCH", "/ledger", "{\"name\":\"\",\"near_percent\":\"9\",\"version\":7}"));
        assertEquals(List.of("/zone"), refused("PATCH", "/ledger", "{\"zone\":\"Mars/Olympus\"}"));
        assertEquals(List.of("/currency"), refused("PATCH", "/ledger", "{\"currency\":\"XAU\"}"));
        assertEquals(List.of("/near_percent"), refused("PATCH", "/ledger", "{\"near_percent\":101}"));
        assertEquals(List.of("/carry/cap"), refused("PATCH", "/ledger", "{\"carry\":{\"mode\":\"both\",\"cap\":-1}}"));
        api.sendJson("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":1}");
        assertEquals(
                409, api.sendJson("PATCH", "/ledger", "{\"currency\":\"JPY\"}").status());
    }

    @Test
    void a_currency_without_decimals_has_none() throws Exception {
        api.sendJson("PATCH", "/ledger", "{\"currency\":\"JPY\"}");
        assertEquals(List.of("/amount"), refused("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":1.5}"));
        assertTrue(api.sendJson("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":1.0}")
                .text()
                .contains("\"amount\":1,"));
    }
}
