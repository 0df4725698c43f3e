package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is set has a list where it is seen, changed, ordered and removed, and suggestions are decided. */
class ListsPageTest extends ServedPage {

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_suggestion_shows_its_evidence_and_is_accepted_or_declined(int width) throws Exception {
        for (int month = 1; month < 12; month++) {
            expense("Gym Lindner", "30", "2026-%02d-05".formatted(month));
        }
        Page page = browser.open(served.address().toString(), width);
        page.locator("#open-lists").click();
        Locator gym = thing(page, "Gym Lindner");
        assertThat(gym).containsText("Bill: Gym Lindner takes 30.00 monthly on the 5th: 11 of 11 times");
        gym.getByText("Evidence: 11 entries").click();
        assertThat(gym.locator(".moves li").first()).containsText("2026: $30.00");
        gym.locator("[data-control=accept]").click();
        assertThat(gym).hasCount(0);
        assertThat(page.locator("#list-discoveries > summary")).isFocused();
        assertTrue(served.get("/bills").text().contains("\"Gym Lindner\""));
        undo(page, "Accepted Gym Lindner");
        assertThat(gym).hasCount(1);
        assertEquals("[]", served.get("/bills").text());
        gym.locator("[data-control=decline]").click();
        assertThat(gym).hasCount(0);
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        browser.assertContent();
    }

