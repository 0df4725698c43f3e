package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuggestionEndpointsTest {

    private static final String EVIDENCE = "{\"category\":\"Fun:Food\",\"percent\":75,\"merchant\":\"tesco\","
            + "\"agreeing\":1,\"seen\":1,\"examples\":[1],"
            + "\"reason\":\"1 of your 1 expense at \\\"tesco\\\" is in Fun:Food.\"}";

    private final DirectApi api = new DirectApi();

    @BeforeEach
    void fill() throws Exception {
        add("{\"title\":\"TESCO STORE 2296\",\"amount\":4,\"category\":\"Fun:Food\",\"date\":\"2026-11-20\"}");
        add("{\"title\":\"Tesco 6227 Leeds\",\"amount\":5,\"date\":\"2026-11-21\"}");
        add("{\"title\":\"Unknown\",\"amount\":6,\"date\":\"2026-11-21\"}");
    }

    private void add(String expense) throws Exception {
        assertEquals(201, api.sendJson("POST", "/expenses", expense).status());
    }

    @Test
    void a_suggestion_comes_with_its_evidence() throws Exception {
        assertEquals(
                Tree.of("{\"expense\":3,\"date\":\"2026-11-21\",\"title\":\"Tesco 6227 Leeds\",\"amount\":5.00,"
                        + "\"suggestion\":" + EVIDENCE + "}"),
                Tree.of(api.send("GET", "/expenses/3/suggestion")));
    }

    @Test
    void where_the_history_says_nothing_there_is_no_suggestion() throws Exception {
        assertEquals(false, Tree.of(api.send("GET", "/expenses/4/suggestion")).hasNonNull("suggestion"));
        assertEquals(404, api.send("GET", "/expenses/99/suggestion").status());
    }

    @Test
    void all_uncategorised_expenses_are_suggested_for_at_once_and_nothing_is_changed() throws Exception {
        assertEquals(
                Tree.of("[{\"expense\":3,\"date\":\"2026-11-21\",\"title\":\"Tesco 6227 Leeds\",\"amount\":5.00,"
                        + "\"suggestion\":" + EVIDENCE + "}]"),
                Tree.of(api.send("GET", "/suggestions")));
        assertEquals(400, api.send("GET", "/suggestions?limit=0").status());
        assertEquals(
                "default",
                Tree.of(api.send("GET", "/expenses/3")).path("provenance").asText());
    }
}
