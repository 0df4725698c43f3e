package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetEndpointsTest {

    private final DirectApi api = new DirectApi();

    private void fillAsInTheManual() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-20\"}");
        api.sendJson("POST", "/income", "{\"amount\":1500,\"date\":\"2026-11-20\"}");
        api.sendJson(
                "PUT",
                "/bills/Rent",
                "{\"category\":\"Other:Housing\",\"amount\":900.00,\"from\":\"2026-11-20\","
                        + "\"schedule\":{\"kind\":\"monthly\",\"day\":1}}");
        api.sendJson("PUT", "/limits/Fun", "{\"amount\":100.00,\"per\":\"week\"}");
        spend("Corner COFFEE", "4.50", "Fun:Coffee", "2026-11-21");
        spend("Concert", "115.50", "Fun", "2026-11-20");
        spend("Groceries", "42.40", "Predictable Necessities", "2026-11-22");
    }

    private Answer spend(String title, String amount, String category, String date) throws Exception {
        return api.sendJson(
                "POST",
                "/expenses",
                "{\"title\":\"" + title + "\",\"amount\":" + amount + ",\"category\":\"" + category + "\",\"date\":\""
                        + date + "\"}");
    }

    @Test
    void the_worked_example_of_the_manual_is_answered_to_the_letter() throws Exception {
        fillAsInTheManual();
        assertEquals(
                "{\"as_of\":\"2026-11-22\",\"currency\":\"USD\","
                        + "\"verdict\":{\"state\":\"fine\",\"left_until_payday\":437.60,\"payday\":\"2026-12-04\","
                        + "\"days_to_payday\":12,\"safe_today\":27.52},"
                        + "\"period\":{\"start\":\"2026-11-20\",\"end\":\"2026-12-04\",\"days\":14,\"days_left\":12,"
                        + "\"carried_in\":0.00,\"income\":1500.00,\"committed\":900.00,\"still_due\":900.00,"
                        + "\"paid_out\":162.40,\"planned\":0.00,\"discretionary\":600.00,\"spent\":162.40,"
                        + "\"upcoming\":0.00,\"left\":437.60,\"safe_to_spend_per_day\":36.46,\"share_spent\":0.2707,"
                        + "\"pace\":{\"expected_by_now\":128.57,\"ahead_by\":33.83,\"projected\":757.87}},"
                        + "\"week\":{\"start\":\"2026-11-20\",\"end\":\"2026-11-27\",\"days\":7,\"days_left\":5,"
                        + "\"allowance\":300.00,\"spent\":162.40,\"upcoming\":0.00,\"left\":137.60,"
                        + "\"safe_to_spend_per_day\":27.52,\"share_spent\":0.5413,"
                        + "\"pace\":{\"expected_by_now\":128.57,\"ahead_by\":33.83,\"projected\":378.93}},"
                        + "\"pay\":[{\"source\":\"main\",\"payday\":\"2026-11-20\",\"date\":\"2026-11-20\","
                        + "\"amount\":1500.00,\"state\":\"received\",\"entry\":2}],"
                        + "\"bills\":[{\"bill\":\"Rent\",\"due\":\"2026-12-01\",\"amount\":900.00,"
                        + "\"state\":\"due\",\"category\":\"Other:Housing\"}],"
                        + "\"set_asides\":[],\"categories\":["
                        + "{\"category\":\"Fun\",\"discretionary\":true,\"count\":2,\"share\":0.7389,"
                        + "\"week\":{\"spent\":120.00,\"committed\":0.00,"
                        + "\"limit\":100.00,\"carry_in\":0.00,\"left\":-20.00,"
                        + "\"status\":\"over\"},"
                        + "\"period\":{\"spent\":120.00,\"committed\":0.00,"
                        + "\"limit\":200.00,\"carry_in\":0.00,\"left\":80.00},"
                        + "\"children\":["
                        + row("Fun:Coffee", "4.50", "", 1) + "]},"
                        + row("Predictable Necessities", "42.40", "0.2611", 1) + ","
                        + row("Unpredictable Necessities", "0.00", "0.0000", 0) + ","
                        + row("Other", "0.00", "0.0000", 0) + "],\"uncategorised\":0}",
                api.send("GET", "/budget").text());
        assertEquals(
                api.send("GET", "/budget").text(), api.send("GET", "/hello").text());
    }

    private static String row(String category, String spent, String share, int count) {
        String stretch = "{\"spent\":" + spent + ",\"committed\":0.00,\"status\":\"no_limit\"}";
        return "{\"category\":\"" + category + "\",\"discretionary\":true,\"count\":" + count
                + (share.isEmpty() ? "" : ",\"share\":" + share) + ",\"week\":" + stretch + ",\"period\":" + stretch
                + ",\"children\":[]}";
    }

    @Test
    void a_day_and_its_week_can_be_asked_for() throws Exception {
        fillAsInTheManual();
        var next = Tree.of(api.send("GET", "/budget?on=2026-11-28"));
        assertEquals("2026-11-28", next.path("as_of").textValue());
        assertEquals("0.00", next.path("week").path("spent").asText());
        assertEquals("2026-11-27", next.path("week").path("start").textValue());
        assertEquals("162.40", next.path("period").path("spent").asText());
    }

    @Test
    void a_today_that_is_only_supposed_makes_another_answer_and_writes_nothing() throws Exception {
        fillAsInTheManual();
        var late = Tree.of(api.send("GET", "/budget?on=2026-12-02&today=2026-12-02"));
        assertEquals("late", late.path("bills").path(0).path("state").textValue());
        assertEquals("careful", late.path("verdict").path("state").textValue());
        var ahead = Tree.of(api.send("GET", "/budget?on=2026-12-02"));
        assertEquals("due", ahead.path("bills").path(0).path("state").textValue());
        assertEquals(
                "2026-12-02",
                Tree.of(api.send("GET", "/budget?today=2026-12-02"))
                        .path("as_of")
                        .textValue());
        Answer before = api.send("GET", "/budget?on=2026-11-20&today=2026-11-20");
        assertEquals("115.50", Tree.of(before).path("period").path("paid_out").asText());
        assertEquals("46.90", Tree.of(before).path("period").path("planned").asText());
        assertEquals(7, Tree.of(api.send("GET", "/ledger")).path("version").intValue());
    }

    @Test
    void a_known_answer_is_not_sent_again_whatever_day_is_supposed() throws Exception {
        fillAsInTheManual();
        for (String target : List.of("/budget?today=2026-12-02", "/budget/history?of=week&today=2026-12-30")) {
            String tag = api.send("GET", target).header("etag").orElseThrow();
            assertEquals(
                    304,
                    api.send("GET", target, Map.of("If-None-Match", tag), new byte[0])
                            .status());
        }
    }

    @Test
    void the_first_and_the_last_day_there_are_can_be_asked_for() throws Exception {
        for (String kind : ScheduleEndpointsTest.KINDS) {
            assertEquals(200, api.sendJson("PUT", "/schedule", kind).status());
            assertEquals(200, api.send("GET", "/budget?on=1900-01-01").status(), kind);
            assertEquals(200, api.send("GET", "/budget?on=2200-12-31").status(), kind);
        }
    }

    @Test
    void every_wrong_parameter_is_named_at_once() throws Exception {
        Answer refused = api.send("GET", "/budget?on=2026-02-30&view=week&today=x");
        assertEquals(400, refused.status());
        assertEquals(List.of("?view", "?on", "?today"), Tree.pointers(refused));
        assertEquals(List.of("?on"), Tree.pointers(api.send("GET", "/budget?on=1899-12-31")));
        assertEquals(List.of("?on"), Tree.pointers(api.send("GET", "/budget?on=%2B999999999-12-31")));
        assertEquals(List.of("?of"), Tree.pointers(api.send("GET", "/budget/history?of=pay_period")));
        assertEquals(List.of("?periods"), Tree.pointers(api.send("GET", "/budget/history?periods=0")));
        assertEquals(List.of("?periods"), Tree.pointers(api.send("GET", "/budget/history?periods=601")));
        assertEquals(List.of("?today"), Tree.pointers(api.send("GET", "/budget/history?today=1899-12-31")));
    }

    @Test
    void spending_trillions_of_a_cent_still_gives_an_answer() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"monthly\",\"day\":16}");
        api.sendJson("POST", "/income", "{\"amount\":0.01,\"date\":\"2026-11-16\"}");
        String most = "{\"title\":\"All\",\"amount\":10000000000.00},";
        assertEquals(
                201,
                api.sendJson("POST", "/expenses", "[" + most.repeat(999) + most.replace("},", "}]"))
                        .status());
        Answer report = api.send("GET", "/budget");
        assertEquals(200, report.status(), report.text());
        assertEquals(
                "900000000000000.0000",
                Tree.of(report).path("period").path("share_spent").asText());
    }

    @Test
    void history_has_the_ended_periods_the_oldest_first() throws Exception {
        fillAsInTheManual();
        spend("Rent", "900", "Other:Housing", "2026-12-01");
        spend("Shoes", "37.60", "Fun", "2026-12-02");
        assertEquals(
                "[{\"start\":\"2026-11-20\",\"end\":\"2026-12-04\",\"days\":14,\"carried_in\":0.00,"
                        + "\"income\":1500.00,\"committed\":900.00,\"discretionary\":600.00,\"spent\":200.00,"
                        + "\"left\":400.00}]",
                api.send("GET", "/budget/history?periods=1&today=2026-12-04").text());
        assertEquals(
                "[{\"start\":\"2026-11-20\",\"end\":\"2026-11-27\",\"days\":7,\"allowance\":300.00,"
                        + "\"spent\":162.40,\"left\":137.60},"
                        + "{\"start\":\"2026-11-27\",\"end\":\"2026-12-04\",\"days\":7,\"allowance\":437.60,"
                        + "\"spent\":37.60,\"left\":400.00}]",
                api.send("GET", "/budget/history?of=week&periods=2&today=2026-12-04")
                        .text());
    }

    @Test
    void what_is_supposed_is_shown_and_not_kept() throws Exception {
        String before = api.send("GET", "/budget").text();
        var supposed = Tree.of(api.sendJson(
                "POST",
                "/budget/what-if",
                "{\"on\":\"2026-11-25\","
                        + "\"expenses\":[{\"title\":\"Concert\",\"amount\":80,\"category\":\"Fun\"}],"
                        + "\"income\":[{\"amount\":2000,\"date\":\"2026-11-20\"}],"
                        + "\"limits\":[{\"category\":\"Fun\",\"amount\":50,\"per\":\"period\","
                        + "\"from\":\"2026-11-20\"}],"
                        + "\"bills\":[{\"name\":\"Rent\",\"category\":\"Home\",\"amount\":900,\"from\":\"2026-11-20\","
                        + "\"schedule\":{\"kind\":\"monthly\",\"day\":5}}],"
                        + "\"schedule\":{\"kind\":\"monthly\",\"day\":20}}"));
        assertEquals("2026-11-25", supposed.path("as_of").asText());
        assertEquals("2026-11-20", supposed.path("period").path("start").asText());
        assertEquals("2026-12-20", supposed.path("period").path("end").asText());
        assertEquals("2000.00", supposed.path("period").path("income").asText());
        assertEquals("900.00", supposed.path("period").path("still_due").asText());
        assertEquals("80.00", supposed.path("period").path("spent").asText());
        assertEquals("1020.00", supposed.path("period").path("left").asText());
        assertEquals(
                "over",
                supposed.path("categories")
                        .path(0)
                        .path("period")
                        .path("status")
                        .asText());
        assertEquals(before, api.send("GET", "/budget").text());
        assertEquals("[]", api.send("GET", "/expenses").text());
        assertEquals("[]", api.send("GET", "/bills").text());
        assertEquals("[]", api.send("GET", "/sources").text());
    }

    @Test
    void a_supposition_that_cannot_be_names_every_problem() throws Exception {
        var refused = api.sendJson(
                "POST",
                "/budget/what-if",
                "{\"expenses\":[{\"title\":\"x\",\"amount\":1},{\"title\":\"x\",\"amount\":1,\"refund_of\":99}],"
                        + "\"limits\":[{\"category\":\"Fun\",\"amount\":-1}],"
                        + "\"bills\":[{\"name\":\"Rent\",\"category\":\"Home\",\"amount\":-1,"
                        + "\"schedule\":{\"kind\":\"monthly\",\"day\":5}},{\"name\":\"Rent\",\"category\":\"Home\","
                        + "\"schedule\":{\"kind\":\"monthly\",\"day\":55}}]}");
        assertEquals(422, refused.status());
        assertEquals(
                List.of("/expenses/1/refund_of", "/limits/0/amount", "/bills/0/amount", "/bills/1/schedule/day"),
                Tree.pointers(refused));
        assertEquals(
                422, api.sendJson("POST", "/budget/what-if", "{\"colour\":1}").status());
        assertEquals(200, api.sendJson("POST", "/budget/what-if", "{}").status());
    }

    @Test
    void news_is_listed_once_and_after_an_id() throws Exception {
        api.sendJson("PUT", "/limits/Fun", "{\"amount\":10}");
        api.sendJson("POST", "/expenses", "{\"title\":\"x\",\"amount\":9.50,\"category\":\"Fun\"}");
        var events = Tree.of(api.send("GET", "/events"));
        assertEquals("new_period", events.get(0).get("threshold").asText());
        assertEquals("near", events.get(1).get("threshold").asText());
        assertEquals("Fun", events.get(1).get("category").asText());
        assertEquals("9.50", events.get(1).get("spent").asText());
        assertEquals("10.00", events.get(1).get("limit").asText());
        assertEquals(2, Tree.of(api.send("GET", "/events")).size());
        String last = events.get(1).get("id").asText();
        assertEquals("[]", api.send("GET", "/events?after=" + last).text());
        assertEquals(1, Tree.of(api.send("GET", "/events?limit=1")).size());
    }
}