    @Test
    void suggestions_of_a_long_ledger_are_asked_for_until_they_are_there() throws Exception {
        for (int month = 1; month < 12; month++) {
            expense("Gym Lindner", "30", "2026-%02d-05".formatted(month));
        }
        Page page = browser.open(served.address().toString(), 1280);
        AtomicInteger asked = new AtomicInteger();
        page.route("**/discoveries", route -> {
            if (asked.incrementAndGet() > 2) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"/problems/still_looking\",\"detail\":\"Looking.\"}"));
            }
        });
        page.locator("#open-lists").click();
        assertThat(thing(page, "Gym Lindner")).hasCount(1);
        assertTrue(asked.get() >= 3, "asked " + asked);
    }

    @Test
    void a_rule_is_changed_after_it_was_shown_what_that_would_move() throws Exception {
        expense("Corner Tea", "4.20", "2026-11-20");
        rule("tea", "teapot", 10);
        Page page = list("rules");
        Locator tea = thing(page, "tea");
        assertThat(tea).containsText("The rule \"tea\" matches no entry.");
        tea.locator("[data-control=change]").click();
        tea.getByLabel("What the title is compared with").fill("tea");
        tea.locator("form .main").first().click();
        assertThat(tea.locator(".review")).containsText("This would move 1, $4.20.");
        assertTrue(served.get("/rules").text().contains("teapot"), "nothing is written before that is decided");
        tea.getByText("Save and move them").click();
        assertThat(page.locator(".toasts")).containsText("Changed the rule “tea”");
        assertTrue(served.get("/expenses").text().contains("\"category\":\"Fun:Tea\""));
        assertThat(tea).containsText("If the title contains “tea”, it goes to Fun:Tea.");
        browser.assertContent();
    }

    @Test
    void rules_change_places_are_switched_off_and_removed_and_each_comes_back() throws Exception {
        rule("first", "a", 10);
        rule("second", "b", 20);
        String before = served.get("/rules").text().replaceAll("\"version\":\\d+", "");
        Page page = list("rules");
        Locator names = page.locator("#list-rules .thing .title");
        thing(page, "second").locator("[data-control=up]").click();
        assertThat(names).hasText(new String[] {"second", "first"});
        assertThat(thing(page, "second").locator("[data-control=down]")).isVisible();
        undo(page, "Moved the rule “second”");
        assertThat(names).hasText(new String[] {"first", "second"});
        assertEquals(before, served.get("/rules").text().replaceAll("\"version\":\\d+", ""));
        thing(page, "first").locator("[data-control=toggle]").click();
        assertThat(thing(page, "first")).containsText("Switched off.");
        assertThat(thing(page, "first").locator("[data-control=toggle]")).isFocused();
        thing(page, "first").locator("[data-control=remove]").click();
        assertThat(names).hasText(new String[] {"second"});
        assertThat(thing(page, "second").locator("[data-control=change]")).isFocused();
        undo(page, "Removed the rule “first”");
        assertThat(names).hasText(new String[] {"first", "second"});
        browser.assertContent();
    }

    @Test
    void a_bill_is_added_skipped_changed_without_losing_what_is_not_shown_and_removed() throws Exception {
        twoWeeks();
        json("PUT", "/bills/Phone", """
                {"category":"Other:Phone","amount":40,"schedule":{"kind":"monthly","day":1,"adjust":"following"},
                 "match":{"field":"title","op":"contains","value":"telco"},"from":"2026-11-20"}""");
        Page page = list("bills");
        Locator phone = thing(page, "Phone");
        phone.locator("[data-control=change]").click();
        phone.locator("input[name=amount]").fill("45");
        phone.locator("form .main").click();
        assertThat(phone).containsText("$45.00, every month on day 1, on the business day after a day off");
        phone.locator("[data-control=change]").click();
        phone.locator("select[name=kind]").selectOption("quarterly");
        phone.locator("input[name=anchor]").fill("2026-12-01");
        phone.locator("form .main").click();
        assertThat(phone).containsText("$45.00, every 3 months from Dec 1, 2026, on the business day after a day off");
        String bills = served.get("/bills").text();
        assertTrue(bills.contains("\"value\":\"telco\"") && bills.contains("\"adjust\":\"following\""), bills);
        phone.getByText("Skip Dec 1").click();
        assertThat(phone.getByText("Not skipped: Dec 1")).isVisible();
        page.locator("#list-bills .adding > summary").click();
        page.locator("#bill-new-name").fill("Rent");
        page.locator("#bill-new-amount").fill("1,000");
        page.locator("#bill-new-category").fill("Other:Rent");
        page.locator("#bill-new-anchor").fill("2026-12-01");
        page.locator("#add-bills .main").click();
        assertThat(thing(page, "Rent"))
                .containsText("$1,000.00, every month on day 1, in Other:Rent, since Dec 1, 2026");
        thing(page, "Rent").locator("[data-control=remove]").click();
        assertThat(thing(page, "Rent")).hasCount(0);
        browser.assertContent();
    }

    @Test
    void of_a_pay_source_only_todays_amount_and_the_last_day_change() throws Exception {
        json("PUT", "/sources/main", """
                {"primary":true,"tolerance_days":6,"versions":[{"schedule":{"kind":"monthly","day":25},"expected":1000},
                 {"from":"2026-06-01","schedule":{"kind":"monthly","day":20},"expected":1200}]}""");
        String before = served.get("/sources").text();
        Page page = list("sources");
        Locator main = thing(page, "main");
        main.locator("[data-control=change]").click();
        assertThat(main.locator("input[name=amount]")).hasValue("1200.00");
        main.locator("input[name=amount]").fill("1300");
        main.locator("form .main").click();
        assertThat(main).containsText("about $1,300.00");
        assertEquals(
                before.replace("1200.00", "1300.00"), served.get("/sources").text());
        main.locator("[data-control=change]").click();
        main.locator("select[name=kind]").selectOption("nth_weekday");
        main.locator("input[name=anchor]").fill("2026-11-20");
        main.locator("form .main").click();
        assertThat(main).containsText("then every month on the third friday, about $1,300.00");
        assertEquals(
                before.replace("1200.00", "1300.00")
                        .replace(
                                "\"monthly\",\"days\":[],\"day\":20",
                                "\"monthly_nth_weekday\",\"days\":[],\"nth\":3,\"weekday\":\"friday\""),
                served.get("/sources").text());
        browser.assertContent();
    }

    @Test
    void set_asides_and_limits_change_from_today_and_keep_the_rest() throws Exception {
        twoWeeks();
        json("PUT", "/limits/Fun", "{\"amount\":100,\"per\":\"period\",\"rollover\":\"both\",\"cap\":50}");
        Page page = list("limits");
        thing(page, "Fun").locator("[data-control=change]").click();
        thing(page, "Fun").locator("input[name=amount]").fill("120");
        thing(page, "Fun").locator("form .main").click();
        assertThat(thing(page, "Fun"))
                .containsText("$120.00 each pay period, what is left or over is carried on, up to $50.00");
        page.locator("#list-set-asides > summary").click();
        thing(page, "Rent").locator("[data-control=change]").click();
        thing(page, "Rent").locator("input[name=amount]").fill("800");
        thing(page, "Rent").locator("form .main").click();
        assertThat(thing(page, "Rent"))
                .containsText("$900.00 each pay period; $800.00 each pay period, since Nov 22, 2026");
        browser.assertContent();
    }

    @Test
    void a_category_is_renamed_with_its_history_and_what_is_in_use_is_not_removed() throws Exception {
        twoWeeks();
        Page page = list("categories-list");
        thing(page, "Fun").locator("[data-control=remove]").click();
        assertThat(thing(page, "Fun").locator(".notice")).isVisible();
        thing(page, "Fun").locator("[data-control=rename]").click();
        thing(page, "Fun").locator("input[name=to]").fill("Joy");
        thing(page, "Fun").locator("form .main").click();
        assertThat(thing(page, "Joy")).hasCount(1);
        assertTrue(served.get("/expenses").text().contains("\"category\":\"Joy\""));
        undo(page, "Fun is now Joy");
        assertThat(thing(page, "Fun")).hasCount(1);
    }

    @Test
    void what_was_removed_elsewhere_is_said_and_gone_and_what_is_typed_meanwhile_stays() throws Exception {
        json("PUT", "/accounts/cash", "{}");
        json("PUT", "/bills/Phone", "{\"category\":\"Other:Phone\",\"schedule\":{\"kind\":\"monthly\",\"day\":1}}");
        Page page = list("bills");
        Locator phone = thing(page, "Phone");
        phone.locator("[data-control=change]").click();
        phone.locator("input[name=amount]").fill("77");
        page.locator("#list-accounts > summary").click();
        json("PUT", "/bills/Phone", "{\"category\":\"Fun\",\"schedule\":{\"kind\":\"monthly\",\"day\":1}}");
        thing(page, "cash").locator("[data-control=close]").click();
        assertThat(thing(page, "cash")).containsText("closed");
        assertThat(phone.locator("input[name=amount]")).hasValue("77");
        served.send("DELETE", "/bills/Phone", Map.of(), new byte[0]);
        assertThat(phone.locator(".gone")).hasText("This was removed meanwhile.");
        assertThat(phone.locator("input[name=amount]")).hasValue("77");
        phone.locator("form .main").click();
        assertThat(page.locator("#lists .toasts")).containsText("Phone was removed meanwhile");
        assertThat(phone).hasCount(0);
    }

    @Test
    void a_list_that_cannot_be_loaded_says_so_and_is_asked_for_again() throws Exception {
        rule("tea", "tea", 10);
        Page page = open();
        page.route("**/rules", route -> route.abort());
        page.locator("#open-lists").click();
        page.locator("#list-rules > summary").click();
        assertThat(page.locator("#list-rules .notice")).containsText("The service cannot be reached.");
        page.unroute("**/rules");
        page.locator("#list-rules").getByText("Try again").click();
        assertThat(thing(page, "tea")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("#open-lists")).isFocused();
    }

    private void expense(String title, String amount, String date) throws Exception {
        json("POST", "/expenses", "{\"title\":\"" + title + "\",\"amount\":" + amount + ",\"date\":\"" + date + "\"}");
    }

    private void rule(String name, String contains, int priority) throws Exception {
        json(
                "POST",
                "/rules",
                "{\"name\":\"" + name + "\",\"priority\":" + priority
                        + ",\"when\":{\"field\":\"title\",\"op\":\"contains\",\"value\":\"" + contains
                        + "\"},\"then\":{\"category\":\"Fun:Tea\"}}");
    }

    private Page list(String name) {
        Page page = open();
        page.locator("#open-lists").click();
        page.locator("#list-" + name + " > summary").click();
        assertThat(page.locator("#list-" + name + " .thing").first()).isVisible();
        return page;
    }

    /** The list may show what was done before it is said; what is said then is still of the change before. */
    private static void undo(Page page, String said) {
        Locator toast = page.locator("#lists .toasts .toast");
        assertThat(toast).containsText(said);
        toast.locator("button").click();
    }

    private static Locator thing(Page page, String title) {
        return page.locator("#lists .thing[data-thing='" + title + "']");
    }
}
