package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.Settings;
import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportEndpointsTest {

    private static final String ONE_ACCOUNT = """
            #lines
            account checking USD
            2026-10-01 -4.50 CORNER COFFEE 12
            bad
            skip
            2026-10-31 1500.00 ACME PAYROLL
            """;

    private final DirectApi api = new DirectApi();

    private Answer take(String target, String file) throws Exception {
        return api.send(
                "POST",
                target,
                Map.of("Content-Type", "application/octet-stream"),
                file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_of_one_account_is_told_row_by_row() throws Exception {
        api.sendJson(
                "POST",
                "/rules",
                "{\"name\":\"coffee\",\"when\":{\"field\":\"title\",\"op\":\"contains\",\"value\":\"coffee\"},"
                        + "\"then\":{\"category\":\"Fun:Coffee\"}}");
        Answer taken = take("/imports?file_name=october.txt", ONE_ACCOUNT);
        assertEquals(201, taken.status(), taken.text());
        assertEquals(
                "{\"batch\":3,\"dry_run\":false,\"format\":\"lines\",\"account\":\"checking\",\"currency\":\"USD\","
                        + "\"counts\":{\"rows\":3,\"inserted\":2,\"duplicates\":0,\"needs_review\":0,\"rejected\":1},"
                        + "\"sums\":{\"USD\":1495.50},\"first_date\":\"2026-10-01\",\"last_date\":\"2026-10-31\","
                        + "\"rows\":[{\"row\":1,\"line\":3,\"outcome\":\"inserted\",\"id\":4,\"kind\":\"expense\","
                        + "\"date\":\"2026-10-01\",\"amount\":-4.50,\"title\":\"CORNER COFFEE 12\","
                        + "\"category\":\"Fun:Coffee\",\"reason\":\"rule 1 coffee\"},"
                        + "{\"row\":2,\"line\":4,\"outcome\":\"rejected\",\"title\":\"\","
                        + "\"reason\":\"bad_date, date: \\\"bad\\\" is no date.\"},"
                        + "{\"row\":3,\"line\":6,\"outcome\":\"inserted\",\"id\":5,\"kind\":\"income\","
                        + "\"date\":\"2026-10-31\",\"amount\":1500.00,\"title\":\"ACME PAYROLL\",\"reason\":\"\"}],"
                        + "\"skipped\":[{\"line\":5,\"reason\":\"a balance\"}],\"accounts\":[],\"questions\":[],"
                        + "\"discoveries\":0}",
                taken.text());
        Answer shown = api.send("GET", "/imports/3");
        assertEquals(
                "{\"id\":3,\"at\":\"2026-11-22T12:00:00Z\",\"file\":\"october.txt\",\"format\":\"lines\","
                        + "\"account\":\"checking\",\"counts\":{\"rows\":3,\"inserted\":2,\"duplicates\":0,"
                        + "\"needs_review\":0,\"rejected\":1},\"first_date\":\"2026-10-01\","
                        + "\"last_date\":\"2026-10-31\",\"state\":\"complete\",\"changed\":0,\"merged\":0}",
                shown.text());
        assertEquals(
                "[" + shown.text().replace(",\"changed\":0,\"merged\":0", "") + "]",
                api.send("GET", "/imports").text());
        assertTrue(api.send("GET", "/expenses/4").text().contains("\"import_batch\":3"));
    }

    @Test
    void a_file_of_several_accounts_is_told_account_by_account() throws Exception {
        String file = "#lines\naccount a USD\n2026-10-01 -1.00 x\naccount b EUR\n2026-10-02 -2.00 y\n";
        var told = Tree.of(take("/imports", file));
        assertEquals(2, told.path("accounts").size());
        assertEquals("a", told.path("accounts").path(0).path("account").textValue());
        assertEquals(
                1, told.path("accounts").path(0).path("counts").path("inserted").intValue());
        assertEquals(
                "-2.00", told.path("accounts").path(1).path("sums").path("EUR").asText());
        assertEquals(
                1, told.path("accounts").path(1).path("counts").path("rejected").intValue());
        Answer forced = take("/imports?account=c", file);
        assertEquals(422, forced.status());
        assertTrue(forced.text().contains("several_accounts"), forced.text());
    }

    @Test
    void a_file_that_leaves_a_question_open_stores_nothing_until_it_is_answered() throws Exception {
        String file = "#lines\nask\n2026-10-01 -1.00 x\n";
        Answer asked = take("/imports", file);
        assertEquals(422, asked.status());
        assertEquals("application/problem+json", asked.header("content-type").orElseThrow());
        assertEquals(
                "{\"type\":\"/problems/undecided\",\"title\":\"Undecided\",\"status\":422,"
                        + "\"detail\":\"Is 03/04 in March or in April?\",\"instance\":\"/requests/test\",\"errors\":[],"
                        + "\"questions\":[{\"code\":\"date_order\",\"message\":\"Is 03/04 in March or in April?\","
                        + "\"parameter\":\"date_format\",\"options\":[\"D/M/Y\",\"M/D/Y\"]}]}",
                asked.text());
        assertEquals("[]", api.send("GET", "/imports").text());
        assertEquals(201, take("/imports?date_format=D/M/Y", file).status());
    }

    @Test
    void an_import_that_is_arriving_tells_how_far_it_is() throws Exception {
        StringBuilder file = new StringBuilder("#lines\naccount a USD\n");
        for (int i = 0; i < 12_000; i++) {
            file.append("2026-10-01 -1.00 row ").append(10_000 + i).append('\n');
        }
        file.append("look\n2026-10-01 -1.00 last\n");
        List<Answer> seen = new ArrayList<>();
        Runnable around = () -> {
            try {
                seen.add(api.send("GET", "/imports"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        Answer taken = LinesFormat.looking(around, () -> take("/imports", file.toString()));
        assertEquals(201, taken.status());
        JsonNode arriving = Tree.of(seen.get(0)).path(0);
        assertEquals("in_progress", arriving.path("state").asText());
        int inserted = arriving.path("counts").path("inserted").intValue();
        assertTrue(inserted > 0 && inserted < 12_000, arriving.toString());
        JsonNode progress = arriving.path("progress");
        assertTrue(
                progress.path("rows").intValue() >= inserted
                        && progress.path("rows").intValue() <= 12_000,
                progress.toString());
        assertEquals(file.length(), progress.path("of_bytes").intValue());
        assertTrue(progress.path("bytes").intValue() > 0, progress.toString());
        assertTrue(
                progress.path("percent").intValue() > 0
                        && progress.path("percent").intValue() <= 100,
                progress.toString());
        JsonNode done = Tree.of(api.send("GET", "/imports")).path(0);
        assertEquals("complete", done.path("state").asText());
        assertTrue(done.path("progress").isMissingNode());
    }

    @Test
    void a_dry_run_tells_everything_and_changes_nothing() throws Exception {
        Answer rehearsed = take("/imports?dry_run", ONE_ACCOUNT);
        assertEquals(200, rehearsed.status());
        assertTrue(rehearsed.text().startsWith("{\"dry_run\":true,\"format\":\"lines\""), rehearsed.text());
        assertTrue(rehearsed.text().contains("\"inserted\":2"), rehearsed.text());
        assertEquals("[]", api.send("GET", "/imports").text());
        assertEquals("[]", api.send("GET", "/changes").text());
        assertEquals("[]", api.send("GET", "/expenses").text());
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_removed_one_can_come_back() throws Exception {
        take("/imports", ONE_ACCOUNT);
        String expenses = api.send("GET", "/expenses").text();
        assertTrue(take("/imports", ONE_ACCOUNT).text().contains("\"inserted\":0,\"duplicates\":2"));
        assertEquals(expenses, api.send("GET", "/expenses").text());
        assertTrue(api.send("GET", "/imports/1").text().contains("\"changed\":0"));
        api.sendJson(
                "PATCH",
                "/expenses/"
                        + Tree.of(api.send("GET", "/expenses"))
                                .get(0)
                                .path("id")
                                .asLong(),
                "{\"note\":\"for Sam\"}");
        assertTrue(api.send("GET", "/imports/1").text().contains("\"changed\":1"));
        assertEquals(204, api.send("DELETE", "/imports/1").status());
        assertEquals("[]", api.send("GET", "/expenses").text());
        assertEquals(404, api.send("GET", "/imports/1").status());
        assertEquals(404, api.send("DELETE", "/imports/1").status());
        assertTrue(take("/imports", ONE_ACCOUNT).text().contains("\"inserted\":2,\"duplicates\":0"));
    }

    @Test
    void what_is_no_file_or_not_rightly_sent_is_refused() throws Exception {
        Answer unknown = take("/imports", "PK");
        assertEquals(422, unknown.status());
        assertEquals(List.of("/file"), Tree.pointers(unknown));
        assertEquals(422, take("/imports", "").status());
        Answer form = api.send(
                "POST", "/imports", Map.of("Content-Type", "Multipart/form-data; boundary=x"), new byte[] {'#'});
        assertEquals(400, form.status());
        assertEquals(
                413,
                api.send("POST", "/imports", Map.of(), new byte[20_000_001]).status());
        for (String query : List.of(
                "account=" + "a".repeat(81), "account=%00", "file_name=" + "a".repeat(201), "file_name=a%0Ab%00")) {
            Answer refused = take("/imports?" + query, ONE_ACCOUNT);
            assertEquals(400, refused.status(), query);
            assertEquals(List.of("?" + query.split("=", 2)[0]), Tree.pointers(refused));
        }
    }

    @Test
    void rows_beyond_the_days_and_amounts_there_are_become_rejects() throws Exception {
        var told = Tree.of(take("/imports", """
                #lines
                0000-01-01 1.00 x
                9999-12-31 1.00 x
                2026-10-01 99999999999999 x
                +999999999-12-31 1.00 last
                2026-10-01 1.00 ok
                """));
        assertEquals(1, told.path("counts").path("inserted").intValue());
        assertEquals(4, told.path("counts").path("rejected").intValue());
    }

    private Answer takeForm(String type, String form) throws Exception {
        return api.send("POST", "/imports", Map.of("Content-Type", type), form.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_form_with_the_file_does_as_well() throws Exception {
        String file = ONE_ACCOUNT.replace("\n", "\r\n").replace("bad\r\n", "bad\r\n--x\r\n\r\n-\r");
        String form = "preamble\r\n--xy\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--xy\r\n"
                + "content-disposition: form-data; name=\"f\"; filename=\"märz.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n"
                + file + "\r\n--xy--\r\n";
        Answer taken = takeForm("multipart/form-data; boundary=\"xy\"", form);
        assertEquals(201, taken.status(), taken.text());
        assertEquals("/imports/1", taken.header("location").orElseThrow());
        assertEquals(2, Tree.of(taken).path("counts").path("inserted").intValue());
        assertTrue(api.send("GET", "/imports/1").text().contains("\"file\":\"märz.txt\""));
        String bare = "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + ONE_ACCOUNT + "\r\n--x--";
        assertTrue(takeForm("multipart/form-data; boundary=x", bare).text().contains("\"duplicates\":2"));
    }

    @Test
    void a_broken_form_is_refused() throws Exception {
        for (String form : List.of(
                "",
                "--x--",
                "--x\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhello\r\n--x--",
                "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + ONE_ACCOUNT,
                "--x\r\n" + "A: b\r\n".repeat(40),
                "--x\r\n" + "a".repeat(9_000))) {
            Answer refused = takeForm("multipart/form-data; boundary=x", form);
            assertEquals(400, refused.status(), form);
            assertTrue(refused.text().contains("malformed_form"), refused.text());
        }
        assertEquals(400, takeForm("multipart/form-data", "--x--").status());
        assertEquals("[]", api.send("GET", "/imports").text());
    }

    @Test
    void a_repeated_request_gets_the_same_answer() throws Exception {
        Map<String, String> headers = Map.of("Idempotency-Key", "k1");
        byte[] file = ONE_ACCOUNT.getBytes(StandardCharsets.UTF_8);
        Answer first = api.send("POST", "/imports", headers, file);
        Answer again = api.send("POST", "/imports", headers, file);
        assertEquals(201, first.status());
        assertEquals(first.text(), again.text());
        assertEquals("true", again.header("idempotent-replayed").orElseThrow());
        assertEquals(first.header("ledger-version"), again.header("ledger-version"));
        assertEquals(
                422,
                api.send("POST", "/imports", headers, (ONE_ACCOUNT + "skip\n").getBytes(StandardCharsets.UTF_8))
                        .status());
        assertEquals(
                400,
                api.send("POST", "/imports", Map.of("Idempotency-Key", "k".repeat(256)), file)
                        .status());
    }

    @Test
    void a_row_is_merged_with_the_entry_made_by_hand_that_it_tells_again() throws Exception {
        api.sendJson(
                "POST",
                "/expenses",
                "{\"title\":\"Coffee with Ann\",\"amount\":4.50,\"date\":\"2026-10-02\"," + "\"category\":\"Fun\"}");
        var row = Tree.of(take("/imports", ONE_ACCOUNT)).path("rows").path(0);
        assertEquals("needs_review", row.path("outcome").textValue());
        assertEquals(1, row.path("twin").intValue());
        long batch = Tree.of(api.send("GET", "/imports")).path(0).path("id").longValue();
        String body = "{\"entry\":" + row.path("id").longValue() + ",\"into\":1}";
        Answer merged = api.sendJson("POST", "/imports/" + batch + "/merge", body);
        assertEquals(200, merged.status(), merged.text());
        assertEquals(
                "{\"id\":1,\"kind\":\"expense\",\"version\":2,\"date\":\"2026-10-02\",\"amount\":4.50,"
                        + "\"title\":\"Coffee with Ann\"}",
                merged.text());
        assertEquals(1, Tree.of(api.send("GET", "/expenses")).size());
        assertTrue(take("/imports", ONE_ACCOUNT).text().contains("\"inserted\":0,\"duplicates\":2"));
        assertEquals(
                404, api.sendJson("POST", "/imports/" + batch + "/merge", body).status());
        assertEquals(
                422,
                api.sendJson("POST", "/imports/" + batch + "/merge", "{\"entry\":1,\"into\":1}")
                        .status());
        assertTrue(api.send("GET", "/imports/" + batch).text().endsWith("\"changed\":0,\"merged\":1}"));
        assertEquals(204, api.send("DELETE", "/imports/" + batch).status());
        assertTrue(api.send("GET", "/changes").text().contains("; an entry made by hand stays for a row of it"));
        assertTrue(take("/imports", ONE_ACCOUNT).text().contains("\"inserted\":1,\"duplicates\":1"));
        assertEquals(1, Tree.of(api.send("GET", "/expenses")).size());
    }

    @Test
    void a_file_larger_than_allowed_is_refused_with_the_limit() throws Exception {
        DirectApi narrow = new DirectApi(Settings.LOCAL.withFilesUpTo(100));
        Answer refused = narrow.send("POST", "/imports", Map.of(), new byte[101]);
        assertEquals(413, refused.status());
        assertTrue(refused.text().contains("The file must not exceed 100 bytes."), refused.text());
    }

    @Test
    void a_file_of_more_than_a_megabyte_is_read_like_any_other() throws Exception {
        String rows = "2026-10-01 -1.00 COFFEE SHOP ON THE CORNER OF A STREET\n".repeat(25_000);
        var told = Tree.of(take("/imports", "#lines\n" + rows));
        assertEquals(25_000, told.path("counts").path("inserted").intValue());
        assertEquals(10_000, told.path("rows").size());
        assertEquals(15_000, told.path("rows_omitted").intValue());
        assertEquals(204, api.send("DELETE", "/imports/1").status());
        assertEquals("[]", api.send("GET", "/imports").text());
        assertEquals("[]", api.send("GET", "/expenses?limit=1").text());
    }
}
