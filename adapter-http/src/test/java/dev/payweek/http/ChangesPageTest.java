package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was changed, by whomever and however long ago, is seen on the page and can be undone there. */
class ChangesPageTest extends ServedPage {

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_change_of_long_ago_is_undone_and_brought_back(int width) throws Exception {
        twoWeeks();
        served.send("DELETE", "/limits/Fun", Map.of(), new byte[0]);
        Page page = browser.open(served.address().toString(), width);
        page.locator("#open-changes").click();
        assertThat(page.locator(".change").first()).containsText("remove limit on Fun");
        Locator added = change(page, 5);
        assertThat(added).containsText("new: Concert, 95.00 USD, 2026-11-21");
        undo(added);
        assertThat(added).containsText("undone");
        assertThat(added.locator("[data-control=undo]")).hasCount(0);
        assertEquals("[]", served.get("/expenses").text());
        Locator undone = page.locator(".change").first();
        assertThat(undone.locator("[data-control=undo]")).hasText("Redo");
        undo(undone);
        assertThat(added.locator("[data-control=undo]")).hasText("Undo");
        assertTrue(served.get("/expenses").text().contains("Concert"));
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        page.keyboard().press("Escape");
        assertThat(page.locator("#open-changes")).isFocused();
        assertThat(page.locator(".expense")).hasCount(1);
        browser.assertContent();
    }

    @Test
    void what_was_changed_again_since_is_undone_with_the_later_changes_after_a_question() throws Exception {
        twoWeeks();
        String path = "/expenses/" + served.get("/expenses").text().replaceFirst(".*?\"id\":(\\d+).*", "$1");
        json("PATCH", path, "{\"amount\":96}");
        json("PATCH", path, "{\"note\":\"x\"}");
        Page page = open();
        page.locator("#open-changes").click();
        assertThat(change(page, 6)).containsText("Concert: amount 95.00 USD → 96.00 USD");
        undo(change(page, 6));
        Locator said = change(page, 6).locator(".notice");
        assertThat(said).containsText("What it touched has been changed again since:");
        assertThat(said.locator("li")).hasCount(1);
        assertThat(said.getByText("Undo that too")).isFocused();
        page.keyboard().press("Enter");
        assertThat(change(page, 6)).containsText("undone");
        assertThat(change(page, 7)).containsText("undone");
        String stored = served.get("/expenses").text();
        assertTrue(stored.contains("\"amount\":95.00") && !stored.contains("note"), stored);
    }

    @Test
    void the_latest_changes_made_here_are_undone_one_by_one_by_the_keyboard() throws Exception {
        twoWeeks();
        Page page = open();
        assertThat(page.locator(".expense")).hasCount(1);
        page.locator(".expense [data-control=delete]").click();
        assertThat(page.locator(".expense")).hasCount(0);
        page.locator(".category[data-category='Fun'] summary").click();
        page.locator("#limit-fun-amount").fill("90");
        page.locator("#limit-fun-amount").press("Control+z");
        page.locator("#limit-fun-amount").fill("90");
        page.locator("#limit-fun-amount").press("Enter");
        assertThat(page.locator(".category[data-category='Fun'] [data-stretch=week]")
                        .first())
                .containsText("$90.00");
        assertThat(page.locator(".expense")).hasCount(0);
        page.locator("#expenses-title").focus();
        page.keyboard().press("Control+z");
        assertThat(page.locator(".category[data-category='Fun'] [data-stretch=week]")
                        .first())
                .containsText("$100.00");
        page.keyboard().press("Control+z");
        assertThat(page.locator(".expense")).hasCount(1);
        page.keyboard().press("Control+z");
        assertThat(page.locator("#toasts")).containsText("There is nothing to undo that was done here.");
        browser.assertContent();
    }

    @Test
    void when_the_changes_cannot_be_loaded_that_is_said_and_they_are_asked_for_again() throws Exception {
        twoWeeks();
        Page page = open();
        page.route("**/changes?*", route -> route.abort());
        page.locator("#open-changes").click();
        assertThat(page.locator("#changes .notice")).containsText("The service cannot be reached.");
        page.unroute("**/changes?*");
        page.locator("#changes").getByText("Try again").click();
        assertThat(page.locator(".change")).hasCount(5);
    }

    private static Locator change(Page page, int version) {
        return page.locator(".change[data-version='" + version + "']");
    }

    private static void undo(Locator change) {
        change.locator("[data-control=undo]").click();
    }
}
