package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan is refused for because of what else is in the ledger. */
class PlanRefusalsTest {

    private static final String MONTHLY = "{\"kind\":\"monthly\",\"day\":20}";

    private final DirectApi api = new DirectApi();

    private static String source(String more, String schedule) {
        return "{" + more + "\"versions\":[{\"schedule\":" + schedule + "}]}";
    }

    private static String match(String word) {
        return "\"match\":{\"field\":\"title\",\"op\":\"contains\",\"value\":\"" + word + "\"},";
    }

    private void refused(Answer answer, int status, List<String> pointers, String message) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals(pointers, Tree.pointers(answer), answer.text());
        assertTrue(answer.text().contains(message), answer.text());
    }

    @Test
    void holidays_that_let_two_paydays_or_due_days_coincide_are_refused() throws Exception {
        String weekly = "{\"kind\":\"weekly\",\"anchor\":\"2026-11-20\",\"adjust\":\"preceding\",\"holidays\":["
                + "\"2026-11-23\",\"2026-11-24\",\"2026-11-25\",\"2026-11-26\",\"2026-11-27\"]}";
        refused(
                api.sendJson("PUT", "/sources/job", source("", weekly)),
                422,
                List.of("/versions/0/schedule/holidays"),
                "2026-11-20");
        refused(
                api.sendJson("PUT", "/bills/Rent", "{\"category\":\"Home\",\"schedule\":" + weekly + "}"),
                422,
                List.of("/schedule/holidays"),
                "2026-11-20");
    }

    @Test
    void versions_that_meet_on_one_day_are_refused() throws Exception {
        String body = "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":19,\"adjust\":\"preceding\"}},"
                + "{\"from\":\"2026-12-20\",\"schedule\":{\"kind\":\"monthly\",\"day\":20,\"adjust\":\"preceding\"}}]}";
        refused(api.sendJson("PUT", "/sources/job", body), 422, List.of("/versions/1/from"), "2026-12-18");
    }

    @Test
    void a_match_that_takes_the_income_of_another_source_is_refused_with_its_name() throws Exception {
        api.sendJson("POST", "/income", "{\"title\":\"ACME SALARY\",\"amount\":1500,\"date\":\"2026-11-20\"}");
        assertEquals(
                200,
                api.sendJson("PUT", "/sources/a", source(match("acme"), MONTHLY))
                        .status());
        refused(
                api.sendJson("PUT", "/sources/b", source(match("salary"), MONTHLY)),
                422,
                List.of("/match"),
                "\\\"a\\\"");
        assertEquals(
                200,
                api.sendJson("PUT", "/sources/a", source(match("salary"), MONTHLY))
                        .status());
    }

    @Test
    void the_primary_is_not_removed_while_other_sources_are_left() throws Exception {
        api.sendJson("PUT", "/sources/a", source("\"primary\":true,", MONTHLY));
        api.sendJson("PUT", "/sources/b", source("", MONTHLY));
        refused(api.send("DELETE", "/sources/a"), 409, List.of(), "\\\"a\\\"");
        refused(api.sendJson("PUT", "/sources/a", source("", MONTHLY)), 422, List.of("/primary"), "\\\"a\\\"");
        api.sendJson("PUT", "/sources/b", source("\"primary\":true,\"primary_from\":\"2026-12-01\",", MONTHLY));
        assertEquals(204, api.send("DELETE", "/sources/a").status());
        assertEquals(204, api.send("DELETE", "/sources/b").status());
    }

    @Test
    void a_schedule_from_a_day_before_the_first_version_is_refused() throws Exception {
        String body = "{\"primary\":true,\"versions\":[{\"from\":\"2026-05-01\",\"schedule\":" + MONTHLY
                + "},{\"from\":\"2026-08-01\",\"schedule\":{\"kind\":\"monthly\",\"day\":5}}]}";
        assertEquals(200, api.sendJson("PUT", "/sources/main", body).status());
        refused(api.sendJson("PUT", "/schedule?from=2026-03-01", MONTHLY), 422, List.of("/from"), "2026-05-01");
        assertEquals(
                2, Tree.of(api.send("GET", "/sources/main")).path("versions").size());
    }

    @Test
    void a_horizon_that_payday_has_passed_is_refused() throws Exception {
        api.sendJson("POST", "/income", "{\"title\":\"Gig\",\"amount\":500,\"date\":\"2026-11-10\"}");
        String irregular = "\"primary\":true,\"horizon\":\"2026-11-10\",";
        refused(
                api.sendJson("PUT", "/sources/main", source(irregular, "{\"kind\":\"irregular\"}")),
                422,
                List.of("/horizon"),
                "2026-11-10");
    }

    @Test
    void a_decision_names_a_day_that_is_due_or_a_payday() throws Exception {
        api.sendJson("PUT", "/bills/Rent", "{\"category\":\"Home\",\"schedule\":" + MONTHLY + "}");
        refused(
                api.sendJson("PUT", "/bills/Rent/occurrences/2026-11-07", "{\"skipped\":true}"),
                404,
                List.of(),
                "2026-11-07");
    }

    @Test
    void every_problem_of_a_schedule_is_reported_at_once() throws Exception {
        refused(
                api.sendJson(
                        "PUT",
                        "/bills/Rent",
                        "{\"category\":\"Home\",\"amount\":-1,\"schedule\":{\"kind\":\"every_n_weeks\",\"day\":3,"
                                + "\"tolerance_days\":99,\"expected_paycheck\":5},\"from\":\"2026-02-01\","
                                + "\"until\":\"2026-01-01\"}"),
                422,
                List.of(
                        "/schedule/expected_paycheck",
                        "/schedule/day",
                        "/schedule/n",
                        "/schedule/anchor",
                        "/schedule/tolerance_days",
                        "/amount",
                        "/until"),
                "The kind every_n_weeks needs n.");
    }

    @Test
    void what_is_wrong_in_one_place_does_not_hide_what_is_wrong_in_another() throws Exception {
        refused(
                api.sendJson(
                        "PUT",
                        "/sources/job",
                        "{\"horizon\":\"2026-12-01\",\"tolerance_days\":99,\"versions\":["
                                + "{\"from\":\"2026-03-01\",\"schedule\":" + MONTHLY + "},"
                                + "{\"from\":\"2026-03-01\",\"schedule\":{\"kind\":\"monthly\",\"day\":45},"
                                + "\"expected\":-5}]}"),
                422,
                List.of(
                        "/versions/1/from",
                        "/versions/1/schedule/day",
                        "/versions/1/expected",
                        "/tolerance_days",
                        "/horizon"),
                "A version must begin after the one before it.");
        refused(
                api.sendJson("PUT", "/limits/a:b:c:d:e", "{\"amount\":-1,\"rollover\":\"both\",\"cap\":-4}"),
                422,
                List.of("/cap", "/category", "/amount"),
                "A category has at most 4 levels");
        refused(
                api.sendJson(
                        "POST",
                        "/budget/what-if",
                        "{\"limits\":[{\"category\":\"Fun\",\"amount\":-1,\"rollover\":\"both\",\"cap\":-4}]}"),
                422,
                List.of("/limits/0/cap", "/limits/0/amount"),
                "A limit must be zero or more.");
        refused(
                api.sendJson(
                        "PATCH",
                        "/ledger",
                        "{\"currency\":\"XXQ\",\"zone\":\"Mars/Base\",\"near_percent\":0,"
                                + "\"carry\":{\"mode\":\"both\",\"cap\":-3}}"),
                422,
                List.of("/currency", "/zone", "/near_percent", "/carry/cap"),
                "XXQ");
        refused(
                api.sendJson(
                        "POST",
                        "/expenses",
                        "{\"title\":\"x\",\"amount\":1,\"category\":\"a:b:c:d:e\",\"refund_of\":99,\"splits\":["
                                + "{\"category\":\"Fun\",\"amount\":0},{\"category\":\"f:g:h:i:j\",\"amount\":1}]}"),
                422,
                List.of("/splits/0/amount", "/splits/1/category", "/category", "/refund_of"),
                "There is no expense 99 to refund.");
    }
}
