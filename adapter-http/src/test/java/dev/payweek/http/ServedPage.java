package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The page in a real browser against the real server, over a ledger that each test fills itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class ServedPage {

    Browser browser;
    Served served;

    @BeforeAll
    void startBrowser() {
        browser = new Browser();
    }

    @AfterAll
    void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void serve() {
        served = new Served();
    }

    @AfterEach
    void stop() {
        browser.closePages();
        served.close();
    }

    Page open() {
        return browser.open(served.address().toString(), 1280);
    }

    /** Opens every list of the dialog that is not open from the start, and every form in it. */
    static void unfoldLists(Page page) {
        Locator closed = page.locator("#lists details.list:not([open]) > summary");
        while (closed.count() > 0) {
            closed.first().click();
        }
        for (Locator change : page.locator("#lists [data-control=change]").all()) {
            change.click();
        }
    }

    String json(String method, String target, String body) throws Exception {
        var answer = served.send(
                method, target, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        assertTrue(answer.status() < 300, answer.text());
        return answer.text();
    }

    /** Two weeks' pay of 1500.00, of which 900.00 are set aside and 95.00 are spent, with a limit of 100.00 a week. */
    void twoWeeks() throws Exception {
        json("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-20\"}");
        json("POST", "/income", "{\"title\":\"Acme\",\"amount\":1500,\"date\":\"2026-11-20\"}");
        json("PUT", "/set-asides/Rent", "{\"amount\":900,\"from\":\"2026-11-20\"}");
        json("PUT", "/limits/Fun", "{\"amount\":100,\"per\":\"week\",\"from\":\"2026-11-20\"}");
        json("POST", "/expenses", "{\"title\":\"Concert\",\"amount\":95,\"category\":\"Fun\",\"date\":\"2026-11-21\"}");
    }
}
