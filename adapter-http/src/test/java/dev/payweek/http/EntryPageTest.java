package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row opens: what it holds is changed, moved, split and deleted, and what others do to it meanwhile is said. */
class EntryPageTest extends ServedPage {

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void only_what_is_touched_is_sent_and_it_has_a_way_back(int width) throws Exception {
        twoWeeks();
        Page page = browser.open(served.address().toString(), width);
        List<String> sent = writes(page);
        open(page, "Concert");
        page.locator("#entry-note").fill("front row");
        page.locator("#entry-tags").fill("fun, #live");
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        save(page);
        assertThat(page.locator("#toasts")).containsText("Saved “Concert”");
        assertEquals(List.of("PATCH \"1\" {\"tags\":[\"fun\",\"live\"],\"note\":\"front row\"}"), sent);
        assertThat(row(page, "Concert").locator(".open")).isFocused();
        page.getByText("Undo").click();
        assertThat(page.locator("#toasts")).containsText("Undone");
        assertTrue(!served.get("/expenses").text().contains("front row"));
        browser.assertContent();
    }

    @Test
    void a_row_is_opened_and_left_by_the_keyboard_alone() throws Exception {
        twoWeeks();
        Page page = open();
        row(page, "Concert").locator(".open").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#entry-title")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().type("0");
        assertThat(page.locator("#entry-amount")).hasValue("0");
        page.keyboard().press("Escape");
        assertThat(page.locator("#entry")).hasCount(0);
        assertThat(row(page, "Concert").locator(".open")).isFocused();
        assertThat(row(page, "Concert")).containsText("$95.00");
        browser.assertContent();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void after_a_move_the_rule_for_its_like_is_offered_with_what_it_would_move(int width) throws Exception {
        twoWeeks();
        for (int day = 10; day < 13; day++) {
            json("POST", "/expenses", "{\"title\":\"Corner Coffee\",\"amount\":4.20,\"date\":\"2026-11-" + day + "\"}");
        }
        Page page = browser.open(served.address().toString(), width);
        row(page, "Corner Coffee").first().locator(".open").click();
        page.locator("#entry-category").fill("Fun:Coffee");
        page.locator("#entry-form .main").click();
        assertThat(page.locator(".always h3")).hasText("Always for Corner Coffee? 2 more, $8.40.");
        page.getByText("Which ones").click();
        assertThat(page.locator(".moves li")).hasText(new String[] {
            "Nov 11, 2026: Corner Coffee, $4.20, from Other", "Nov 10, 2026: Corner Coffee, $4.20, from Other"
        });
        page.locator(".always .main").click();
        assertThat(page.locator("#toasts")).containsText("Rule “Corner Coffee” made; 2 moved");
        assertThat(page.locator(".expense", new Page.LocatorOptions().setHasText("Fun › Coffee")))
                .hasCount(3);
        page.getByText("Undo").click();
        assertThat(page.locator(".expense", new Page.LocatorOptions().setHasText("Fun › Coffee")))
                .hasCount(1);
        assertEquals("[]", served.get("/rules").text());
        browser.assertContent();
    }

    @Test
    void the_rules_suggestion_comes_first_and_why_names_what_was_compared() throws Exception {
        json("POST", "/expenses", "{\"title\":\"Sofa\",\"amount\":400,\"date\":\"2026-11-20\"}");
        json("POST", "/rules", rule("furniture", "sofa", "Fun:Furniture"));
        json("POST", "/rules", rule("tea", "tea", "Fun:Tea"));
        Page page = open();
        open(page, "Sofa");
        page.locator(".why > summary").click();
        assertThat(page.locator(".why")).containsText("No rule matched, so it is in Other.");
        assertThat(page.locator(".why")).containsText("furniture would decide now; it did not when the expense came.");
        assertThat(page.locator(".why [data-rule]").first()).containsText("title contains “sofa” – it is “Sofa”");
        page.getByText("1 rule that did not match").click();
        assertThat(page.locator(".why")).containsText("title contains “tea” – it is “Sofa”");
        page.locator(".suggested button").first().click();
        assertThat(page.locator("#entry-category")).hasValue("Fun:Furniture");
        browser.assertContent();
    }

    @Test
    void an_expense_is_split_and_a_part_without_an_amount_takes_the_rest() throws Exception {
        twoWeeks();
        Page page = open();
        open(page, "Concert");
        page.locator("#entry-splits > button").click();
        Locator parts = page.locator(".splits input");
        parts.nth(0).fill("Fun:Music");
        parts.nth(1).fill("80.10");
        assertThat(page.locator("#entry-splits")).containsText("$14.90 is left to place.");
        parts.nth(2).fill("Fun:Dining");
        save(page);
        assertThat(row(page, "Concert")).containsText("Fun › Music, Fun › Dining");
        String stored = served.get("/expenses").text();
        assertTrue(stored.contains("{\"category\":\"Fun:Dining\",\"amount\":14.90}"), stored);
        open(page, "Concert");
        page.getByText("Why split?").click();
        assertThat(page.locator("#entry .why").first()).containsText("It was split by hand.");
        parts.nth(3).fill("14");
        assertThat(page.locator("#entry-splits")).containsText("$0.90 is left to place.");
        page.locator("#entry-form .main").click();
        assertThat(page.locator("#entry-splits-error")).containsText("The splits sum to");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void what_came_back_of_a_split_expense_goes_where_its_parts_went(int width) throws Exception {
        json("POST", "/expenses", """
                {"title":"Mall","amount":10,"date":"2026-11-20",
                 "splits":[{"category":"Fun","amount":6},{"category":"Other:Home","amount":4}]}""");
        Page page = browser.open(served.address().toString(), width);
        List<String> sent = writes(page);
        open(page, "Mall");
        page.getByText("Money came back").click();
        assertThat(page.locator("#give-back-amount")).hasValue("10.00");
        page.locator("#give-back-amount").fill("5");
        page.locator("#give-back-amount").press("Enter");
        assertThat(page.locator("#toasts")).containsText("$5.00 of “Mall” given back, to Fun and Other:Home");
        assertEquals(1, sent.size());
        assertTrue(sent.get(0).endsWith("{\"title\":\"Mall\",\"amount\":\"-5.00\",\"refund_of\":1}"), sent.get(0));
        assertTrue(served.get("/expenses").text().contains("{\"category\":\"Other:Home\",\"amount\":-2.00}"));
        open(page, "-$5.00");
        assertThat(page.locator("#entry-refund_of")).hasValue(Pattern.compile("^#1 Mall, .*"));
        page.keyboard().press("Escape");
        browser.assertContent();
    }

    @Test
    void a_refund_names_what_it_gives_back() throws Exception {
        twoWeeks();
        json("POST", "/expenses", "{\"title\":\"Tickets\",\"amount\":-20,\"date\":\"2026-11-22\"}");
        Page page = open();
        open(page, "Tickets");
        page.locator("#entry-refund_of").pressSequentially("Conc");
        Locator found = page.locator("#entry-refunds option");
        assertThat(found).hasCount(1);
        page.locator("#entry-refund_of").fill(found.getAttribute("value"));
        save(page);
        assertTrue(served.get("/expenses").text().contains("\"refund_of\":"));
        open(page, "Tickets");
        assertThat(page.locator("#entry-refund_of"))
                .hasValue(Pattern.compile("#\\d+ Concert, Nov 21, 2026, \\$95\\.00"));
        browser.assertContent();
    }

    @ParameterizedTest
    @CsvSource({"income, Acme", "transfers, Savings"})
    void income_and_transfers_are_listed_open_and_change_too(String kind, String title) throws Exception {
        twoWeeks();
        json("POST", "/transfers", "{\"title\":\"Savings\",\"amount\":40,\"date\":\"2026-11-20\"}");
        Page page = open();
        page.locator("#entries-of").selectOption(kind);
        open(page, title);
        page.locator("#entry-amount").fill("1,400.50");
        // Something else changes meanwhile: that must not keep this from being saved.
        json("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4}");
        save(page);
        assertThat(row(page, title)).containsText("$1,400.50");
        open(page, title);
        page.locator("#entry-form button").getByText("Delete").click();
        assertThat(row(page, title)).hasCount(0);
        page.getByText("Undo").click();
        assertThat(row(page, title)).containsText("$1,400.50");
    }

    @Test
    void what_was_changed_elsewhere_meanwhile_is_said_and_nothing_typed_is_lost() throws Exception {
        twoWeeks();
        Page page = open();
        open(page, "Concert");
        page.locator("#entry-amount").fill("97");
        json("PATCH", path("Concert"), "{\"amount\":96,\"note\":\"theirs\"}");
        page.locator("#entry-form .main").click();
        assertThat(page.locator("#entry .notice")).containsText("This was changed elsewhere meanwhile");
        assertThat(page.locator("#entry .notice li")).hasText("amount: 96.00");
        assertThat(page.locator("#entry-amount")).hasValue("97");
        assertThat(page.locator("#entry-note")).hasValue("theirs");
        save(page);
        assertThat(row(page, "Concert")).containsText("$97.00");
        assertTrue(served.get("/expenses").text().contains("\"note\":\"theirs\""));
    }

    @Test
    void what_was_deleted_elsewhere_is_said_where_it_happens_and_leaves_the_list() throws Exception {
        twoWeeks();
        Page page = open();
        open(page, "Concert");
        page.locator("#entry-note").fill("mine");
        served.send("DELETE", path("Concert"), Map.of(), new byte[0]);
        page.locator("#entry-form .main").click();
        assertThat(page.locator("#entry .notice")).containsText("This was deleted meanwhile, so nothing was saved.");
        assertThat(row(page, "Concert")).hasCount(0);
        assertThat(page.locator("#entry-note")).hasValue("mine");
    }

    @Test
    void a_row_that_another_has_deleted_or_changed_is_not_deleted_unseen() throws Exception {
        twoWeeks();
        json("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4,\"date\":\"2026-11-21\"}");
        Page page = browser.open("about:blank", 1280);
        // Otherwise it would be shown what it is now before it could be pressed.
        page.route("**/events", route -> route.abort());
        page.navigate(served.address().toString());
        assertThat(row(page, "Tea")).hasCount(1);
        json("PATCH", path("Tea"), "{\"amount\":40}");
        served.send("DELETE", path("Concert"), Map.of(), new byte[0]);
        row(page, "Tea").locator("[data-control=delete]").click();
        assertThat(page.locator("#toasts")).containsText("“Tea” was changed elsewhere, so it was not deleted");
        assertThat(row(page, "Tea")).containsText("$40.00");
        assertThat(row(page, "Concert")).hasCount(0);
    }

    @Test
    void a_failing_network_is_said_in_the_dialog_and_what_was_typed_stays() throws Exception {
        twoWeeks();
        Page page = open();
        open(page, "Concert");
        page.locator("#entry-note").fill("kept");
        page.route("**/expenses/*", route -> route.abort());
        page.locator("#entry-form .main").click();
        assertThat(page.locator("#entry .error")).containsText("The service cannot be reached.");
        assertThat(page.locator("#entry-note")).hasValue("kept");
        page.unroute("**/expenses/*");
        save(page);
        assertTrue(served.get("/expenses").text().contains("\"note\":\"kept\""));
    }

    @Test
    void on_a_slow_network_a_second_press_sends_nothing_twice() throws Exception {
        twoWeeks();
        Page page = open();
        open(page, "Concert");
        List<String> sent = writes(page);
        page.locator("#entry-note").fill("once");
        page.evaluate("const slow = window.fetch;"
                + "window.fetch = async (...all) => {"
                + "await new Promise((go) => setTimeout(go, 400)); return slow(...all); };"
                + "true");
        page.locator("#entry-note").press("Enter");
        page.locator("#entry-note").press("Enter");
        assertThat(page.locator("#entry")).hasCount(0);
        assertEquals(1, sent.size(), sent.toString());
        browser.assertContent();
    }

    private static List<String> writes(Page page) {
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.method().equals("GET")) {
                sent.add(words(request));
            }
        });
        return sent;
    }

    private static String words(Request request) {
        return request.method() + " " + request.headers().get("if-match") + " " + request.postData();
    }

    private static String rule(String name, String contains, String category) {
        return "{\"name\":\"" + name + "\",\"when\":{\"field\":\"title\",\"op\":\"contains\",\"value\":\"" + contains
                + "\"},\"then\":{\"category\":\"" + category + "\"}}";
    }

    private String path(String title) throws Exception {
        String found = served.get("/expenses?q=" + title).text();
        return "/expenses/" + found.replaceFirst(".*?\"id\":(\\d+).*", "$1");
    }

    private static Locator row(Page page, String title) {
        return page.locator(".expense", new Page.LocatorOptions().setHasText(title));
    }

    private static void open(Page page, String title) {
        row(page, title).locator(".open").click();
        assertThat(page.locator("#entry-form")).isVisible();
    }

    private static void save(Page page) {
        page.locator("#entry-form .main").click();
        assertThat(page.locator("#entry")).hasCount(0);
    }
}
