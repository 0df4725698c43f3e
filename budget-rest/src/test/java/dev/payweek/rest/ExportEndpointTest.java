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
    void a_form_that_is_not_at_hand_is_refused_with_those_that_are() throws Exception {
        Answer refused = api.send("GET", "/export?format=xls");
        assertEquals(400, refused.status());
        assertEquals(List.of("?format"), Tree.pointers(refused));
        assertEquals(
                "The format must be one of titles.",
                Tree.of(refused).get("errors").get(0).get("message").asText());
    }
}
