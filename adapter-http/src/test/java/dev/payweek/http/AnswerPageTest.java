package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answer on the page: verdict, week and time until payday, and where what is left comes from. */
class AnswerPageTest extends ServedPage {

    /** Amounts of any number of lines, some next to nothing, by a generator that is the same in each run. */
    private static final String WRONG_SHARES = """
            async () => {
              const { percents } = await import("/assets/format.js");
              let seed = 20261122;
              const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
              const wrong = [];
              for (let run = 0; run < 5000; run++) {
                const amounts = Array.from({ length: 1 + Math.floor(random() * 12) }, () =>
                  Math.ceil(random() ** (1 + Math.floor(random() * 9)) * 1_000_000));
                const whole = amounts.reduce((sum, one) => sum + one, 0);
                const shown = percents(amounts.map((one) => one / whole));
                const digits = (shown[0].split(".")[1] ?? "%").length - 1;
                const units = shown.map((text) => Math.round(Number(text.replace("%", "")) * 10 ** digits));
                const sum = units.reduce((all, one) => all + one, 0);
                const isNear = units.every((unit, index) =>
                  Math.abs(unit - (amounts[index] / whole) * 100 * 10 ** digits) < 1.001);
                const isNothing = units.some((unit) => unit === 0);
                if (sum !== 100 * 10 ** digits || !isNear || (isNothing && digits < 2)) {
                  wrong.push(`${amounts} as ${shown}`);
                }
              }
              return wrong;
            }""";

    @Test
    void shares_as_they_are_shown_sum_to_a_hundred_percent_and_none_is_nothing() throws Exception {
        twoWeeks();
        json("POST", "/expenses", "{\"title\":\"Pen\",\"amount\":0.30,\"category\":\"Other\",\"date\":\"2026-11-21\"}");
        Page page = open();
        assertThat(page.locator(".legend tbody td:last-child")).hasText(new String[] {"99.7%", "0.3%"});
        assertEquals(List.of(), page.evaluate(WRONG_SHARES));
    }

    @Test
    void the_verdict_is_one_sentence_and_comes_first() throws Exception {
        twoWeeks();
        Page page = open();
        assertThat(verdict(page)).hasText("Fine. $41.00 a day until Friday, December 4, payday in 12 days.");
        assertThat(page.locator("#verdict .sign")).hasAttribute("data-state", "fine");
        assertThat(page.locator("main h1, main h2").first()).hasId("verdict");
        browser.assertContent();
    }

    @Test
    void today_week_and_pay_period_stand_side_by_side() throws Exception {
        twoWeeks();
        Page page = open();
        Locator today = page.locator(".stretch").nth(0);
        assertThat(today).hasText("Today$41.00 is safe to spend");
        Locator week = page.locator(".stretch").nth(1);
        assertThat(week).containsText("This week$205.00 left of $300.00");
        assertThat(week).containsText("$41.00 a day for the 5 days left.");
        assertThat(week).containsText("Day 3 of 7, Nov 20 to Friday, November 27");
        Locator period = page.locator(".stretch").nth(2);
        assertThat(period).containsText("Until payday$505.00 left of $600.00");
        assertThat(period).containsText("$42.08 a day for the 12 days left.");
        assertThat(period).containsText("✓ $33.57 below an even pace");
        browser.assertContent();
    }

    @Test
    void the_equation_adds_up_and_each_term_opens_what_it_is_made_of() throws Exception {
        twoWeeks();
        json("PUT", "/bills/Phone", bill(40, 1));
        json("POST", "/income", "{\"title\":\"Flea market\",\"amount\":20,\"date\":\"2026-11-21\"}");
        Page page = open();
        assertThat(page.locator("#equation li"))
                .hasText(new String[] {"$1,520.00 paid", "− $940.00 committed", "− $95.00 spent", "= $485.00 left"});
        assertThat(page.locator("#made-of")).isEmpty();
        openTerm(page, "income");
        assertThat(parts(page)).hasText(new String[] {"main✓ received Nov 20$1,500.00", "Other income✓ no pay$20.00"});
        openTerm(page, "committed");
        assertThat(parts(page))
                .hasText(new String[] {"Phone○ due Dec 1$40.00", "Rent○ $900.00 left of $900.00$900.00"});
        assertThat(term(page, "income")).hasAttribute("aria-expanded", "false");
        openTerm(page, "spent");
        assertThat(parts(page)).hasText(new String[] {"Fun·$95.00"});
        term(page, "spent").press("Enter");
        assertThat(page.locator("#made-of")).isEmpty();
        assertThat(term(page, "spent")).isFocused();
        browser.assertContent();
    }

