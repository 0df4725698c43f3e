package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillEndpointsTest {

    private static final String RENT = "{\"category\":\"Home:Rent\",\"amount\":900.00,"
            + "\"schedule\":{\"kind\":\"monthly\",\"day\":5},\"from\":\"2026-10-01\"}";

    private final DirectApi api = new DirectApi();

    private Answer put(String name, String body) throws Exception {
        Answer put = api.sendJson("PUT", "/bills/" + name, body);
        assertEquals(200, put.status(), put.text());
        return put;
    }

    private long spend(String amount, String date) throws Exception {
        Answer added = api.sendJson(
                "POST",
                "/expenses",
                "{\"title\":\"Landlord\",\"amount\":" + amount + ",\"category\":\"Home:Rent\",\"date\":\"" + date
                        + "\"}");
        assertEquals(201, added.status(), added.text());
        return Tree.of(added).path("id").longValue();
    }

    /** Returns due days with their states and amounts, as the answer of a day shows them. */
    private String due(String day) throws Exception {
        JsonNode answer = Tree.of(api.send("GET", "/budget?on=" + day + "&today=" + day));
        return Tree.elements(answer.path("bills")).stream()
                .map(row -> row.path("due").asText() + " " + row.path("state").asText() + " "
                        + row.path("amount").asText())
                .collect(Collectors.joining(", "));
    }

    @Test
    void a_bill_is_set_shown_listed_and_removed() throws Exception {
        Answer put = put(
                "Rent%2FHeat",
                "{\"category\":\"Home:Rent\",\"amount\":900,\"schedule\":{\"kind\":\"monthly\",\"day\":5},"
                        + "\"match\":{\"all\":[{\"field\":\"title\",\"op\":\"contains\",\"value\":\"landlord\"}]},"
                        + "\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}");
        String bill = "{\"name\":\"Rent/Heat\",\"category\":\"Other:Home:Rent\",\"amount\":900.00,\"schedule\":{"
                + "\"kind\":\"monthly\",\"days\":[],\"day\":5,\"dates\":[],\"adjust\":\"none\",\"holidays\":[],"
                + "\"tolerance_days\":4},\"match\":{\"all\":[{\"field\":\"title\",\"op\":\"contains\","
                + "\"value\":\"landlord\"}]},\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}";
        assertEquals(bill, put.text());
        assertEquals(bill, api.send("GET", "/bills/Rent%2fHeat").text());
        assertEquals("[" + bill + "]", api.send("GET", "/bills").text());
        assertEquals(204, api.send("DELETE", "/bills/Rent%2FHeat").status());
        assertEquals("[]", api.send("GET", "/bills").text());
        for (String method : List.of("GET", "DELETE")) {
            Answer gone = api.send(method, "/bills/Rent");
            assertEquals(404, gone.status());
            assertEquals(
                    "There is no bill \"Rent\".", Tree.of(gone).path("detail").textValue());
        }
    }

    @Test
    void a_due_day_is_due_then_late_then_let_go_unless_it_is_paid() throws Exception {
        put("Rent", RENT.replace("2026-10-01", "2026-11-01"));
        assertEquals("2026-11-05 due 900.00", due("2026-11-05"));
        assertEquals("2026-11-05 late 900.00", due("2026-11-06"));
        assertEquals("2026-12-05 due 900.00", due("2026-12-05"));
        long rent = spend("910", "2026-11-07");
        assertEquals("2026-11-05 paid 910.00", due("2026-11-07"));
        JsonNode row = Tree.of(api.send("GET", "/budget")).path("bills").path(0);
        assertEquals(rent, row.path("entry").longValue());
        assertEquals("Other:Home:Rent", row.path("category").textValue());
    }

    @Test
    void a_due_day_is_paid_by_hand_skipped_and_given_back() throws Exception {
        put("Rent", RENT.replace("2026-10-01", "2026-11-01"));
        long small = spend("100", "2026-11-07");
        String occurrence = "/bills/Rent/occurrences/2026-11-05";
        assertEquals("2026-11-05 late 900.00", due("2026-11-08"));

        Answer paid = api.sendJson("PUT", occurrence, "{\"paid_by\":" + small + "}");
        assertEquals(
                "{\"bill\":\"Rent\",\"due\":\"2026-11-05\",\"paid_by\":" + small + ",\"skipped\":false}", paid.text());
        assertEquals("2026-11-05 paid 100.00", due("2026-11-08"));

        Answer skipped = api.sendJson("PUT", occurrence, "{\"skipped\":true}");
        assertEquals("{\"bill\":\"Rent\",\"due\":\"2026-11-05\",\"skipped\":true}", skipped.text());
        assertEquals("2026-11-05 skipped 900.00", due("2026-11-08"));

        Answer given = api.send("DELETE", occurrence);
        assertEquals(204, given.status());
        assertEquals("2026-11-05 late 900.00", due("2026-11-08"));
        String version = given.header("ledger-version").orElseThrow();
        assertEquals(200, api.send("POST", "/changes/" + version + "/undo").status());
        assertEquals("2026-11-05 skipped 900.00", due("2026-11-08"));
    }

    @Test
    void what_is_not_there_is_not_decided_on() throws Exception {
        put("Rent", RENT);
        long rent = spend("900", "2026-11-05");
        String paid = "{\"paid_by\":" + rent + "}";
        for (String target : List.of("/bills/Phone/occurrences/2026-11-05", "/bills/Rent/occurrences/tomorrow")) {
            assertEquals(404, api.sendJson("PUT", target, paid).status(), target);
            assertEquals(404, api.send("DELETE", target).status(), target);
        }
        String occurrence = "/bills/Rent/occurrences/2026-11-05";
        assertEquals(List.of("/paid_by"), Tree.pointers(api.sendJson("PUT", occurrence, "{\"paid_by\":999}")));
        for (String decision : List.of("{}", "{\"skipped\":false}", "{\"skipped\":true,\"paid_by\":" + rent + "}")) {
            Answer refused = api.sendJson("PUT", occurrence, decision);
            assertEquals(422, refused.status(), decision);
            assertEquals(List.of(""), Tree.pointers(refused), decision);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}|/category,/schedule",
                "{\"category\":\"Home\",\"amount\":-5,\"schedule\":{\"kind\":\"monthly\",\"day\":5}}|/amount",
                "{\"category\":\"Home\",\"amount\":0,\"schedule\":{\"kind\":\"monthly\",\"day\":5}}|/amount",
                "{\"category\":\"Home\",\"amount\":\"5 EUR\",\"schedule\":{\"kind\":\"monthly\",\"day\":5}}|/amount",
                "{\"category\":\"Home\",\"amount\":1.005,\"schedule\":{\"kind\":\"monthly\",\"day\":5}}|/amount",
                "{\"category\":\"Home\",\"schedule\":{\"kind\":\"irregular\"}}|/schedule",
                "{\"category\":\"Home\",\"schedule\":{\"kind\":\"monthly\",\"day\":5,\"expected_paycheck\":5}}"
                        + "|/schedule/expected_paycheck",
                "{\"category\":\"Home\",\"schedule\":{\"kind\":\"semi_monthly\",\"days\":[29,\"last\"]}}"
                        + "|/schedule/days",
                "{\"category\":\"Home\",\"schedule\":{\"kind\":\"every_n_days\",\"n\":1,\"anchor\":\"2026-11-20\","
                        + "\"adjust\":\"following\"}}|/schedule/adjust",
                "{\"category\":\"Home\",\"schedule\":{\"kind\":\"monthly\",\"day\":5},\"from\":\"2026-05-01\","
                        + "\"until\":\"2026-04-30\"}|/until",
                "{\"category\":\"a::b\",\"amount\":-5,\"schedule\":{\"kind\":\"monthly\",\"day\":0},"
                        + "\"match\":{\"field\":\"title\",\"op\":\"is\",\"value\":\"\"},\"from\":\"2026-05-01\","
                        + "\"until\":\"2026-04-30\"}|/category,/schedule/day,/match/value,/amount,/until",
                "{\"category\":7,\"amount\":\"x\",\"schedule\":7,\"from\":\"x\",\"colour\":1}"
                        + "|/category,/amount,/schedule,/from,/colour"
            })
    void a_bill_that_cannot_be_is_refused_with_every_problem(String example) throws Exception {
        String[] parts = example.split("\\|", -1);
        Answer refused = api.sendJson("PUT", "/bills/Rent", parts[0]);
        assertEquals(422, refused.status(), refused.text());
        assertEquals(List.of(parts[1].split(",", -1)), Tree.pointers(refused), refused.text());
        assertEquals("[]", api.send("GET", "/bills").text());
        assertEquals(4, Tree.of(api.send("GET", "/categories")).size());
    }
}
