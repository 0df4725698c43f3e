package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answer on the page: verdict, week and time until payday, and where what is left comes from. */
class AnswerPageTest extends ServedPage {

    @Test
    void the_verdict_is_one_sentence_and_comes_first() throws Exception {
        twoWeeks();
        Page page = open();
        assertThat(verdict(page))
                .hasText("Fine: $41.00 is safe today, and $505.00 is left until payday, "
                        + "Friday, December 4, in 12 days.");
        assertThat(page.locator("#verdict .sign")).hasAttribute("data-state", "fine");
        assertThat(page.locator("main h1, main h2").first()).hasId("verdict");
        browser.assertContent();
    }

    @Test
    void week_and_pay_period_stand_side_by_side() throws Exception {
        twoWeeks();
        Page page = open();
        Locator week = page.locator(".stretch").nth(0);
        assertThat(week).containsText("This week");
        assertThat(week).containsText("$205.00 left until Friday, November 27");
        assertThat(week).containsText("For the week$300.00");
        assertThat(week).containsText("Spent$95.00 32%");
        assertThat(week).containsText("Day 3 of 7, since Nov 20");
        Locator period = page.locator(".stretch").nth(1);
        assertThat(period).containsText("Until payday");
        assertThat(period).containsText("$505.00 left until Friday, December 4");
        assertThat(period).containsText("$42.08 a day for the 12 days left.");
        assertThat(period).containsText("To spend$600.00");
        assertThat(period).containsText("✓ $33.57 below an even pace");
        browser.assertContent();
    }

    @Test
    void the_equation_adds_up_and_says_what_is_still_due() throws Exception {
        twoWeeks();
        json("PUT", "/bills/Phone", bill(40, 1));
        json("POST", "/income", "{\"title\":\"Flea market\",\"amount\":20,\"date\":\"2026-11-21\"}");
        Page page = open();
        assertEquals(
                List.of(
                        "Carried in$0.00",
                        "Income+ $1,520.00",
                        "Paid out− $95.00",
                        "Planned− $0.00",
                        "Still due− $940.00",
                        "Left= $485.00"),
                texts(page.locator(".equation .term")));
        assertEquals(
                List.of(
                        "main✓ received Nov 20$1,500.00",
                        "Other income✓ no pay$20.00",
                        "Phone○ due Dec 1$40.00",
                        "Rent○ $900.00 left of $900.00$900.00"),
                texts(page.locator("#equation .part")));
        browser.assertContent();
    }

    @Test
    void a_late_bill_calls_for_care_and_is_named() throws Exception {
        twoWeeks();
        json("PUT", "/bills/Phone", bill(40, 21));
        Page page = open();
        assertThat(verdict(page)).containsText("Careful, as Phone is late: ");
        assertThat(page.locator("#verdict .sign")).hasAttribute("data-state", "careful");
        assertThat(page.locator(".part.late")).hasText("Phone▲ late, due Nov 21$40.00");
        browser.assertContent();
    }

    @Test
    void missing_pay_calls_for_care_and_counts_on() throws Exception {
        json("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-02\"}");
        json("POST", "/income", "{\"amount\":1500,\"date\":\"2026-11-02\"}");
        Page page = open();
        assertThat(verdict(page))
                .containsText("Careful, as pay of main is missing: $0.00 is safe today, and $1,500.00");
        assertThat(page.locator(".part.missing")).hasText("main▲ missing since Nov 16$1,500.00");
        browser.assertContent();
    }

    @Test
    void bills_before_more_money_make_a_day_smaller_and_the_page_says_why() throws Exception {
        json("PUT", "/schedule", "{\"kind\":\"monthly\",\"day\":1}");
        json("POST", "/income", "{\"amount\":1000,\"date\":\"2026-11-01\"}");
        json("POST", "/income", "{\"amount\":2000,\"date\":\"2026-11-26\"}");
        json("PUT", "/bills/Phone", bill(940, 25));
        Page page = open();
        assertThat(verdict(page)).containsText("$15.00 is safe today, and $2,060.00 is left until payday");
        assertThat(page.locator(".stretch").nth(1))
                .containsText("$15.00 a day for the 9 days left, so that there is enough until more money comes.");
        browser.assertContent();
    }

