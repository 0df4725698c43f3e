package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleEndpointsTest {

    static final List<String> KINDS = List.of(
            "{\"kind\":\"weekly\",\"anchor\":\"2026-11-20\"}",
            "{\"kind\":\"every_n_days\",\"n\":10,\"anchor\":\"2026-11-20\",\"adjust\":\"nearest\"}",
            "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-01-02\",\"adjust\":\"preceding\","
                    + "\"holidays\":[\"2026-12-25\"],\"tolerance_days\":4}",
            "{\"kind\":\"semi_monthly\",\"days\":[15,\"last\"],\"adjust\":\"following\"}",
            "{\"kind\":\"monthly\",\"day\":20,\"expected_paycheck\":2500.00}",
            "{\"kind\":\"monthly\",\"day\":\"last\",\"tolerance_days\":0}",
            "{\"kind\":\"monthly\",\"day\":\"last_business_day\",\"minus\":2}",
            "{\"kind\":\"monthly_nth_weekday\",\"nth\":2,\"weekday\":\"friday\"}",
            "{\"kind\":\"monthly_nth_weekday\",\"nth\":\"last\",\"weekday\":\"friday\"}",
            "{\"kind\":\"every_n_months\",\"n\":3,\"anchor\":\"2026-01-31\"}",
            "{\"kind\":\"yearly\",\"anchor\":\"2026-03-15\"}",
            "{\"kind\":\"irregular\",\"dates\":[\"2026-11-01\",\"2026-11-20\"]}",
            "{\"kind\":\"irregular\"}");

    private final DirectApi api = new DirectApi();

    @ParameterizedTest
    @FieldSource("KINDS")
    void what_is_put_can_be_got_and_put_again(String kind) throws Exception {
        Answer put = api.sendJson("PUT", "/schedule", kind);
        assertEquals(200, put.status(), put.text());
        Answer got = api.send("GET", "/schedule");
        assertEquals(put.text(), got.text());
        assertEquals(put.header("etag"), got.header("etag"));
        JsonNode shown = Tree.of(got);
        ((ObjectNode) Tree.of(kind))
                .properties()
                .forEach(field -> assertEquals(field.getValue(), shown.path(field.getKey()), field.getKey()));
        assertEquals(put.text(), api.sendJson("PUT", "/schedule", got.text()).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"anchor\":\"2026-11-20\"}|/kind",
                "{\"kind\":\"fortnightly\"}|/kind",
                "{\"kind\":\"weekly\"}|/anchor",
                "{\"kind\":\"weekly\",\"anchor\":\"2026-11-20\",\"n\":2,\"dates\":[\"2026-11-20\"]}|/n,/dates",
                "{\"kind\":\"every_n_days\",\"n\":0,\"anchor\":\"2026-11-20\"}|/n",
                "{\"kind\":\"every_n_days\",\"n\":9223372036854775808,\"anchor\":\"2026-11-20\"}|/n",
                "{\"kind\":\"every_n_weeks\",\"n\":2147483647,\"anchor\":\"2026-11-20\"}|/n",
                "{\"kind\":\"every_n_days\",\"n\":4,\"anchor\":\"2026-11-20\",\"adjust\":\"nearest\"}|/adjust",
                "{\"kind\":\"weekly\",\"anchor\":\"9999-12-31\",\"holidays\":[\"0000-00-00\"]}|/anchor,/holidays/0",
                "{\"kind\":\"weekly\",\"anchor\":\"2026-11-20\",\"tolerance_days\":16}|/tolerance_days",
                "{\"kind\":\"weekly\",\"anchor\":\"2026-11-20\",\"expected_paycheck\":-1}|/expected_paycheck",
                "{\"kind\":\"semi_monthly\",\"days\":[15]}|/days",
                "{\"kind\":\"semi_monthly\",\"days\":[15,\"first\"]}|/days/1",
                "{\"kind\":\"semi_monthly\",\"days\":[20,20]}|/days",
                "{\"kind\":\"yearly\",\"n\":2,\"anchor\":\"2026-03-15\"}|/n",
                "{\"kind\":\"monthly\",\"day\":32}|/day",
                "{\"kind\":\"monthly\",\"day\":20,\"minus\":1}|/minus",
                "{\"kind\":\"monthly\",\"day\":\"last_business_day\",\"minus\":11}|/minus",
                "{\"kind\":\"monthly_nth_weekday\",\"nth\":5,\"weekday\":\"friday\"}|/nth",
                "{\"kind\":\"monthly_nth_weekday\",\"nth\":-1,\"weekday\":\"friday\"}|/nth",
                "{\"kind\":\"monthly_nth_weekday\",\"nth\":1,\"weekday\":\"freitag\"}|/weekday"
            })
    void a_schedule_that_cannot_be_is_refused_with_its_place(String example) throws Exception {
        String[] parts = example.split("\\|", -1);
        String before = api.send("GET", "/schedule").text();
        Answer refused = api.sendJson("PUT", "/schedule", parts[0]);
        assertEquals(422, refused.status(), refused.text());
        assertEquals(List.of(parts[1].split(",", -1)), Tree.pointers(refused), refused.text());
        assertEquals(before, api.send("GET", "/schedule").text());
    }

    @Test
    void while_nobody_has_said_when_pay_comes_there_is_no_schedule() throws Exception {
        for (String target : List.of("/schedule", "/schedule/paydays")) {
            Answer refused = api.send("GET", target);
            assertEquals(404, refused.status());
            assertEquals(
                    "Nobody has said when pay comes.",
                    Tree.of(refused).path("detail").textValue());
        }
    }

    @Test
    void a_schedule_from_a_day_on_leaves_the_paydays_before_it() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"monthly\",\"day\":20}");
        Answer put = api.sendJson("PUT", "/schedule?from=2026-12-01", "{\"kind\":\"monthly\",\"day\":5}");
        assertEquals(5, Tree.of(put).path("day").intValue());
        assertEquals(20, Tree.of(api.send("GET", "/schedule")).path("day").intValue());
        assertEquals(
                List.of("2026-10-20", "2026-11-20", "2026-12-05", "2027-01-05"),
                dates("/schedule/paydays?from=2026-10-01&to=2027-01-31"));
        api.sendJson("PUT", "/schedule", "{\"kind\":\"monthly\",\"day\":5}");
        assertEquals(
                List.of("2026-10-05", "2026-11-05", "2026-12-05", "2027-01-05"),
                dates("/schedule/paydays?from=2026-10-01&to=2027-01-31"));
        assertEquals(
                400,
                api.sendJson("PUT", "/schedule?from=x", "{\"kind\":\"monthly\",\"day\":5}")
                        .status());
    }

    private List<String> dates(String target) throws Exception {
        return Tree.elements(Tree.of(api.send("GET", target))).stream()
                .map(payday -> payday.path("date").textValue())
                .toList();
    }

    @Test
    void paydays_show_the_planned_and_the_real_day() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"monthly\",\"day\":\"last\",\"adjust\":\"preceding\"}");
        api.sendJson("POST", "/income", "{\"amount\":1500,\"date\":\"2026-02-26\"}");
        assertEquals(
                "[{\"date\":\"2026-01-30\",\"nominal\":\"2026-01-31\",\"actual\":false},"
                        + "{\"date\":\"2026-02-26\",\"nominal\":\"2026-02-28\",\"actual\":true}]",
                api.send("GET", "/schedule/paydays?from=2026-01-01&to=2026-03-01")
                        .text());
    }

    @Test
    void paydays_are_listed_for_a_year_or_to_the_end_of_days() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"weekly\",\"anchor\":\"2026-11-23\"}");
        assertEquals(53, Tree.of(api.send("GET", "/schedule/paydays")).size());
        Answer last = api.send("GET", "/schedule/paydays?from=2200-12-20");
        assertEquals(200, last.status(), last.text());
        assertTrue(last.text().contains("\"date\":\"2200-12-29\""), last.text());
    }

    @Test
    void paydays_of_more_than_ten_years_are_refused() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"weekly\",\"anchor\":\"2026-11-23\"}");
        assertEquals(
                200,
                api.send("GET", "/schedule/paydays?from=2020-01-01&to=2030-01-01")
                        .status());
        Answer refused = api.send("GET", "/schedule/paydays?from=1900-01-01&to=2200-12-31");
        assertEquals(400, refused.status());
        assertEquals(List.of("?to"), Tree.pointers(refused));
        assertEquals(
                400,
                api.send("GET", "/schedule/paydays?from=2026-01-02&to=2026-01-01")
                        .status());
        assertEquals(
                400, api.send("GET", "/schedule/paydays?from=9999999-01-01").status());
    }
}
