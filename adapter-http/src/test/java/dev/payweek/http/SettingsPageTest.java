package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Pay and plan, set up in their own window, and limits where they are seen: what is not touched stays as it was. */
class SettingsPageTest extends ServedPage {

    @Test
    void pay_is_set_up_in_a_ledger_that_knows_nothing_of_it() throws Exception {
        Page page = openSettings();
        page.locator("#schedule-kind").selectOption("two_weeks");
        page.locator("#schedule-anchor").fill("2026-11-20");
        page.locator("#schedule-expected").fill("1,500");
        page.locator("#schedule-form button").click();
        assertThat(page.locator("#toasts")).containsText("The next payday is Friday, December 4");
        assertThat(page.locator("#period-left")).hasText("$1,500.00");
        page.locator("[data-term=income]").click();
        assertThat(page.locator(".part.expected")).hasText("main○ expected Nov 20$1,500.00");
        browser.assertContent();
    }

    @Test
    void another_kind_keeps_the_holidays_and_the_days_of_tolerance() throws Exception {
        json("PUT", "/schedule", """
                {"kind":"weekly","anchor":"2026-11-20","holidays":["2026-12-25"],"tolerance_days":2}""");
        Page page = openSettings();
        assertThat(page.locator("#schedule-anchor")).isVisible();
        page.locator("#schedule-kind").selectOption("last_business_day");
        assertThat(page.locator("#schedule-anchor")).isHidden();
        save(page);
        String schedule = served.get("/schedule").text();
        assertTrue(schedule.contains("\"day\":\"last_business_day\""), schedule);
        assertTrue(schedule.contains("\"holidays\":[\"2026-12-25\"]"), schedule);
        assertTrue(schedule.contains("\"tolerance_days\":2"), schedule);
        browser.assertContent();
    }

    @Test
    void of_several_versions_only_todays_is_changed() throws Exception {
        json("PUT", "/sources/main", """
                {"primary":true,"versions":[{"schedule":{"kind":"monthly","day":25},"expected":1000},
                 {"from":"2026-06-01","schedule":{"kind":"monthly","day":20},"expected":1200},
                 {"from":"2027-01-01","schedule":{"kind":"monthly","day":15},"expected":1400}]}""");
        String before = served.get("/sources").text();
        Page page = openSettings();
        assertThat(page.locator("#schedule-expected")).hasValue("1200.00");
        page.locator("#schedule-expected").fill("1300");
        save(page);
        assertEquals(
                before.replace("1200.00", "1300.00"), served.get("/sources").text());
        browser.assertContent();
    }

    @Test
    void income_is_recognised_as_pay_and_a_person_may_say_that_it_is_none() throws Exception {
        twoWeeks();
        Page page = openSettings();
        Locator acme = page.locator("[data-income]", new Page.LocatorOptions().setHasText("Acme"));
        assertThat(acme).containsText("Nov 20, 2026: pay of main for Nov 20");
        acme.getByText("Not pay").click();
        assertThat(page.locator("#toasts")).containsText("“Acme” is no pay");
        page.locator("[data-term=income]").click();
        assertThat(page.locator("#made-of")).containsText("Other income");

        page.getByText("Undo").click();
        assertThat(page.locator(".part.received")).hasText("main✓ received Nov 20$1,500.00");

        page.locator("#open-settings").click();
        page.locator("#income-amount").fill("20");
        page.locator("#income-form button").click();
        assertThat(page.locator("#toasts")).containsText("Income of $20.00 recorded: no pay");
        browser.assertContent();
    }

    @Test
    void an_amount_is_set_aside_and_stopped_again() throws Exception {
        twoWeeks();
        Page page = openSettings();
        assertThat(page.locator("[data-set-aside=Rent]")).containsText("$900.00 each pay period");
        page.locator("#set-aside-name").fill("Car");
        page.locator("#set-aside-amount").fill("100");
        page.locator("#set-aside-form button").click();
        assertThat(page.locator("#toasts")).containsText("Car is set aside from now on");
        assertThat(page.locator("#period-left")).hasText("$405.00");

        page.locator("#open-settings").click();
        page.locator("[data-set-aside=Car] button").click();
        assertThat(page.locator("#toasts")).containsText("Car is not set aside any more");
        assertThat(page.locator("#period-left")).hasText("$505.00");
        browser.assertContent();
    }

    @Test
    void a_limit_of_another_amount_keeps_its_stretch_and_what_it_carries() throws Exception {
        twoWeeks();
        json("PUT", "/limits/Fun", """
                {"amount":200,"per":"period","rollover":"surplus","cap":50,"reset":true,"from":"2026-11-21"}""");
        Page page = open();
        page.locator(".category[data-category='Fun'] summary").click();
        assertThat(page.locator("#limit-fun-amount")).hasValue("200.00");
        assertThat(page.locator("#limit-fun-per")).hasValue("period");
        page.locator("#limit-fun-amount").fill("210");
        page.getByText("Set limit").locator("visible=true").click();
        assertThat(page.locator("#toasts")).containsText("Limit for Fun set");
        String limits = served.get("/limits").text();
        assertTrue(
                limits.contains("{\"category\":\"Fun\",\"amount\":210.00,\"per\":\"period\",\"rollover\":\"surplus\","
                        + "\"cap\":50.00,\"reset\":true,\"from\":\"2026-11-22\"}"),
                limits);
        browser.assertContent();
    }

    private Page openSettings() {
        Page page = open();
        page.locator("#open-settings").click();
        assertThat(page.locator("#settings")).isVisible();
        return page;
    }

    private static void save(Page page) {
        page.locator("#schedule-form button").click();
        assertThat(page.locator("#settings")).isHidden();
        assertThat(page.locator("#toasts")).containsText("Saved");
    }
}
