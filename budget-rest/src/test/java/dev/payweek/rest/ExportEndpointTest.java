package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportEndpointTest {

    private final DirectApi api = new DirectApi();

    @Test
    void the_ledger_is_written_in_the_form_asked_for() throws Exception {
        api.sendJson("POST", "/expenses", "{\"title\":\"Tee für Ölaf\",\"amount\":4}");
        Answer answer = api.send("GET", "/export?format=titles");
        assertEquals(200, answer.status());
        assertEquals("titles\nTee für Ölaf", answer.text());
        assertEquals("text/titles; charset=utf-8", answer.header("content-type").orElseThrow());
        assertEquals(
                "attachment; filename=\"payweek.txt\"",
                answer.header("content-disposition").orElseThrow());
    }

    @Test
    void parts_by_days_are_the_whole_and_overlap_in_nothing() throws Exception {
        for (String day : List.of("2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01")) {
            api.sendJson("POST", "/expenses", "{\"title\":\"" + day + "\",\"amount\":4,\"date\":\"" + day + "\"}");
        }
        assertEquals(
                "titles\n2026-01-31",
                api.send("GET", "/export?format=titles&to=2026-01-31").text());
        assertEquals(
                "titles\n2026-02-28\n2026-02-01",
                api.send("GET", "/export?format=titles&from=2026-02-01&to=2026-02-28")
                        .text());
        assertEquals(
                "titles\n2026-03-01",
                api.send("GET", "/export?format=titles&from=2026-03-01").text());
        assertEquals(
                400,
                api.send("GET", "/export?format=titles&from=2026-03-01&to=2026-02-01")
                        .status());
    }

    @Test
    void a_form_that_is_not_at_hand_is_refused_with_those_that_are() throws Exception {
        Answer refused = api.send("GET", "/export?format=xls");
        assertEquals(400, refused.status());
        assertEquals(List.of("?format"), Tree.pointers(refused));
        assertEquals(
                "The format must be one of titles.",
                Tree.of(refused).get("errors").get(0).get("message").asText());
    }
}
