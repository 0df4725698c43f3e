package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others change is shown as it happens, with one stream for a browser however many tabs it has. */
class LivePageTest extends ServedPage {

    private static final int TABS = 12;

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void what_another_browser_writes_is_shown_and_takes_neither_focus_nor_what_is_typed(int width) throws Exception {
        twoWeeks();
        Page page = browser.open(served.address().toString(), width);
        Locator concert = page.locator(".expense .open");
        assertThat(concert).hasCount(1);
        concert.focus();
        concert.evaluate("element => { element.seenBefore = true; }");
        if (width < 640) {
            page.locator("#add-open").click();
        }
        page.locator("#add-line").fill("half typ");
        concert.focus();
        json("POST", "/expenses", "{\"title\":\"Theirs\",\"amount\":4.50,\"date\":\"2026-11-22\"}");
        assertThat(page.locator(".expense .open")).hasCount(2);
        assertThat(page.locator("#period-left")).hasText("$500.50");
        assertThat(page.locator(".expense .open").nth(1)).isFocused();
        assertEquals(true, page.evaluate("document.activeElement.seenBefore"));
        assertThat(page.locator("#add-line")).hasValue("half typ");
        browser.assertContent();
    }

    @Test
    void a_row_that_is_open_stays_open_with_what_is_typed_while_others_write() throws Exception {
        twoWeeks();
        Page page = open();
        page.locator(".expense .open").click();
        page.locator("#entry-note").fill("mine");
        json("POST", "/expenses", "{\"title\":\"Theirs\",\"amount\":4.50,\"date\":\"2026-11-22\"}");
        assertThat(page.locator(".expense")).hasCount(2);
        assertThat(page.locator("#entry-note")).hasValue("mine");
        assertThat(page.locator("#entry-note")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#toasts")).containsText("Saved “Concert”");
        browser.assertContent();
    }

    @Test
    void twelve_tabs_of_a_browser_load_write_and_share_one_stream() throws Exception {
        twoWeeks();
        List<String> streams = new ArrayList<>();
        Page first = browser.open("about:blank", 1280);
        first.context().onRequest(request -> note(streams, request.url()));
        first.navigate(served.address().toString());
        List<Page> tabs = new ArrayList<>(List.of(first));
        assertThat(first.locator(".expense")).hasCount(1);
        for (int i = 1; i < TABS; i++) {
            Page tab = browser.openBeside(first, served.address().toString());
            assertThat(tab.locator(".expense")).hasCount(1);
            tabs.add(tab);
        }
        Page last = tabs.get(TABS - 1);
        last.locator("#add-line").fill("1 from the last");
        last.locator("#add-line").press("Enter");
        for (Page tab : tabs) {
            assertThat(tab.locator(".expense")).hasCount(2);
        }
        assertEquals(1, streams.size(), streams.toString());
        first.close();
        json("POST", "/expenses", "{\"title\":\"Later\",\"amount\":1,\"date\":\"2026-11-22\"}");
        for (Page tab : tabs.subList(1, TABS)) {
            assertThat(tab.locator(".expense")).hasCount(3);
        }
        assertEquals(2, streams.size(), streams.toString());
    }

    @Test
    void a_stream_that_breaks_is_said_and_comes_back_with_what_was_missed() throws Exception {
        twoWeeks();
        Page page = browser.open("about:blank", 1280);
        page.route("**/events", route -> route.abort());
        page.navigate(served.address().toString());
        assertThat(page.locator("#live")).containsText("Not connected");
        json("POST", "/expenses", "{\"title\":\"Missed\",\"amount\":1,\"date\":\"2026-11-22\"}");
        page.unroute("**/events");
        assertThat(page.locator(".expense")).hasCount(2, new HasCountOptions().setTimeout(30_000));
        assertThat(page.locator("#live")).isHidden();
    }

    private static void note(List<String> streams, String url) {
        if (url.endsWith("/events")) {
            streams.add(url);
        }
    }
}