    @Test
    void what_a_term_is_made_of_sums_to_it_whatever_is_paid_refunded_or_planned() throws Exception {
        twoWeeks();
        json("PUT", "/bills/Phone", bill(40, 21));
        json("PUT", "/categories/Other:Tax", "{\"discretionary\":false}");
        for (String expense : List.of(
                "\"Phone\",\"amount\":40,\"category\":\"Other:Phone\",\"date\":\"2026-11-21\"",
                "\"Tax\",\"amount\":60.5,\"category\":\"Other:Tax\",\"date\":\"2026-11-21\"",
                "\"Back\",\"amount\":-5,\"category\":\"Fun\",\"date\":\"2026-11-22\"",
                "\"Fair\",\"amount\":30,\"category\":\"Fun\",\"date\":\"2026-11-28\"")) {
            json("POST", "/expenses", "{\"title\":" + expense + "}");
        }
        Page page = open();
        assertThat(page.locator("#equation li")).hasText(new String[] {
            "$1,500.00 paid", "− $1,000.50 committed", "− $90.00 spent", "− $30.00 planned", "= $379.50 left"
        });
        openTerm(page, "committed");
        assertThat(parts(page)).hasText(new String[] {
            "Phone✓ paid, due Nov 21$40.00",
            "Rent○ $900.00 left of $900.00$900.00",
            "Other committed money✓ set aside and used, or not discretionary$60.50"
        });
        openTerm(page, "spent");
        assertThat(parts(page)).hasText(new String[] {
            "Fun·$90.00", "Other·$100.50", "Less what is committed− bills, set-asides, not discretionary-$100.50"
        });
        assertThat(page.locator("#summary"))
                .containsText("$190.50 in 4 expensesNov 20 to Nov 22, 2026$90.00 of it spent, $100.50 committed");
        assertThat(page.locator(".legend tbody tr"))
                .hasText(new String[] {"Fun$90.0047%", "TaxOther, committed$60.5032%", "PhoneOther, committed$40.0021%"
                });
        assertThat(page.locator(".pie .slice")).hasCount(2);
        assertThat(page.locator(".category[data-category='Other'] [data-stretch=period]")
                        .first())
                .hasText("Pay period$100.50, all of it committed");
        page.locator("#span").selectOption("month");
        assertThat(page.locator("#summary")).containsText("Bills and what else is committed among them.");
        assertThat(page.locator(".border:not(:empty)"))
                .hasText(new String[] {"Still to come in this pay period", "This pay period, since Nov 20"});
        assertThat(page.locator(".expense", new Page.LocatorOptions().setHasText("pays the bill")))
                .hasText(new String[] {"PhoneOther › Phone, pays the bill Phone$40.00✕"});
        browser.assertContent();
    }

    @Test
    void what_is_carried_in_is_a_number_of_its_own() throws Exception {
        json("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-20\"}");
        json("PATCH", "/ledger", "{\"carry\":{\"mode\":\"both\"}}");
        for (String day : List.of("2026-10-23", "2026-11-06", "2026-11-20")) {
            json("POST", "/income", "{\"title\":\"Acme\",\"amount\":700,\"date\":\"" + day + "\"}");
        }
        Page page = open();
        assertThat(term(page, "carried")).hasText("$1,400.00 carried in");
        assertThat(page.locator(".history .line").first())
                .hasText("Nov 6 – Nov 19$0.00 of $1,400.00, $700.00 of it carried in$1,400.00 left");
        browser.assertContent();
    }