    @Test
    void what_is_overspent_is_said_as_such() throws Exception {
        twoWeeks();
        json("POST", "/expenses", "{\"title\":\"Sofa\",\"amount\":700,\"category\":\"Fun\",\"date\":\"2026-11-22\"}");
        Page page = open();
        assertThat(verdict(page)).hasText("Over by $195.00 until payday, Friday, December 4, in 12 days.");
        assertThat(page.locator("#period-left")).hasText("$195.00");
        assertThat(page.locator(".stretch").nth(1)).containsText("There is nothing more for the 12 days left.");
        browser.assertContent();
    }

    @Test
    void without_any_income_nothing_is_said_of_what_is_left() throws Exception {
        json("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4,\"date\":\"2026-11-21\"}");
        Page page = open();
        assertThat(verdict(page))
                .hasText("Not known: no income is recorded or expected, so nothing can be said of what is left.");
        assertThat(page.locator("#stretches")).containsText("$4.00 spent since Sunday, November 1");
        assertThat(page.locator(".equation")).hasCount(0);
        page.getByText("Set up pay").click();
        assertThat(page.locator("#settings")).isVisible();
        browser.assertContent();
    }

    @Test
    void a_month_without_a_payday_ends_on_a_day_and_not_on_a_payday() throws Exception {
        json("POST", "/income", "{\"amount\":90,\"date\":\"2026-11-02\"}");
        Page page = open();
        assertThat(verdict(page))
                .hasText("Fine: $10.00 is safe today, and $90.00 is left until Tuesday, December 1, in 9 days.");
        assertThat(page.locator(".stretch").nth(1)).containsText("This period");
        browser.assertContent();
    }

    @Test
    void a_category_shows_week_and_pay_period() throws Exception {
        twoWeeks();
        json("POST", "/expenses", "{\"title\":\"Fair\",\"amount\":25,\"category\":\"Fun\",\"date\":\"2026-11-22\"}");
        json("POST", "/expenses", "{\"title\":\"Desk\",\"amount\":80,\"date\":\"2026-11-22\"}");
        Page page = open();
        Locator fun = page.locator(".category[data-category='Fun']");
        assertThat(fun.locator(".name").first()).hasText("Fun 60% of what was paid");
        assertThat(fun.locator(".status").first()).hasText("▲ over by $20.00");
        assertThat(fun.locator("[data-stretch=week]").first()).hasText("Week$120.00 of $100.00");
        assertThat(fun.locator("[data-stretch=period]").first()).hasText("Pay period$120.00 of $200.00");
        assertThat(page.locator("#categories")).containsText("1 expense of this pay period has no category yet.");
        browser.assertContent();
    }

    @Test
    void weeks_and_pay_periods_that_have_ended_are_shown_the_newest_first() throws Exception {
        json("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-06\"}");
        json("POST", "/income", "{\"amount\":700,\"date\":\"2026-11-06\"}");
        json(
                "POST",
                "/expenses",
                "{\"title\":\"Concert\",\"amount\":400,\"category\":\"Fun\",\"date\":\"2026-11-07\"}");
        Page page = open();
        assertThat(page.locator(".history .line"))
                .hasText(new String[] {"Nov 6 – Nov 19$400.00 of $700.00$300.00 left"});
        page.locator("#history-of").selectOption("week");
        assertThat(page.locator(".history .line")).hasText(new String[] {
            "Nov 13 – Nov 19$0.00 of $300.00$300.00 left", "Nov 6 – Nov 12$400.00 of $350.00▲ over by $50.00"
        });
        browser.assertContent();
    }

    private static String bill(int amount, int day) {
        return "{\"category\":\"Other:Phone\",\"amount\":" + amount + ",\"schedule\":{\"kind\":\"monthly\",\"day\":"
                + day + "},\"from\":\"2026-11-20\"}";
    }

    private static Locator verdict(Page page) {
        return page.locator("#verdict");
    }

    /** Waits for the first, then reads all of them. */
    private static List<String> texts(Locator rows) {
        assertThat(rows.first()).isVisible();
        return rows.allTextContents();
    }
}
