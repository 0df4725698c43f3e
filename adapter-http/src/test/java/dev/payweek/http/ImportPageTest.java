package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bank's files on the page: looked at one after the other, every row, in the file's own currency. */
class ImportPageTest extends ServedPage {

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void every_row_is_shown_in_the_currency_of_the_file_and_by_its_outcome(int width) {
        Page page = browser.open(served.address().toString(), width);
        page.route("**/imports?*", ImportPageTest::answer);
        page.locator("#open-import").click();
        page.locator("#import-file").setInputFiles(file("bank.txt"));
        Locator rows = page.locator("#import-result tbody tr");
        assertThat(rows).hasCount(10);
        assertThat(rows.first()).containsText("-€12.00");
        page.locator("#import-outcome").selectOption("rejected");
        assertThat(page.locator("#import-result tbody tr:visible")).hasText(new String[] {"no date"});
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        browser.assertContent();
    }

    /** Ten rows of a file in euros, of which the last cannot be read. */
    private static void answer(Route route) {
        var rows = new StringBuilder();
        for (int i = 1; i < 10; i++) {
            rows.append(
                    "{\"row\":%d,\"line\":%d,\"outcome\":\"inserted\",\"kind\":\"expense\",\"date\":\"2026-11-0%d\","
                            .formatted(i, i, i));
            rows.append("\"amount\":-12.00,\"title\":\"Book\",\"reason\":\"\"},");
        }
        rows.append("{\"row\":10,\"line\":10,\"outcome\":\"rejected\",\"title\":\"\",\"reason\":\"no date\"}");
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"dry_run\":true,\"format\":\"csv\",\"account\":\"giro\",\"currency\":\"EUR\","
                        + "\"accounts\":[],\"counts\":{\"rows\":10,\"inserted\":9,"
                        + "\"duplicates\":0,\"needs_review\":0,\"rejected\":1},"
                        + "\"rows\":[" + rows + "],\"questions\":[]}"));
    }

    @Test
    void a_file_without_any_row_says_so_and_the_next_one_follows() {
        Page page = open();
        page.route(
                "**/imports?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"dry_run\":true,\"format\":\"csv\",\"accounts\":[],\"rows\":[],\"questions\":[],"
                                + "\"counts\":{\"rows\":0,\"inserted\":0,"
                                + "\"duplicates\":0,\"needs_review\":0,\"rejected\":0},"
                                + "\"nothing_new\":\"The file has a heading and no rows.\"}")));
        page.locator("#open-import").click();
        page.locator("#import-file").setInputFiles(new FilePayload[] {file("empty.csv"), file("bank.txt")});
        assertThat(page.locator("#import-result")).containsText("1 of 2: empty.csv");
        assertThat(page.locator("#import-result")).containsText("The file has a heading and no rows.");
        page.unroute("**/imports?*");
        page.getByText("Next file").click();
        // What is asked of one file is not answered for another.
        page.getByText("D/M/Y").click();
        page.getByText("Import 1 entry").click();
        assertThat(page.locator("#import")).isHidden();
        assertThat(page.locator(".expense")).hasCount(1);
    }

    @Test
    void a_file_dropped_anywhere_is_looked_at_and_an_import_of_long_ago_is_reverted() {
        Page page = open();
        page.evaluate("const data = new DataTransfer();"
                + "data.items.add(new File(['notebook\\n03/04/2026 Book Nook\\n'], 'bank.txt'));"
                + "document.body.dispatchEvent("
                + "new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));"
                + "true");
        page.getByText("M/D/Y").click();
        page.getByText("Import 1 entry").click();
        assertThat(page.locator(".expense")).hasCount(1);
        page.locator("#open-lists").click();
        page.locator("#list-imports > summary").click();
        Locator batch = page.locator("#list-imports .thing");
        assertThat(batch).containsText("bank.txt (notebook)");
        batch.locator("[data-control=revert]").click();
        assertThat(batch).hasCount(0);
        assertThat(page.locator(".expense")).hasCount(0);
    }

    private static FilePayload file(String name) {
        return new FilePayload(name, "text/plain", "notebook\n03/04/2026 Book Nook\n".getBytes(StandardCharsets.UTF_8));
    }
}