    @Test
    void a_late_bill_calls_for_care_and_is_named() throws Exception {
        twoWeeks();
        json("PUT", "/bills/Phone", bill(40, 21));
        Page page = open();
        assertThat(verdict(page)).containsText("Careful, as Phone is late. ");
        assertThat(page.locator("#verdict .sign")).hasAttribute("data-state", "careful");
        openTerm(page, "committed");
        assertThat(page.locator(".part.late")).hasText("Phone▲ late, due Nov 21$40.00");
        browser.assertContent();
    }

    @Test
    void missing_pay_calls_for_care_and_counts_on() throws Exception {
        json("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-02\"}");
        json("POST", "/income", "{\"amount\":1500,\"date\":\"2026-11-02\"}");
        Page page = open();
        assertThat(verdict(page)).containsText("Careful, as pay of main is missing. $0.00 a day until");
        openTerm(page, "income");
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
        assertThat(verdict(page)).containsText("$15.00 a day until");
        assertThat(page.locator(".stretch").nth(2))
                .containsText("$15.00 a day for the 9 days left, so that there is enough until more money comes.");
        browser.assertContent();
    }

    @Test
    void what_is_overspent_is_said_as_such() throws Exception {
        twoWeeks();
        json("POST", "/expenses", "{\"title\":\"Sofa\",\"amount\":700,\"category\":\"Fun\",\"date\":\"2026-11-22\"}");
        Page page = open();
        assertThat(verdict(page)).hasText("Over by $195.00 until Friday, December 4, payday in 12 days.");
        assertThat(page.locator("#period-left")).hasText("$195.00");
        assertThat(page.locator(".stretch").nth(2)).containsText("There is nothing more for the 12 days left.");
        browser.assertContent();
    }

    @Test
    void without_any_income_nothing_is_said_of_what_is_left() throws Exception {
        json("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4,\"date\":\"2026-11-21\"}");
        Page page = open();
        assertThat(verdict(page))
                .hasText("Not known. No income is recorded or expected, so nothing can be said of what is left.");
        assertThat(page.locator("#stretches")).containsText("$4.00 spent");
        assertThat(page.locator("#equation")).isEmpty();
        page.getByText("Set up pay").click();
        assertThat(page.locator("#settings")).isVisible();
        browser.assertContent();
    }

    @Test
    void a_month_without_a_payday_ends_on_a_day_and_not_on_a_payday() throws Exception {
        json("POST", "/income", "{\"amount\":90,\"date\":\"2026-11-02\"}");
        Page page = open();
        assertThat(verdict(page)).hasText("Fine. $10.00 a day until Tuesday, December 1, in 9 days.");
        assertThat(page.locator(".stretch").nth(2)).containsText("This period");
        browser.assertContent();
    }

    @Test
    void a_month_that_nothing_has_come_in_yet_says_so_and_how_to_set_up_pay() throws Exception {
        json("POST", "/income", "{\"title\":\"Wage\",\"amount\":1680,\"date\":\"2026-10-30\"}");
        Page page = open();
        assertThat(verdict(page)).containsText("Nothing has come in this month, and when pay comes is not known.");
        assertThat(page.getByText("Set up pay")).isVisible();
        json("POST", "/income", "{\"title\":\"Wage\",\"amount\":1680,\"date\":\"2026-11-20\"}");
        assertThat(verdict(page)).not().containsText("Nothing has come in");
        assertThat(page.getByText("Set up pay")).not().isVisible();
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

    private static Locator term(Page page, String name) {
        return page.locator("[data-term=" + name + "]");
    }

    private static void openTerm(Page page, String name) {
        term(page, name).click();
        assertThat(term(page, name)).hasAttribute("aria-expanded", "true");
    }

    private static Locator parts(Page page) {
        return page.locator("#made-of .part");
    }
}
