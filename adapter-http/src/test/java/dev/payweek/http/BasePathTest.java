package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.rest.http.Settings;
import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that a proxy has put below a path, whether or not the proxy takes the path away again. */
class BasePathTest {

    private final Served served = new Served(Served.NOON, Settings.LOCAL.under("/payweek"));

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/payweek/budget, 200",
        "/budget, 200",
        "/payweek/docs, 200",
        "/payweek/assets/app.js, 200",
        "/payweek/favicon.ico, 200",
        "/payweek/health, 200",
        "/payweek/, 200",
        "/payweek, 308",
        "/payweek/docs/, 308",
        "/payweekly/budget, 404",
        "/payweek/payweek/budget, 404",
        "/payweek/nowhere, 404",
    })
    void the_api_and_the_site_are_below_it(String path, int status) throws Exception {
        assertEquals(
                status,
                served.raw("GET", path, "Host: localhost", "Accept: text/html, */*")
                        .status());
    }

    @Test
    void every_address_in_an_answer_begins_with_it() throws Exception {
        Answer page = served.raw("GET", "/payweek", "Host: localhost", "Accept: text/html");
        assertEquals("/payweek/", page.header("location").orElseThrow());
        Answer docs = served.raw("GET", "/payweek/docs/", "Host: localhost");
        assertEquals("/payweek/docs", docs.header("location").orElseThrow());
        byte[] tea = "{\"title\":\"Tea\",\"amount\":4}".getBytes(StandardCharsets.UTF_8);
        Answer added = served.send("POST", "/payweek/expenses", Map.of("Content-Type", "application/json"), tea);
        assertTrue(added.header("location").orElseThrow().matches("/payweek/expenses/\\d+"), added.toString());
        assertEquals(200, served.get(added.header("location").orElseThrow()).status());
        assertTrue(served.get("/payweek/openapi.json").text().contains("\"servers\":[{\"url\":\"/payweek\"}]"));
    }
}
