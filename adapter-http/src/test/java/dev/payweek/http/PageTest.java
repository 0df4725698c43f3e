package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a person uses it, in a real browser against the real server. */
class PageTest extends ServedPage {

    @BeforeEach
    void fill() throws Exception {
        twoWeeks();
    }

    @Test
    void an_expense_is_added_deleted_brought_back_and_deleted_again_without_a_reload() {
        Page page = open();
        assertThat(page.locator("#stretches")).containsText("$205.00 left of $300.00");
        assertThat(page.locator("#stretches")).containsText("$41.00 a day for the 5 days left");
        assertThat(category(page, "Fun")).containsText("near: $5.00 left");
        page.evaluate("window.sameDocument = true");

        page.locator("#add-line").fill("4,50 <b>Corner Coffee</b>");
        page.locator("#add-category").fill("Fun:Coffee");
        page.locator("#add .main").click();

        Locator coffee = page.locator(".expense", new Page.LocatorOptions().setHasText("<b>Corner Coffee</b>"));
        assertThat(coffee).containsText("$4.50");
        assertSpent(page, "$200.50", "$99.50", "2");
        assertThat(page.locator(".legend")).containsText("Coffee");
        assertThat(page.locator(".slice")).hasCount(2);

        delete(coffee);
        assertThat(coffee).hasCount(0);
        assertSpent(page, "$205.00", "$95.00", "1");
        assertThat(page.locator(".slice")).hasCount(1);

        page.getByText("Undo").click();
        assertThat(coffee).hasCount(1);
        assertSpent(page, "$200.50", "$99.50", "2");

        delete(coffee);
        assertThat(coffee).hasCount(0);
        assertSpent(page, "$205.00", "$95.00", "1");
        assertEquals(true, page.evaluate("window.sameDocument"));
        browser.assertContent();
    }

    @Test
    void a_limit_is_set_where_it_is_seen() {
        Page page = open();
        category(page, "Fun").locator("summary").click();
        page.locator("#limit-fun-amount").fill("90");
        page.getByText("Set limit").locator("visible=true").click();
        assertThat(category(page, "Fun")).containsText("over by $5.00");
        browser.assertContent();
    }

    @Test
    void a_long_list_is_shown_a_page_at_a_time_and_searched() throws Exception {
        var many = new StringBuilder("[");
        for (int i = 0; i < 120; i++) {
            many.append("{\"title\":\"Tea ").append(i).append("\",\"amount\":1,\"date\":\"2026-11-20\"},");
        }
        many.setCharAt(many.length() - 1, ']');
        json("POST", "/expenses", many.toString());
        Page page = open();
        assertThat(page.locator(".expense")).hasCount(50);
        page.getByText("Show more").click();
        assertThat(page.locator(".expense")).hasCount(100);
        page.getByText("Show more").click();
        assertThat(page.locator(".expense")).hasCount(121);
        page.locator("#find").fill("Tea 119");
        assertThat(page.locator(".expense")).hasCount(1);
        browser.assertContent();
    }

    @Test
    void a_file_that_is_no_statement_is_refused_in_words_and_nothing_is_stored() throws Exception {
        Page page = open();
        page.locator("#open-import").click();
        FileChooser chooser =
                page.waitForFileChooser(() -> page.locator("#drop").click());
        chooser.setFiles(new FilePayload("picture.bin", "application/octet-stream", new byte[] {0, 1, 2}));
        assertThat(page.locator("#import .error")).isVisible();
        assertEquals("1", served.get("/expenses?total").header("total-count").orElseThrow());
    }

    @Test
    void a_file_is_asked_about_looked_at_taken_in_and_taken_back() {
        Page page = open();
        page.locator("#open-import").click();
        page.locator("#import-file")
                .setInputFiles(new FilePayload(
                        "bank.txt", "text/plain", "notebook\n03/04/2026 Book Nook\n".getBytes(StandardCharsets.UTF_8)));
        page.getByText("D/M/Y").click();
        assertThat(page.locator("#import-result")).containsText("nothing is stored yet");
        assertThat(page.locator("#import-result")).containsText("Apr 3, 2026");
        assertThat(page.locator(".expense")).hasCount(1);

        page.getByText("Import 1 entry").click();
        assertThat(page.locator("#import")).isHidden();
        Locator book = page.locator(".expense", new Page.LocatorOptions().setHasText("Book Nook"));
        assertThat(book).containsText("$12.00");

        page.getByText("Undo").click();
        assertThat(book).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1280})
    void nothing_is_wider_than_the_window(int width) {
        Page page = browser.open(served.address().toString(), width);
        assertThat(page.locator(".expense")).hasCount(1);
        Object excess = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertTrue(excess instanceof Integer number && number <= 0, "too wide by " + excess);
        browser.assertContent();
    }

    @Test
    void the_documentation_page_calls_the_api() {
        Page page = browser.open(served.address() + "/docs", 1280);
        Locator ledger = page.locator("#operations-ledger-get_ledger");
        ledger.locator(".opblock-summary-control").click();
        ledger.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Execute"))
                .click();
        Locator answer = ledger.locator(".live-responses-table");
        assertThat(answer.locator("tbody .response-col_status")).containsText("200");
        assertThat(answer).containsText("\"currency\": \"USD\"");
        browser.assertContent();
    }

    private static Locator category(Page page, String name) {
        return page.locator(".category[data-category='" + name + "']");
    }

    private static void delete(Locator expense) {
        expense.locator("[data-control=delete]").click();
    }

    private static void assertSpent(Page page, String left, String total, String count) {
        assertThat(page.locator("#week-left")).hasText(left);
        assertThat(page.locator("#total-amount")).hasText(total);
        assertThat(page.locator("#total-count")).hasText(count);
    }
}
