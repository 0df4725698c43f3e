package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other days than today, what is looked at kept in the address, and what would be. */
class PastPageTest extends ServedPage {

    @BeforeEach
    void fill() throws Exception {
        json("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-06\"}");
        json("POST", "/income", "{\"title\":\"Acme\",\"amount\":700,\"date\":\"2026-11-06\"}");
        json("POST", "/income", "{\"title\":\"Acme\",\"amount\":700,\"date\":\"2026-11-20\"}");
        expense("Concert", "400", "Fun", "2026-11-07");
        expense("Tea", "4", "Fun:Tea", "2026-11-21");
        expense("Book", "20", "Other", "2026-11-22");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void weeks_and_pay_periods_are_stepped_through_and_back_goes_back(int width) {
        Page page = browser.open(served.address().toString(), width);
        assertThat(page.locator("#as-of")).isHidden();
        press(page, "Week before");
        assertThat(page.locator("#as-of")).hasText("As of Thursday, November 19, by what is known now.");
        assertThat(page.locator("#period-left")).hasText("$300.00");
        press(page, "Pay period before");
        assertThat(page.locator("#as-of")).containsText("As of Thursday, November 5");
        press(page, "Pay period after");
        assertThat(page.locator("#as-of")).containsText("As of Thursday, November 19");
        page.goBack();
        assertThat(page.locator("#as-of")).containsText("As of Thursday, November 5");
        page.reload();
        assertThat(page.locator("#as-of")).containsText("As of Thursday, November 5");
        press(page, "Back to today");
        assertThat(page.locator("#as-of")).isHidden();
        assertThat(page.locator("#on-day")).isFocused();
        assertThat(page.locator("#period-left")).hasText("$676.00");
        press(page, "Week after");
        assertThat(page.locator("#as-of")).hasText("Looking ahead to Friday, November 27.");
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        browser.assertContent();
    }

    @Test
    void on_another_day_the_list_still_says_which_day_is_today() {
        Page page = browser.open(served.address() + "/?on=2026-11-19", 1280);
        assertThat(page.locator("#as-of")).containsText("November 19");
        assertThat(page.locator(".day").first()).hasText("Today");
        assertThat(page.locator(".border:not(:empty)"))
                .hasText(new String[] {"After that pay period", "That pay period, since Nov 6"});
        assertThat(page.locator(".stretch h2")).hasText(new String[] {"Nov 19", "Its week", "Until payday"});
        assertThat(page.locator("#today-left + span")).hasText(" safe to spend on that day");
        assertThat(page.locator("#verdict")).containsText("until Friday, November 20, payday the day after.");
        assertThat(page.locator("#span option").first()).hasText("Its week");
        browser.assertContent();
    }

    @Test
    void search_filters_and_what_is_listed_are_in_the_address() {
        Page page = open();
        assertThat(page.locator(".expense")).hasCount(3);
        page.locator("#filters summary").click();
        page.locator("#filter-category").fill("Fun");
        page.locator("#filter-category").press("Tab");
        assertThat(page.locator(".expense")).hasCount(2);
        page.locator("#filter-min").fill("10");
        page.locator("#filter-min").press("Tab");
        assertThat(page.locator(".expense")).hasCount(1);
        assertThat(page.locator("#filters summary")).hasText("Filter: on");
        page.goBack();
        assertThat(page.locator(".expense")).hasCount(2);
        page.locator("#find").fill("tea");
        assertThat(page.locator(".expense")).hasCount(1);
        page.reload();
        assertThat(page.locator(".expense")).hasCount(1);
        assertThat(page.locator("#find")).hasValue("tea");
        assertThat(page.locator("#filter-category")).hasValue("Fun");
        page.locator("#filters").getByText("Clear").click();
        page.locator("#find").fill("");
        assertThat(page.locator(".expense")).hasCount(3);
        page.locator("#entries-of").selectOption("income");
        assertThat(page.locator(".expense")).hasCount(2);
        page.reload();
        assertThat(page.locator("#entries-of")).hasValue("income");
        assertThat(page.locator(".expense")).hasCount(2);
        browser.assertContent();
    }

    @Test
    void an_address_that_makes_no_sense_shows_the_page_as_it_begins() {
        Page page = browser.open(served.address() + "/?list=elephants&on=yesterday&add=x", 1280);
        assertThat(page.locator(".expense")).hasCount(3);
        assertThat(page.locator("#entries-of")).hasValue("expenses");
        browser.assertContent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 concert| would leave $596.00, $49.20 a day.",
                "concert 80| would leave $596.00, $49.20 a day.",
                "700| would be over by $24.00: over then.",
            })
    void what_would_be_left_is_said_while_one_types_and_nothing_is_written(String typed, String said) throws Exception {
        String before = served.get("/changes").text();
        Page page = open();
        page.locator("#what-if-line").fill(typed);
        assertThat(page.locator("#what-if-answer p")).hasText(said.strip());
        assertThat(page.locator("#what-if-answer .ghost")).hasCount(1);
        page.locator("#what-if-line").fill("");
        assertThat(page.locator("#what-if-answer p")).hasCount(0);
        assertEquals(before, served.get("/changes").text());
        browser.assertContent();
    }

    @Test
    void what_cannot_be_supposed_is_said_where_it_was_asked() {
        Page page = open();
        page.locator("#what-if-line").fill("80 concert");
        assertThat(page.locator("#what-if-answer p")).containsText("would leave");
        page.route("**/budget/what-if", route -> route.abort());
        page.locator("#what-if-line").fill("90 concert");
        assertThat(page.locator("#what-if-answer")).hasText("The service cannot be reached. Is it still running?");
    }

    private void expense(String title, String amount, String category, String date) throws Exception {
        json(
                "POST",
                "/expenses",
                "{\"title\":\"" + title + "\",\"amount\":" + amount + ",\"category\":\"" + category + "\",\"date\":\""
                        + date + "\"}");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
