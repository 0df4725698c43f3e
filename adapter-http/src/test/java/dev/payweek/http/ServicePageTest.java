package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page makes of the service it is from: one that asks for a token, only reads, or is of another zone. */
class ServicePageTest extends ServedPage {

    @Test
    void a_wrong_token_is_said_and_none_is_kept_where_a_script_could_read_it() throws Exception {
        try (var asking = Dialogs.asking()) {
            Page page = browser.open(asking.address().toString(), 390);
            assertThat(page.locator("#token")).isVisible();
            assertThat(page.locator("#token-wrong")).isEmpty();
            Dialogs.giveToken(page, "wrong");
            assertThat(page.locator("#token-wrong")).hasText("That is not the token of this service.");
            Dialogs.giveToken(page, "right");
            assertThat(page.locator("#verdict")).containsText("Not known.");
            assertThat(page.locator("#token")).isHidden();
            assertEquals(0, page.evaluate("sessionStorage.length + localStorage.length + document.cookie.length"));
            page.locator("#add-open").click();
            page.locator("#add-line").fill("4.50 tea");
            page.locator("#add-line").press("Enter");
            assertThat(page.locator(".expense")).hasCount(1);
            assertEquals(List.of(), browser.unhandled());
        }
    }

    @Test
    void where_nothing_can_be_written_nothing_is_offered_that_writes() throws Exception {
        twoWeeks();
        Page page = browser.blank(390, "en-US");
        page.route(
                "**/health/ready",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"status\":\"ready\",\"writable\":false,\"detail\":\"the disk is full\"}")));
        page.navigate(served.address().toString());
        assertThat(page.locator("#read-only")).hasText("This ledger can only be read: the disk is full");
        assertThat(page.locator("#add-open")).isHidden();
        assertThat(page.locator("#open-import")).isHidden();
        assertThat(page.locator(".expense .plain")).isHidden();
        page.locator("#open-settings").click();
        assertThat(page.locator("#schedule-form button")).isHidden();
        assertThat(page.locator("#export-form button")).isVisible();
        browser.assertContent();
    }

    @Test
    void days_of_the_ledger_that_are_not_those_of_the_browser_are_said() throws Exception {
        json("PATCH", "/ledger", "{\"zone\":\"Pacific/Kiritimati\"}");
        Page page = browser.blank(1280, "en-US");
        page.clock().setFixedTime(Date.from(Instant.parse("2026-11-22T12:00:00Z")));
        page.navigate(served.address().toString());
        assertThat(page.locator("#zones")).containsText("and Nov 23, 2026 in the ledger (Pacific/Kiritimati).");
        page.locator("#open-settings").click();
        assertThat(page.locator("label[for=ledger-zone]")).containsText("this browser: ");
        browser.assertContent();
    }

    @Test
    void a_copy_of_the_ledger_is_saved_under_its_name_and_what_hinders_it_is_said() throws Exception {
        Page page = open();
        page.locator("#open-settings").click();
        page.route(
                "**/export?format=json",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setHeaders(Map.of("Content-Disposition", "attachment; filename=\"payweek.json\""))
                        .setContentType("application/json")
                        .setBody("{\"all\":1}")));
        Download saved =
                page.waitForDownload(() -> page.locator("#export-form button").click());
        assertEquals("payweek.json", saved.suggestedFilename());
        assertEquals("{\"all\":1}", Files.readString(saved.path()));
        assertThat(page.locator("#toasts")).containsText("Saved payweek.json");
        page.locator("#open-settings").click();
        page.locator("#export-format").selectOption("hledger");
        page.locator("#export-form button").click();
        // Of the formats of the real service none is on the path of these tests.
        assertThat(page.locator("#export-form .error")).isVisible();
    }
}
