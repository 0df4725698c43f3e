package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveryEndpointsTest {

    private final DirectApi api = new DirectApi();

    @BeforeEach
    void rent_and_power_for_half_a_year() throws Exception {
        for (int i = 0; i < 6; i++) {
            LocalDate first = LocalDate.of(2026, 6, 1).plusMonths(i);
            pay("PARKVIEW APARTMENTS " + i, "900", first);
            pay("CASCADIA POWER " + i, "80", first.plusDays(11));
        }
    }

    private void pay(String title, String amount, LocalDate day) throws Exception {
        String body = String.format("{\"title\":\"%s\",\"amount\":%s,\"date\":\"%s\"}", title, amount, day);
        assertEquals(201, api.sendJson("POST", "/expenses", body).status());
    }

    private JsonNode suggested() throws Exception {
        return Tree.of(api.send("GET", "/discoveries")).path("discoveries");
    }

    private static List<String> all(JsonNode list, String field) {
        List<String> found = new ArrayList<>();
        list.forEach(one -> found.add(one.path(field).asText()));
        return found;
    }

    private JsonNode decide(String path, String body) throws Exception {
        var response = body.isEmpty() ? api.send("POST", path) : api.sendJson("POST", path, body);
        assertEquals(200, response.status(), path);
        return Tree.of(response);
    }

    private List<String> bills() throws Exception {
        return all(Tree.of(api.send("GET", "/bills")), "name");
    }

    @Test
    void suggestions_are_listed_with_what_speaks_for_them() throws Exception {
        JsonNode found = suggested();
        assertEquals(List.of("PARKVIEW APARTMENTS", "CASCADIA POWER"), all(found, "name"));
        assertEquals(List.of("bill", "bill"), all(found, "kind"));
        assertEquals(List.of("proposed", "proposed"), all(found, "state"));
        assertEquals(6, found.path(0).path("evidence").size());
        assertEquals(
                "PARKVIEW APARTMENTS takes 900.00 monthly on the 1st: 6 of 6 times, last 2026-11-01,"
                        + " next 2026-12-01.",
                found.path(0).path("says").asText());
    }

    @Test
    void one_is_accepted_and_holds_and_is_suggested_no_more() throws Exception {
        String rent = suggested().path(0).path("id").asText();
        JsonNode decided = decide("/discoveries/" + rent + "/accept", "");
        assertEquals(List.of(rent), List.of(decided.path("ids").path(0).asText()));
        assertEquals(List.of("PARKVIEW APARTMENTS"), bills());
        assertEquals(List.of("CASCADIA POWER"), all(suggested(), "name"));
        assertEquals(404, api.send("POST", "/discoveries/" + rent + "/accept").status());
    }

    @Test
    void one_is_declined_and_stays_so_though_its_amount_changes_until_that_is_undone() throws Exception {
        String power = suggested().path(1).path("id").asText();
        JsonNode decided = decide("/discoveries/" + power + "/decline", "");
        assertEquals(List.of("PARKVIEW APARTMENTS"), all(suggested(), "name"));
        pay("CASCADIA POWER 6", "95", LocalDate.of(2026, 5, 12));
        pay("CASCADIA POWER 7", "95", LocalDate.of(2026, 4, 12));
        assertEquals(List.of("PARKVIEW APARTMENTS"), all(suggested(), "name"));
        assertEquals(List.of(), bills());
        assertEquals(404, api.send("POST", "/discoveries/" + power + "/decline").status());
        decide("/changes/" + decided.path("version").asLong() + "/undo", "");
        assertEquals(List.of("PARKVIEW APARTMENTS", "CASCADIA POWER"), all(suggested(), "name"));
        assertEquals(power, suggested().path(1).path("id").asText());
    }

    @Test
    void several_are_decided_as_one_change_or_not_at_all() throws Exception {
        List<String> ids = all(suggested(), "id");
        String both = String.format("{\"ids\":[\"%s\",\"%s\"]}", ids.get(0), ids.get(1));
        String strange = String.format("{\"ids\":[\"%s\",\"none\"]}", ids.get(0));
        for (String how : List.of("accept", "decline")) {
            assertEquals(
                    404, api.sendJson("POST", "/discoveries/" + how, strange).status());
            assertEquals(ids, all(suggested(), "id"), "half of it was done");
            JsonNode decided = decide("/discoveries/" + how, both);
            assertEquals(List.of(), all(suggested(), "id"));
            decide("/changes/" + decided.path("version").asLong() + "/undo", "");
            assertEquals(List.of(), bills());
            assertEquals(ids, all(suggested(), "id"));
        }
        assertEquals(
                422, api.sendJson("POST", "/discoveries/accept", "{\"ids\":7}").status());
    }
}
