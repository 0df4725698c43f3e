package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of which payday an income is the pay: recognised, or decided by hand. */
class IncomePayTest {

    private final DirectApi api = new DirectApi();

    @BeforeEach
    void payOnTheTwentieth() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"monthly\",\"day\":20}");
        income("Pay", "1500", "2026-11-20");
        income("Bonus", "700", "2026-11-21");
    }

    private void income(String title, String amount, String date) throws Exception {
        Answer added = api.sendJson(
                "POST", "/income", "{\"title\":\"" + title + "\",\"amount\":" + amount + ",\"date\":\"" + date + "\"}");
        assertEquals(201, added.status(), added.text());
    }

    private long id(String title) throws Exception {
        return Tree.elements(Tree.of(api.send("GET", "/income"))).stream()
                .filter(income -> income.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow()
                .path("id")
                .longValue();
    }

    private String payOf(String title) throws Exception {
        JsonNode pay = Tree.of(api.send("GET", "/income/" + id(title))).path("pay");
        return pay.path("source").asText() + " " + pay.path("payday").asText() + " "
                + pay.path("provenance").asText();
    }

    private Answer decide(String title, String decision) throws Exception {
        return api.sendJson("PUT", "/income/" + id(title) + "/pay", decision);
    }

    @Test
    void the_first_to_fit_is_pay_and_what_comes_beside_it_is_not() throws Exception {
        assertEquals("main 2026-11-20 recognised", payOf("Pay"));
        assertEquals("  ", payOf("Bonus"));
        assertFalse(Tree.of(api.send("GET", "/income/" + id("Bonus"))).has("pay"));
    }

    @Test
    void by_hand_outranks_what_is_recognised_until_it_is_given_back() throws Exception {
        Answer decided = decide("Bonus", "{\"source\":\"main\",\"payday\":\"2026-11-20\"}");
        assertEquals(200, decided.status(), decided.text());
        assertEquals(
                "{\"source\":\"main\",\"payday\":\"2026-11-20\",\"provenance\":\"manual\"}",
                Tree.of(decided).path("pay").toString());
        assertEquals("main 2026-11-20 manual", payOf("Bonus"));
        assertEquals("  ", payOf("Pay"));
        JsonNode pay = Tree.of(api.send("GET", "/budget")).path("pay");
        assertEquals("2026-11-21", pay.path(0).path("date").asText());
        assertEquals(204, api.send("DELETE", "/income/" + id("Bonus") + "/pay").status());
        assertEquals("main 2026-11-20 recognised", payOf("Pay"));
        assertEquals("  ", payOf("Bonus"));
    }

    @Test
    void what_is_said_to_be_no_pay_leaves_its_payday_to_another() throws Exception {
        Answer decided = decide("Pay", "{\"none\":true}");
        assertEquals("{\"provenance\":\"manual\"}", Tree.of(decided).path("pay").toString());
        assertEquals("  manual", payOf("Pay"));
        assertEquals("main 2026-11-20 recognised", payOf("Bonus"));
        assertEquals(204, api.send("DELETE", "/income/" + id("Pay") + "/pay").status());
        assertEquals("main 2026-11-20 recognised", payOf("Pay"));
    }

    @Test
    void a_decision_is_undone_like_any_change() throws Exception {
        String version =
                decide("Pay", "{\"none\":true}").header("ledger-version").orElseThrow();
        assertEquals(200, api.send("POST", "/changes/" + version + "/undo").status());
        assertEquals("main 2026-11-20 recognised", payOf("Pay"));
    }

    @Test
    void what_is_not_there_is_not_decided_on() throws Exception {
        String pay = "{\"source\":\"main\",\"payday\":\"2026-11-20\"}";
        api.sendJson("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4}");
        long tea = Tree.of(api.send("GET", "/expenses")).path(0).path("id").longValue();
        for (String target : List.of("/income/999/pay", "/income/x/pay", "/income/" + tea + "/pay")) {
            assertEquals(404, api.sendJson("PUT", target, pay).status(), target);
            assertEquals(404, api.send("DELETE", target).status(), target);
        }
        assertEquals(List.of("/source"), Tree.pointers(decide("Pay", pay.replace("main", "other"))));
        assertEquals("main 2026-11-20 recognised", payOf("Pay"));
    }

    @Test
    void a_decision_names_a_source_and_its_payday_or_none() throws Exception {
        for (String decision : List.of(
                "{}",
                "{\"none\":false}",
                "{\"source\":\"main\"}",
                "{\"payday\":\"2026-11-20\"}",
                "{\"none\":true,\"source\":\"main\",\"payday\":\"2026-11-20\"}")) {
            Answer refused = decide("Pay", decision);
            assertEquals(422, refused.status(), decision);
            assertEquals(List.of(""), Tree.pointers(refused), decision);
        }
        Answer refused = decide("Pay", "{\"source\":7,\"payday\":\"2026-02-30\",\"paycheck\":true}");
        assertEquals(List.of("/source", "/payday", "/paycheck"), Tree.pointers(refused));
    }
}
