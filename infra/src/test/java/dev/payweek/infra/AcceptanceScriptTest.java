package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceScriptTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void needs_curl() {
        Tool.BASH.require();
        Tool.CURL.require();
    }

    @Test
    void a_healthy_deployment_is_accepted() throws IOException {
        try (Endpoint endpoint = Endpoint.healthy()) {
            Finished asked = ask(endpoint.url() + "/", Endpoint.TOKEN);
            assertEquals(0, asked.exit(), asked.output());
            assertTrue(asked.output().endsWith("accepted: " + endpoint.url() + "\n"), asked.output());
        }
    }

    @Test
    void a_developers_own_server_needs_no_token() throws IOException {
        try (Endpoint endpoint = Endpoint.healthy()) {
            endpoint.answer("GET /hello", 200, "{\"categories\":[]}");
            endpoint.answer("POST /budget/what-if", 200, "{\"verdict\":{}}");
            endpoint.answer("POST /imports?account=acceptance&dry_run", 200, "{\"inserted\":2}");
            assertEquals(0, ask(endpoint.url(), "").exit());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET /health           | 503 | {}                  | GET /health answered 503, not 200
                    GET /openapi.json     | 404 | {}                  | GET /openapi.json answered 404, not 200
                    GET /openapi.json     | 200 | <html>              | the answer of GET /openapi.json lacks "openapi"
                    GET /hello            | 200 | {"categories":[]}   | GET /hello answered 200, not 401
                    GET /hello with token | 401 | {}                  | GET /hello answered 401, not 200
                    GET /hello with token | 200 | {"message":"hello"} | the answer of GET /hello lacks "categories"
                    """)
    void a_faulty_deployment_is_not_accepted(String path, int status, String body, String complaint)
            throws IOException {
        try (Endpoint endpoint = Endpoint.healthy()) {
            endpoint.answer(path, status, body);
            Finished asked = ask(endpoint.url(), Endpoint.TOKEN);
            assertEquals(1, asked.exit(), asked.output());
            assertTrue(asked.output().contains("not accepted: " + complaint + "\n"), asked.output());
        }
    }

    @Test
    void what_was_written_is_taken_away_again() throws IOException {
        try (Endpoint endpoint = Endpoint.healthy()) {
            assertEquals(0, ask(endpoint.url(), Endpoint.TOKEN, "yes").exit());
            assertEquals(0, endpoint.leftBehind());
            endpoint.answer("GET /export?format=csv with token", 200, "nothing");
            Finished asked = ask(endpoint.url(), Endpoint.TOKEN, "yes");
            assertEquals(1, asked.exit(), asked.output());
            assertEquals(0, endpoint.leftBehind());
        }
    }

    @Test
    void a_report_that_does_not_see_the_writes_is_not_accepted() throws IOException {
        try (Endpoint endpoint = Endpoint.healthy()) {
            endpoint.answer("GET /budget with token", 200, "{\"verdict\":{\"left_until_payday\":-0.09}}");
            Finished asked = ask(endpoint.url(), Endpoint.TOKEN, "yes");
            assertEquals(1, asked.exit(), asked.output());
            assertTrue(
                    asked.output().contains("8.25 was spent, but the report has -9 cents before and -9 after"),
                    asked.output());
        }
    }

    @Test
    void a_page_that_is_missing_is_noticed_where_there_should_be_one() throws IOException {
        try (Endpoint endpoint = Endpoint.healthy()) {
            Command asking = asking(endpoint.url(), Endpoint.TOKEN, "no").with("PAGE", "yes");
            Finished without = asking.run(folder);
            assertEquals(1, without.exit(), without.output());
            assertTrue(without.output().contains("not accepted: GET / answered 404, not 200"), without.output());
            endpoint.answer("GET /", 200, "<html>");
            assertEquals(0, asking.run(folder).exit());
        }
    }

    @Test
    void silence_is_not_accepted() throws IOException {
        String url;
        try (Endpoint endpoint = Endpoint.healthy()) {
            url = endpoint.url();
        }
        Finished asked = ask(url, Endpoint.TOKEN);
        assertEquals(1, asked.exit(), asked.output());
        assertTrue(asked.output().contains("GET /health answered 000"), asked.output());
    }

    private Finished ask(String url, String token) {
        return ask(url, token, "no");
    }

    private Finished ask(String url, String token, String writes) {
        return asking(url, token, writes).run(folder);
    }

    private static Command asking(String url, String token, String writes) {
        return Command.of(Tree.at("infra/bin/acceptance").toString(), url)
                .with("PAYWEEK_TOKEN", token)
                .with("ATTEMPTS", "1")
                .with("WRITES", writes);
    }
}
