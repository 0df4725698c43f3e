package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetAsideEndpointsTest {

    private final DirectApi api = new DirectApi();

    private Answer put(String name, String body) throws Exception {
        Answer put = api.sendJson("PUT", "/set-asides/" + name, body);
        assertEquals(200, put.status(), put.text());
        return put;
    }

    private void spend(String amount, String date) throws Exception {
        Answer added = api.sendJson(
                "POST",
                "/expenses",
                "{\"title\":\"Tyres\",\"amount\":" + amount + ",\"category\":\"Car\",\"date\":\"" + date + "\"}");
        assertEquals(201, added.status(), added.text());
    }

    private JsonNode answer(String day) throws Exception {
        return Tree.of(api.send("GET", "/budget?on=" + day));
    }

    private List<String> refused(String target, String json) throws Exception {
        Answer refused = api.sendJson("PUT", target, json);
        assertEquals(422, refused.status(), refused.text());
        return Tree.pointers(refused);
    }

    @Test
    void a_set_aside_is_set_shown_listed_and_stopped() throws Exception {
        Answer put = put(
                "Car%2FBike",
                "{\"amount\":100,\"per\":\"period\",\"category\":\"Car\",\"from\":\"2026-01-01\","
                        + "\"until\":\"2027-03-31\"}");
        String one = "{\"name\":\"Car/Bike\",\"amounts\":[{\"amount\":100.00,\"per\":\"period\"}],"
                + "\"category\":\"Other:Car\",\"from\":\"2026-01-01\",\"until\":\"2027-03-31\"}";
        assertEquals(one, put.text());
        assertEquals(one, api.send("GET", "/set-asides/Car%2fBike").text());
        assertEquals("[" + one + "]", api.send("GET", "/set-asides").text());
        assertEquals(
                204,
                api.send("DELETE", "/set-asides/Car%2FBike?from=2026-12-01").status());
        assertEquals(
                one.replace("2027-03-31", "2026-11-30"),
                api.send("GET", "/set-asides/Car%2FBike").text());
        assertEquals(404, api.send("GET", "/set-asides/Car").status());
        assertEquals(404, api.send("DELETE", "/set-asides/Car").status());
    }

    @Test
    void another_amount_from_a_day_on_leaves_what_held_before() throws Exception {
        put("Car", "{\"amount\":100,\"category\":\"Car\"}");
        Answer later = put("Car", "{\"amount\":600,\"per\":\"year\",\"from\":\"2026-12-01\"}");
        assertEquals(
                "{\"name\":\"Car\",\"amounts\":[{\"amount\":100.00,\"per\":\"period\"},"
                        + "{\"from\":\"2026-12-01\",\"amount\":600.00,\"per\":\"year\"}],\"category\":\"Other:Car\"}",
                later.text());
        Answer again = put("Car", "{\"amount\":50,\"from\":\"2026-12-01\"}");
        assertEquals(2, Tree.of(again).path("amounts").size());
        assertEquals(
                "50.00", Tree.of(again).path("amounts").path(1).path("amount").asText());
        Answer all = put("Car", "{\"amount\":70}");
        assertEquals("{\"name\":\"Car\",\"amounts\":[{\"amount\":70.00,\"per\":\"period\"}]}", all.text());
    }

    @Test
    void the_first_amount_is_replaced_from_its_own_day_and_none_comes_before_it() throws Exception {
        put("Car", "{\"amount\":100,\"from\":\"2026-10-01\"}");
        Answer replaced = put("Car", "{\"amount\":80,\"from\":\"2026-10-01\"}");
        assertEquals(
                "{\"name\":\"Car\",\"amounts\":[{\"amount\":80.00,\"per\":\"period\"}],\"from\":\"2026-10-01\"}",
                replaced.text());
        assertEquals(
                List.of("/from", "/amount"), refused("/set-asides/Car", "{\"amount\":-1,\"from\":\"2026-09-30\"}"));
        assertEquals(replaced.text(), api.send("GET", "/set-asides/Car").text());
    }

    @Test
    void what_a_period_does_not_use_stays_in_the_pot_for_the_next() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"monthly\",\"day\":1}");
        for (String day : List.of("2026-10-01", "2026-11-01")) {
            api.sendJson("POST", "/income", "{\"amount\":1000,\"date\":\"" + day + "\"}");
        }
        put("Car", "{\"amount\":100,\"category\":\"Car\",\"from\":\"2026-10-01\"}");
        spend("30", "2026-10-10");
        spend("150", "2026-11-10");
        assertEquals(
                "{\"set_aside\":\"Car\",\"category\":\"Other:Car\",\"amount\":100.00,\"used\":150.00,\"due\":0.00,"
                        + "\"left\":0.00,\"pot\":70.00,\"from_pot\":50.00}",
                answer("2026-11-22").path("set_asides").path(0).toString());
        JsonNode period = answer("2026-11-22").path("period");
        assertEquals("1000.00", period.path("income").asText());
        assertEquals("100.00", period.path("committed").asText());
        assertEquals("900.00", period.path("left").asText());
    }

    @Test
    void stopping_leaves_the_past_as_it_was() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"monthly\",\"day\":1}");
        api.sendJson("POST", "/income", "{\"amount\":1000,\"date\":\"2026-10-01\"}");
        put("Car", "{\"amount\":100,\"from\":\"2026-10-01\"}");
        String before = api.send("GET", "/budget/history?periods=1").text();
        assertEquals(204, api.send("DELETE", "/set-asides/Car").status());
        assertEquals(before, api.send("GET", "/budget/history?periods=1").text());
        assertEquals("100.00", Tree.of(before).path(0).path("committed").asText());
        assertEquals(0, answer("2026-11-22").path("set_asides").size());
        assertEquals(
                "2026-11-21",
                Tree.of(api.send("GET", "/set-asides/Car")).path("until").textValue());
    }

    @Test
    void one_stopped_before_it_began_is_gone() throws Exception {
        put("Car", "{\"amount\":100,\"from\":\"2026-12-01\"}");
        assertEquals(204, api.send("DELETE", "/set-asides/Car?from=2026-12-01").status());
        assertEquals("[]", api.send("GET", "/set-asides").text());
        assertEquals(400, api.send("DELETE", "/set-asides/Car?from=x").status());
    }

    @Test
    void one_that_cannot_be_is_refused_with_every_problem() throws Exception {
        assertEquals(List.of("/amount"), refused("/set-asides/Car", "{}"));
        assertEquals(List.of("/amount"), refused("/set-asides/Car", "{\"amount\":-1}"));
        assertEquals(List.of("/amount"), refused("/set-asides/Car", "{\"amount\":\"5 EUR\"}"));
        assertEquals(List.of("/name"), refused("/set-asides/%20", "{\"amount\":1}"));
        assertEquals(
                List.of("/until"),
                refused("/set-asides/Car", "{\"amount\":1,\"from\":\"2026-05-01\",\"until\":\"2026-04-30\"}"));
        assertEquals(
                List.of("/category", "/amount", "/until"),
                refused(
                        "/set-asides/Car",
                        "{\"amount\":-1,\"category\":\"a::b\",\"from\":\"2026-05-01\",\"until\":\"2026-04-30\"}"));
        assertEquals(
                List.of("/amount", "/per", "/from", "/colour"),
                refused("/set-asides/Car", "{\"amount\":\"x\",\"per\":\"week\",\"from\":\"x\",\"colour\":1}"));
        assertEquals("[]", api.send("GET", "/set-asides").text());
    }
}
