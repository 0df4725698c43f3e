package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(page.locator("#import-remarks li"))
                .hasText(new String[] {"Line 1: taken as EUR", "Line 11: a balance"});
        assertThat(rows.first()).containsText("-€12.00");
        // Nothing of a row has to be scrolled to sideways.
        assertEquals(true, page.evaluate("""
                () => {
                  const table = document.querySelector("#import-result .scroll");
                  return table.scrollWidth <= table.clientWidth;
                }"""));
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
                        + "\"skipped\":[{\"line\":1,\"reason\":\"taken as EUR\"},"
                        + "{\"line\":11,\"reason\":\"a balance\"},{\"line\":12,\"reason\":\"a balance\"}],"
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

    @Test
    void a_question_shows_what_each_answer_makes_of_the_rows() {
        Page page = open();
        page.locator("#open-import").click();
        page.locator("#import-file").setInputFiles(file("bank.txt"));
        assertThat(page.locator(".way"))
                .hasText(new String[] {"D/M/YApr 3, 2026, Book Nook, -$12.00", "M/D/YMar 4, 2026, Book Nook, -$12.00"});
        assertThat(page.locator("#import-said")).hasText("March or April?");
        assertThat(page.locator(".way button").first()).isFocused();
    }

    @Test
    void a_category_is_chosen_before_the_file_is_taken_and_undone_with_it() throws Exception {
        Page page = open();
        look(page);
        Locator category = page.getByLabel("Category of Book Nook");
        assertThat(category).hasValue("Other");
        category.fill("Fun:Books");
        category.press("Tab");
        page.getByText("Import 1 entry").click();
        assertThat(page.locator(".expense")).containsText("Fun › Books");
        assertTrue(served.get("/expenses").text().contains("\"provenance\":\"manual\""));
        // One change, so that no tab that dies in between leaves a part of it.
        assertEquals(1, changes());
        page.getByText("Undo").click();
        assertThat(page.locator(".expense")).hasCount(0);
        assertEquals("[]", served.get("/imports").text());
    }

    @Test
    void a_row_that_is_there_already_stands_beside_it_and_can_be_made_one_with_it() throws Exception {
        json("POST", "/expenses", "{\"title\":\"Novel\",\"amount\":12,\"category\":\"Fun\",\"date\":\"2026-04-02\"}");
        Page page = open();
        look(page);
        assertThat(page.locator(".twin td"))
                .hasText(new String[] {"Apr 2, 2026", "Novel is there already", "-$12.00", "Fun", " the same: keep one"
                });
        page.locator(".twin input").check();
        page.getByText("Import 1 entry").click();
        assertThat(page.locator("#import")).isHidden();
        assertThat(page.locator(".expense")).hasCount(1);
        assertThat(page.locator(".expense")).containsText("Novel");
        assertEquals(2, changes());
        page.getByText("Undo").click();
        page.locator("#open-lists").click();
        page.locator("#list-imports > summary").click();
        assertThat(page.locator("#list-imports")).containsText("Nothing was imported yet.");
        String left = served.get("/expenses").text();
        assertTrue(left.contains("Novel") && !left.contains("import_batch"), left);
    }

    @Test
    void a_decision_that_cannot_be_taken_takes_nothing_and_is_said_until_it_can() throws Exception {
        Page page = open();
        look(page);
        Locator category = page.getByLabel("Category of Book Nook");
        category.fill("::");
        category.press("Tab");
        page.getByText("Import 1 entry").click();
        assertThat(page.locator("#import-form .error")).isVisible();
        assertEquals("[]", served.get("/imports").text());
        category.fill("Fun:Books");
        category.press("Tab");
        page.getByText("Try again").click();
        assertThat(page.locator(".expense")).containsText("Fun › Books");
    }

    @Test
    void to_revert_a_file_says_before_what_made_by_hand_stays() throws Exception {
        Page page = open();
        look(page);
        page.getByText("Import 1 entry").click();
        assertThat(page.locator(".expense")).hasCount(1);
        String id = page.locator(".expense").getAttribute("data-id");
        String text = served.get("/expenses/" + id).text();
        String mine = text.replaceAll(".*\"date\":\"([^\"]+)\".*", "$1").strip();
        String amount = text.replaceAll(".*\"amount\":([0-9.]+).*", "$1").strip();
        json("POST", "/expenses", "{\"title\":\"Mine\",\"amount\":" + amount + ",\"date\":\"" + mine + "\"}");
        String twins = served.get("/twins").text();
        String byHand =
                twins.replaceAll(".*\"by_hand\":\\{\"id\":(\\d+).*", "$1").strip();
        json("POST", "/twins/" + id + "/" + byHand + "/accept", "{}");
        page.locator("#open-lists").click();
        page.locator("#list-imports > summary").click();
        Locator batch = page.locator("#list-imports .thing");
        batch.locator("[data-control=revert]").click();
        assertThat(batch.locator(".notice")).containsText("1 entry made by hand stays for a row of it.");
        batch.getByText("Revert all the same").click();
        assertThat(batch).hasCount(0);
        assertTrue(served.get("/expenses").text().contains("Mine"));
    }

    private int changes() throws Exception {
        return served.get("/changes").text().split("\"version\":\\d+,\"at\"", -1).length - 1;
    }

    @Test
    void to_revert_a_file_says_before_what_was_done_to_its_entries_since() throws Exception {
        Page page = open();
        look(page);
        page.getByText("Import 1 entry").click();
        assertThat(page.locator(".expense")).hasCount(1);
        String id = page.locator(".expense").getAttribute("data-id");
        json("PATCH", "/expenses/" + id, "{\"note\":\"for Sam\"}");
        page.locator("#open-lists").click();
        page.locator("#list-imports > summary").click();
        Locator batch = page.locator("#list-imports .thing");
        batch.locator("[data-control=revert]").click();
        assertThat(batch.locator(".notice"))
                .containsText("1 of its 1 entries was changed since. That work goes too; Undo brings it back.");
        assertThat(page.locator(".expense")).hasCount(1);
        batch.getByText("Revert all the same").click();
        assertThat(batch).hasCount(0);
        page.locator("#lists").getByText("Undo").click();
        assertThat(batch).hasCount(1);
        assertTrue(served.get("/expenses").text().contains("for Sam"));
    }

    @Test
    void while_a_long_file_arrives_the_page_says_how_far_it_is() {
        Page page = open();
        look(page);
        List<Route> held = new ArrayList<>();
        page.route("**/imports?*", held::add);
        page.route(
                "**/imports",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("[{\"id\":1,\"file\":\"bank.txt\",\"state\":\"in_progress\","
                                + "\"progress\":{\"rows\":4000,\"bytes\":9,\"of_bytes\":12,\"percent\":75}}]")));
        page.getByText("Import 1 entry").click();
        assertThat(page.locator(".progress")).containsText("4,000 rows so far");
        assertThat(page.locator(".progress progress")).hasAttribute("value", "75");
        page.unroute("**/imports");
        held.forEach(Route::resume);
        assertThat(page.locator("#import")).isHidden();
    }

    private static void look(Page page) {
        page.locator("#open-import").click();
        page.locator("#import-file").setInputFiles(file("bank.txt"));
        page.getByText("D/M/Y").click();
        assertThat(page.getByText("Import 1 entry")).isVisible();
    }

    private static FilePayload file(String name) {
        return new FilePayload(name, "text/plain", "notebook\n03/04/2026 Book Nook\n".getBytes(StandardCharsets.UTF_8));
    }
}
