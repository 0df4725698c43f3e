package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportEndpointTest {

    private final DirectApi api = new DirectApi();

    private void fillAsInTheManual() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-20\"}");
        api.sendJson("POST", "/income", "{\"paycheck\":true,\"amount\":1500,\"date\":\"2026-11-20\"}");
        api.sendJson("PUT", "/reserved/Rent", "{\"amount\":900.00}");
        api.sendJson("PUT", "/limits/Fun", "{\"amount\":100.00,\"per\":\"week\"}");
        api.sendJson(
                "POST",
                "/rules",
                "{\"name\":\"coffee\",\"when\":{\"field\":\"title\",\"op\":\"contains\",\"value\":\"coffee\"},"
                        + "\"then\":{\"category\":\"Fun:Coffee\"}}");
        api.sendJson("POST", "/expenses", "{\"title\":\"Corner COFFEE\",\"amount\":4.50,\"date\":\"2026-11-21\"}");
        api.sendJson(
                "POST",
                "/expenses",
                "{\"title\":\"Concert\",\"amount\":115.50,\"category\":\"Fun\",\"date\":\"2026-11-20\"}");
        api.sendJson(
                "POST",
                "/expenses",
                "{\"title\":\"Groceries\",\"amount\":42.40,\"category\":\"Predictable Necessities\"}");
    }

    @Test
    void the_worked_example_of_the_manual_is_told_to_the_letter() throws Exception {
        fillAsInTheManual();
        assertEquals(
                "{\"as_of\":\"2026-11-22\",\"currency\":\"USD\",\"view\":\"week\","
                        + "\"week\":{\"start\":\"2026-11-20\",\"end\":\"2026-11-27\",\"days\":7,\"days_left\":5},"
                        + "\"pay_period\":{\"start\":\"2026-11-20\",\"end\":\"2026-12-04\",\"days\":14,"
                        + "\"days_left\":12,\"paycheck\":{\"id\":2,\"date\":\"2026-11-20\",\"amount\":1500.00,"
                        + "\"expected\":false}},"
                        + "\"income\":750.00,\"reserved\":450.00,\"discretionary\":300.00,\"spent\":162.40,"
                        + "\"upcoming\":0.00,\"remaining\":137.60,\"share_spent\":0.5413,"
                        + "\"safe_to_spend_per_day\":27.52,"
                        + "\"pace\":{\"expected_by_now\":128.57,\"ahead_by\":33.83,\"projected\":378.93},"
                        + "\"categories\":["
                        + "{\"category\":\"Fun\",\"discretionary\":true,\"spent\":120.00,\"limit\":100.00,"
                        + "\"carry_in\":0.00,\"remaining\":-20.00,\"share\":0.7389,\"count\":2,\"status\":\"over\","
                        + "\"children\":[{\"category\":\"Fun:Coffee\",\"discretionary\":true,\"spent\":4.50,"
                        + "\"carry_in\":0.00,\"share\":0.0277,\"count\":1,\"status\":\"no_limit\",\"children\":[]}]},"
                        + line("Predictable Necessities", "42.40", "0.2611", 1)
                        + line("Unpredictable Necessities", "0.00", "0.0000", 0)
                        + line("Other", "0.00", "0.0000", 0).replaceAll(",$", "")
                        + "],\"uncategorised\":0}",
                api.send("GET", "/budget").text());
    }

    private static String line(String category, String spent, String share, int count) {
        return "{\"category\":\"" + category + "\",\"discretionary\":true,\"spent\":" + spent
                + ",\"carry_in\":0.00,\"share\":" + share + ",\"count\":" + count
                + ",\"status\":\"no_limit\",\"children\":[]},";
    }

    @Test
    void the_view_of_a_pay_period_tells_the_amounts_of_the_whole_period() throws Exception {
        fillAsInTheManual();
        var report = Tree.of(api.send("GET", "/budget?view=pay_period"));
        assertEquals("pay_period", report.path("view").textValue());
        assertEquals("1500.00", report.path("income").asText());
        assertEquals("900.00", report.path("reserved").asText());
        assertEquals("437.60", report.path("remaining").asText());
        assertEquals("200.00", report.path("categories").path(0).path("limit").asText());
    }

    @Test
    void a_day_and_its_week_can_be_asked_for() throws Exception {
        fillAsInTheManual();
        var next = Tree.of(api.send("GET", "/budget?on=2026-11-28&view=week"));
        assertEquals("2026-11-28", next.path("as_of").textValue());
        assertEquals("0.00", next.path("spent").asText());
        assertEquals("2026-11-27", next.path("week").path("start").textValue());
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
    void every_wrong_parameter_is_told_at_once() throws Exception {
        Answer refused = api.send("GET", "/budget?on=2026-02-30&views=week&view=a&view=b");
        assertEquals(400, refused.status());
        assertEquals(List.of("?views", "?view", "?on"), Tree.pointers(refused));
        assertEquals(List.of("?view"), Tree.pointers(api.send("GET", "/budget?view=month")));
        assertEquals(List.of("?on"), Tree.pointers(api.send("GET", "/budget?on=1899-12-31")));
        assertEquals(List.of("?on"), Tree.pointers(api.send("GET", "/budget?on=%2B999999999-12-31")));
    }

    @Test
    void spending_trillions_of_a_cent_still_gives_a_report() throws Exception {
        api.sendJson("POST", "/income", "{\"paycheck\":true,\"amount\":0.01,\"date\":\"2026-11-16\"}");
        String most = "{\"title\":\"All\",\"amount\":10000000000.00},";
        assertEquals(
                201,
                api.sendJson("POST", "/expenses", "[" + most.repeat(999) + most.replace("},", "}]"))
                        .status());
        Answer report = api.send("GET", "/budget");
        assertEquals(200, report.status(), report.text());
        assertEquals("900000000000000.0000", Tree.of(report).path("share_spent").asText());
    }

    @Test
    void the_history_has_the_last_periods_newest_first() throws Exception {
        var weeks = Tree.of(api.send("GET", "/budget/history?periods=3&on=2026-11-22"));
        assertEquals(3, weeks.size());
        assertEquals("2026-11-22", weeks.get(0).get("as_of").asText());
        assertEquals(
                12, Tree.of(api.send("GET", "/budget/history?view=pay_period")).size());
        assertEquals(400, api.send("GET", "/budget/history?periods=0").status());
        assertEquals(400, api.send("GET", "/budget/history?periods=601").status());
        assertEquals(400, api.send("GET", "/budget/history?view=year").status());
    }

    @Test
    void what_is_supposed_is_told_and_not_kept() throws Exception {
        String before = api.send("GET", "/budget").text();
        var supposed = Tree.of(api.sendJson(
                "POST",
                "/budget/what-if",
                "{\"on\":\"2026-11-25\",\"view\":\"pay_period\","
                        + "\"expenses\":[{\"title\":\"Concert\",\"amount\":80,\"category\":\"Fun\"}],"
                        + "\"income\":[{\"amount\":2000,\"paycheck\":true,\"date\":\"2026-11-20\"}],"
                        + "\"limits\":[{\"category\":\"Fun\",\"amount\":50,\"per\":\"pay_period\"}],"
                        + "\"reserved\":[{\"name\":\"Rent\",\"amount\":900}],"
                        + "\"schedule\":{\"kind\":\"monthly\",\"day\":20}}"));
        assertEquals("2026-11-25", supposed.get("as_of").asText());
        assertEquals("pay_period", supposed.get("view").asText());
        assertEquals("2026-11-20", supposed.get("pay_period").get("start").asText());
        assertEquals("2026-12-20", supposed.get("pay_period").get("end").asText());
        assertEquals("2000.00", supposed.get("income").asText());
        assertEquals("900.00", supposed.get("reserved").asText());
        assertEquals("80.00", supposed.get("spent").asText());
        assertEquals("over", supposed.get("categories").get(0).get("status").asText());
        assertEquals(before, api.send("GET", "/budget").text());
        assertEquals("[]", api.send("GET", "/expenses").text());
    }

    @Test
    void a_supposition_that_cannot_be_names_every_problem() throws Exception {
        var refused = api.sendJson(
                "POST",
                "/budget/what-if",
                "{\"expenses\":[{\"title\":\"x\",\"amount\":1},{\"title\":\"x\",\"amount\":1,\"refund_of\":99}],"
                        + "\"limits\":[{\"category\":\"Fun\",\"amount\":-1}]}");
        assertEquals(422, refused.status());
        assertEquals(List.of("/expenses/1/refund_of", "/limits/0/amount"), Tree.pointers(refused));
        assertEquals(
                422, api.sendJson("POST", "/budget/what-if", "{\"colour\":1}").status());
        assertEquals(200, api.sendJson("POST", "/budget/what-if", "{}").status());
    }

    @Test
    void news_is_told_once_and_after_an_id() throws Exception {
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
