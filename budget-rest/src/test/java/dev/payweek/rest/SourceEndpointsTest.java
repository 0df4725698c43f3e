package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceEndpointsTest {

    private static final String MONTHLY = "{\"kind\":\"monthly\",\"day\":20}";

    private static final String ACME = "{\"all\":[{\"field\":\"title\",\"op\":\"contains\",\"value\":\"acme\"}]}";

    private final DirectApi api = new DirectApi();

    private Answer put(String name, String body) throws Exception {
        Answer put = api.sendJson("PUT", "/sources/" + name, body);
        assertEquals(200, put.status(), put.text());
        return put;
    }

    private long income(String title, String amount, String date) throws Exception {
        Answer added = api.sendJson(
                "POST", "/income", "{\"title\":\"" + title + "\",\"amount\":" + amount + ",\"date\":\"" + date + "\"}");
        assertEquals(201, added.status(), added.text());
        return Tree.of(added).path("id").longValue();
    }

    private static String version(String schedule) {
        return "{\"versions\":[{\"schedule\":" + schedule + "}]}";
    }

    @Test
    void a_source_is_set_shown_listed_and_removed() throws Exception {
        Answer put = put(
                "ACME%2FEast",
                "{\"primary\":true,\"primary_from\":\"2026-03-01\",\"versions\":[{\"schedule\":" + MONTHLY
                        + ",\"expected\":1500},{\"from\":\"2026-03-04\",\"schedule\":{\"kind\":\"monthly\",\"day\":25},"
                        + "\"expected\":2400.00}],\"until\":\"2026-12-31\",\"match\":" + ACME
                        + ",\"tolerance_days\":3,\"spread\":false}");
        String schedule = "\"dates\":[],\"adjust\":\"none\",\"holidays\":[],\"tolerance_days\":4}";
        String source = "{\"name\":\"ACME/East\",\"primary\":true,\"primary_from\":\"2026-03-01\",\"versions\":["
                + "{\"schedule\":{\"kind\":\"monthly\",\"days\":[],\"day\":20," + schedule + ",\"expected\":1500.00},"
                + "{\"from\":\"2026-03-04\",\"schedule\":{\"kind\":\"monthly\",\"days\":[],\"day\":25," + schedule
                + ",\"expected\":2400.00}],\"until\":\"2026-12-31\",\"match\":" + ACME
                + ",\"tolerance_days\":3,\"spread\":false}";
        assertEquals("{\"source\":" + source + ",\"recognised\":[]}", put.text());
        assertEquals(source, api.send("GET", "/sources/ACME%2FEast").text());
        assertEquals("[" + source + "]", api.send("GET", "/sources").text());
        assertEquals(204, api.send("DELETE", "/sources/ACME%2fEast").status());
        assertEquals("[]", api.send("GET", "/sources").text());
        for (String target : List.of("/sources/main", "/sources/main/paydays")) {
            Answer gone = api.send("GET", target);
            assertEquals(404, gone.status());
            assertEquals(
                    "There is no pay source \"main\".",
                    Tree.of(gone).path("detail").textValue());
        }
        assertEquals(404, api.send("DELETE", "/sources/main").status());
    }

    @Test
    void what_income_becomes_pay_is_shown_first_and_done_as_one_change_that_can_be_undone() throws Exception {
        long pay = income("ACME SALARY", "1500", "2026-10-20");
        long late = income("ACME SALARY", "1500", "2026-11-21");
        income("Gift", "20", "2026-11-02");
        String body = "{\"primary\":true,\"versions\":[{\"schedule\":" + MONTHLY + "}],\"match\":" + ACME + "}";
        String recognised = "\"recognised\":[{\"income\":" + pay
                + ",\"after\":{\"source\":\"job\",\"payday\":\"2026-10-20\",\"provenance\":\"recognised\"}},"
                + "{\"income\":" + late
                + ",\"after\":{\"source\":\"job\",\"payday\":\"2026-11-20\",\"provenance\":\"recognised\"}}]}";
        Answer dry = api.sendJson("PUT", "/sources/job?dry_run", body);
        assertTrue(dry.text().endsWith(recognised), dry.text());
        assertEquals("[]", api.send("GET", "/sources").text());

        Answer done = put("job", body);
        assertEquals(dry.text(), done.text());
        assertEquals("4", done.header("ledger-version").orElseThrow());
        assertEquals(
                "{\"source\":\"job\",\"payday\":\"2026-11-20\",\"provenance\":\"recognised\"}",
                Tree.of(api.send("GET", "/income/" + late)).path("pay").toString());
        Answer nothing = put("job", body);
        assertTrue(nothing.text().endsWith("\"recognised\":[]}"), nothing.text());

        Answer moved = put("job", body.replace("\"day\":20", "\"day\":21"));
        assertEquals(
                "{\"income\":" + late
                        + ",\"before\":{\"source\":\"job\",\"payday\":\"2026-11-20\",\"provenance\":\"recognised\"},"
                        + "\"after\":{\"source\":\"job\",\"payday\":\"2026-11-21\",\"provenance\":\"recognised\"}}",
                Tree.of(moved).path("recognised").path(1).toString());
        String version = moved.header("ledger-version").orElseThrow();
        assertEquals(200, api.send("POST", "/changes/" + version + "/undo").status());
        assertEquals(
                "2026-11-20",
                Tree.of(api.send("GET", "/income/" + late))
                        .path("pay")
                        .path("payday")
                        .textValue());
    }

    @Test
    void paydays_of_a_source_have_their_real_day() throws Exception {
        put("job", "{\"primary\":true,\"versions\":[{\"schedule\":" + MONTHLY + "}]}");
        put(
                "side",
                "{\"versions\":[{\"schedule\":{\"kind\":\"weekly\",\"anchor\":\"2026-11-23\"}}],\"match\":" + ACME
                        + "}");
        income("Pay", "1500", "2026-11-19");
        assertEquals(
                "[{\"date\":\"2026-11-19\",\"nominal\":\"2026-11-20\",\"actual\":true},"
                        + "{\"date\":\"2026-12-20\",\"nominal\":\"2026-12-20\",\"actual\":false}]",
                api.send("GET", "/sources/job/paydays?from=2026-11-01&to=2026-12-31")
                        .text());
        assertEquals(
                "[{\"date\":\"2026-11-23\",\"nominal\":\"2026-11-23\",\"actual\":false},"
                        + "{\"date\":\"2026-11-30\",\"nominal\":\"2026-11-30\",\"actual\":false}]",
                api.send("GET", "/sources/side/paydays?to=2026-11-30").text());
    }

    @Test
    void a_paycheck_never_counts_beside_the_one_expected_whatever_is_written_first() throws Exception {
        String source = "{\"primary\":true,\"versions\":[{\"schedule\":" + MONTHLY + ",\"expected\":1680}]}";
        put("main", source);
        income("ACME SALARY", "1680", "2026-11-20");
        DirectApi other = new DirectApi();
        other.sendJson("POST", "/income", "{\"title\":\"ACME SALARY\",\"amount\":1680,\"date\":\"2026-11-20\"}");
        other.sendJson("PUT", "/sources/main", source);
        for (DirectApi each : List.of(api, other)) {
            JsonNode answer = Tree.of(each.send("GET", "/budget"));
            assertEquals("1680.00", answer.path("period").path("income").asText());
            assertEquals(1, answer.path("pay").size());
            assertEquals("received", answer.path("pay").path(0).path("state").textValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}|/versions",
                "{\"versions\":[]}|/versions",
                "{\"versions\":[{}]}|/versions/0/schedule",
                "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":20},\"expected\":-1}]}"
                        + "|/versions/0/expected",
                "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":20},\"expected\":\"5 EUR\"}]}"
                        + "|/versions/0/expected",
                "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":20},\"expected\":1.005}]}"
                        + "|/versions/0/expected",
                "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":20,\"expected_paycheck\":5}}]}"
                        + "|/versions/0/schedule/expected_paycheck",
                "{\"versions\":[{\"schedule\":{\"kind\":\"semi_monthly\",\"days\":[15,15]}}]}"
                        + "|/versions/0/schedule/days",
                "{\"versions\":[{\"schedule\":{\"kind\":\"semi_monthly\",\"days\":[30,\"last\"]}}]}"
                        + "|/versions/0/schedule/days",
                "{\"versions\":[{\"schedule\":{\"kind\":\"every_n_days\",\"n\":2,\"anchor\":\"2026-11-20\","
                        + "\"adjust\":\"preceding\"}}]}|/versions/0/schedule/adjust",
                "{\"versions\":[{\"from\":\"2026-05-01\",\"schedule\":{\"kind\":\"monthly\",\"day\":20}},"
                        + "{\"from\":\"2026-03-01\",\"schedule\":{\"kind\":\"monthly\",\"day\":5}}]}|/versions/1/from",
                "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":20}},"
                        + "{\"schedule\":{\"kind\":\"monthly\",\"day\":5}}]}|/versions/1/from",
                "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":20}}],\"horizon\":\"2026-12-01\"}|/horizon",
                "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":20}},{\"from\":\"2026-12-01\","
                        + "\"schedule\":{\"kind\":\"irregular\"}}]}|/versions",
                "{\"primary\":\"x\",\"versions\":[{\"schedule\":{\"kind\":\"fortnightly\"},\"expected\":\"much\"}],"
                        + "\"until\":\"9999-12-31\",\"colour\":1}"
                        + "|/primary,/versions/0/schedule/kind,/versions/0/expected,/until,/colour",
                "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":32},\"expected\":-1},"
                        + "{\"schedule\":{\"kind\":\"monthly\",\"day\":5}}],\"match\":{\"all\":[{\"field\":\"colour\","
                        + "\"op\":\"is\",\"value\":\"x\"}]},\"tolerance_days\":16,\"horizon\":\"2026-12-01\"}"
                        + "|/match/all/0/field,/versions/0/schedule/day,/versions/0/expected,/versions/1/from,"
                        + "/tolerance_days,/horizon",
            })
    void a_source_that_cannot_be_is_refused_with_every_problem(String example) throws Exception {
        String[] parts = example.split("\\|", -1);
        Answer refused = api.sendJson("PUT", "/sources/job", parts[0]);
        assertEquals(422, refused.status(), refused.text());
        assertEquals(List.of(parts[1].split(",", -1)), Tree.pointers(refused), refused.text());
        assertEquals("[]", api.send("GET", "/sources").text());
    }

    @Test
    void what_a_schedule_expects_is_shown_beside_it_and_can_be_put_again() throws Exception {
        api.sendJson("PUT", "/schedule", "{\"kind\":\"monthly\",\"day\":20,\"expected_paycheck\":2500}");
        JsonNode main = Tree.of(api.send("GET", "/sources/main"));
        JsonNode version = main.path("versions").path(0);
        assertEquals("2500.00", version.path("expected").asText());
        assertFalse(version.path("schedule").has("expected_paycheck"));
        String body = "{\"primary\":true,\"versions\":" + main.path("versions") + "}";
        assertEquals(main, Tree.of(put("main", body)).path("source"));
    }

    @Test
    void a_name_that_cannot_be_is_refused() throws Exception {
        Answer refused = api.sendJson("PUT", "/sources/%20", version(MONTHLY));
        assertEquals(422, refused.status(), refused.text());
        assertEquals(List.of("/name"), Tree.pointers(refused));
    }
}
