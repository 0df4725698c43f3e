package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on a network that fails, hangs and changes the order: the verdict comes, nothing is lost, all is said. */
class TroubledPageTest extends ServedPage {

    private static final Pattern API = Pattern.compile(".*/(?!assets/|budget$|docs|favicon)[a-z-]+([/?].*)?$");
    private static final String LAYOUT_SHIFTS = """
            window.shifted = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                window.shifted += entry.hadRecentInput ? 0 : entry.value;
              }
            }).observe({ type: "layout-shift", buffered: true });""";

    private final List<Route> held = new ArrayList<>();

    @BeforeEach
    void fill() throws Exception {
        held.clear();
        twoWeeks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hangs", "fails", "answers 500"})
    void the_verdict_comes_whatever_else_is_broken(String how) {
        Page page = browser.blank(1280, "en-US");
        page.route(API, route -> {
            switch (how) {
                case "hangs" -> held.add(route);
                case "fails" -> route.abort();
                default -> route.fulfill(new Route.FulfillOptions().setStatus(500));
            }
        });
        page.navigate(served.address().toString());
        assertThat(page.locator("#verdict")).containsText("Fine. $41.00 a day until Friday, December 4");
        assertThat(page.locator("#week-left")).hasText("$205.00");
        assertThat(page.locator("#equation-left")).hasText("$505.00");
        if (!how.equals("hangs")) {
            assertThat(page.locator("section:has(#summary) > .trouble")).isVisible();
            assertThat(page.locator("section:has(#expenses) > .trouble")).isVisible();
            assertThat(page.locator("section:has(#categories) > .trouble").first())
                    .isVisible();
            assertThat(page.locator(".category").first()).containsText("Fun");
        }
        assertThat(page.locator("#expenses-title")).isVisible();
        assertNothingUnhandled();
        page.unrouteAll();
    }

    @Test
    void what_was_missing_comes_with_the_next_answer_and_its_message_goes() {
        Page page = browser.blank(1280, "en-US");
        page.route(API, Route::abort);
        page.navigate(served.address().toString());
        assertThat(page.locator("section:has(#summary) > .trouble")).isVisible();
        page.unrouteAll();
        page.locator("#span").selectOption("month");
        assertThat(page.locator("#total-amount")).hasText("$95.00");
        assertThat(page.locator(".trouble")).hasCount(0);
        assertNothingUnhandled();
    }

    @Test
    void a_write_is_sent_once_however_often_it_is_pressed_and_shows_that_it_is_under_way() throws Exception {
        Page page = open();
        page.route(isPost("/expenses"), held::add);
        page.locator("#add-line").fill("5 tea");
        page.locator("#add-line").press("Enter");
        page.locator("#add-line").press("Enter");
        assertThat(page.locator("#add .main")).hasAttribute("aria-disabled", "true");
        assertThat(page.locator("#add .main")).hasText("Saving…");
        page.locator("#add-line").fill("6 cake");
        assertEquals(1, held.size());
        held.get(0).resume();
        assertThat(page.locator("#toasts")).containsText("Added “tea”");
        assertThat(page.locator("#add .main")).hasText("Add");
        assertThat(page.locator("#add-line")).hasValue("6 cake");
        assertEquals("2", served.get("/expenses?total").header("total-count").orElseThrow());
        browser.assertContent();
    }

    @Test
    void an_answer_that_was_lost_adds_nothing_twice_and_the_failure_is_said_at_the_form() throws Exception {
        Page page = open();
        page.route(isPost("/expenses"), route -> {
            route.fetch();
            route.abort();
        });
        page.locator("#add-line").fill("5 tea");
        page.locator("#add-line").press("Enter");
        assertThat(page.locator("#add-error")).hasText("The service cannot be reached. Is it still running?");
        assertThat(page.locator("#add-line")).hasValue("5 tea");
        page.unrouteAll();
        page.locator("#add-line").press("Enter");
        assertThat(page.locator("#toasts")).containsText("Added “tea”");
        assertEquals("2", served.get("/expenses?total").header("total-count").orElseThrow());
        assertNothingUnhandled();
    }

    @Test
    void what_is_typed_survives_a_refresh_an_error_and_a_change_elsewhere() throws Exception {
        Page page = open();
        Locator limit = page.locator("#limit-fun-amount");
        page.locator(".category[data-category='Fun'] summary").click();
        limit.fill("123");
        page.locator("#add-line").fill("7 half a line");
        json("POST", "/expenses", "{\"title\":\"Elsewhere\",\"amount\":1,\"date\":\"2026-11-22\"}");
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(page.locator(".expense")).hasCount(2);
        assertThat(limit).hasValue("123");
        assertThat(page.locator("#add-line")).hasValue("7 half a line");
        assertThat(page.locator("#add-line")).isFocused();

        page.route(Pattern.compile(".*/limits/.*"), Route::abort);
        limit.press("Enter");
        assertThat(page.locator("#limit-fun-error")).hasText("The service cannot be reached. Is it still running?");
        assertThat(limit).hasValue("123");
        page.getByText("Remove").locator("visible=true").click();
        assertThat(page.locator("#limit-fun .error").last()).isVisible();
        assertNothingUnhandled();
    }

    @Test
    void a_window_closed_with_something_typed_still_has_it() {
        Page page = open();
        page.locator("#open-settings").click();
        page.locator("#income-amount").fill("20");
        page.locator("#set-aside-name").fill("Car");
        page.locator("#settings .close").click();
        page.locator("#open-settings").click();
        assertThat(page.locator("#income-amount")).hasValue("20");
        page.locator("#income-form button").click();
        assertThat(page.locator("#period-left")).hasText("$525.00");
        assertThat(page.locator("#settings")).isVisible();
        assertThat(page.locator("#set-aside-name")).hasValue("Car");
        assertThat(page.locator("#income-amount")).hasValue("");
        browser.assertContent();
    }

    @Test
    void of_answers_that_overtake_each_other_the_latest_question_s_stays() {
        Page page = open();
        assertThat(page.locator("#total-amount")).hasText("$95.00");
        page.route(Pattern.compile(".*/expenses/summary.*"), held::add);
        // Each span is looked up once the answer is there; a question that is overtaken before that asks for nothing.
        page.locator("#span").selectOption("week");
        page.waitForCondition(() -> held.size() == 1);
        page.locator("#span").selectOption("");
        page.waitForCondition(() -> held.size() == 2);
        held.get(1).resume();
        assertThat(page.locator("#total-amount")).hasText("$95.00");
        held.get(0)
                .fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"total_count\":9,\"total_amount\":999.00,\"by_category\":[],\"by_month\":[]}"));
        page.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))");
        assertThat(page.locator("#total-amount")).hasText("$95.00");
        browser.assertContent();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void nothing_jumps_while_the_page_loads_in_whatever_order(int width) {
        for (String slow : List.of("categories", "expenses", "summary", "history", "sources", "nothing")) {
            Page page = browser.blank(width, "en-US");
            page.addInitScript(LAYOUT_SHIFTS);
            page.route(Pattern.compile(".*/" + slow + "([/?].*)?$"), held::add);
            page.navigate(served.address().toString());
            assertThat(page.locator("#equation-left")).hasText("$505.00");
            held.forEach(Route::resume);
            page.unrouteAll();
            held.clear();
            assertThat(page.locator(".expense")).hasCount(1);
            assertThat(page.locator("#history")).not().isEmpty();
            Object shifted = page.evaluate("window.shifted");
            assertTrue(((Number) shifted).doubleValue() <= 0.02, slow + " slow at " + width + ": " + shifted);
            page.close();
        }
    }

    /** A slow machine paints what has arrived of the page, which may be half of its head. */
    @ParameterizedTest
    @ValueSource(ints = {320, 390, 600, 800, 801, 1280})
    void the_head_stays_where_it_is_while_the_rest_of_it_arrives(int width) {
        Page page = browser.open(served.address().toString(), width);
        String tops = "['.brand', 'nav'].map((one) => document.querySelector(one).getBoundingClientRect().top)";
        Object whole = page.evaluate(tops);
        page.evaluate("document.querySelectorAll('nav > :not(:first-child)').forEach((one) => one.remove())");
        assertEquals(whole, page.evaluate(tops));
    }

    private static Predicate<String> isPost(String path) {
        return address -> address.endsWith(path);
    }

    /** Chromium itself writes of requests that fail; what nobody handled comes as an error of the page. */
    private void assertNothingUnhandled() {
        assertEquals(List.of(), browser.unhandled());
    }
}
