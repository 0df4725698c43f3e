package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adding in one line: what was understood stands below it before it is added. */
class AddPageTest extends ServedPage {

    private static final String READ_ALL = """
            async (lines) => {
              const { bodyOf, readLine } = await import("/assets/add-line.js");
              const known = { today: "2026-11-22", categories: ["Fun", "Fun:Coffee"] };
              return lines.map((line) => {
                const { path, problem, ...read } = readLine(line, known);
                const { amount, date, ...others } = bodyOf({ path, ...read }, known.today);
                return [path, amount ?? problem ?? "", date, JSON.stringify(others)].join(" ");
              });
            }""";

    @BeforeEach
    void fill() throws Exception {
        twoWeeks();
        json("POST", "/rules", """
                {"name":"coffee","when":{"field":"title","op":"contains","value":"coffee"},
                 "then":{"category":"Fun:Coffee"}}""");
    }

    @Test
    void a_line_is_an_entry_of_its_kind() {
        List<List<String>> table = List.of(
                List.of("4.50 coffee", "/expenses 4.50 2026-11-22 {'title':'coffee'}"),
                List.of("coffee 4.50 yesterday #work", "/expenses 4.50 2026-11-21 {'title':'coffee','tags':['work']}"),
                List.of("corner coffee -3d $4", "/expenses 4.00 2026-11-19 {'title':'corner coffee'}"),
                List.of("7 eleven 3.20 friday", "/expenses 3.20 2026-11-20 {'title':'7 eleven'}"),
                List.of("9 tea sunday", "/expenses 9.00 2026-11-15 {'title':'tea'}"),
                List.of("9 sun cream", "/expenses 9.00 2026-11-22 {'title':'sun cream'}"),
                List.of("1,000 sofa 2026-11-02", "/expenses 1000.00 2026-11-02 {'title':'sofa'}"),
                List.of("12 desk 11/3", "/expenses 12.00 2026-11-03 {'title':'desk'}"),
                List.of("12 desk 12/24", "/expenses 12.00 2025-12-24 {'title':'desk'}"),
                List.of("5 USD tip", "/expenses 5.00 2026-11-22 {'title':'tip'}"),
                List.of("4.50 beans Fun:Coffee", "/expenses 4.50 2026-11-22 {'title':'beans','category':'Fun:Coffee'}"),
                List.of("4.50 8:30 show", "/expenses 4.50 2026-11-22 {'title':'8:30 show'}"),
                List.of("9 tea @cash", "/expenses 9.00 2026-11-22 {'title':'tea','account':'cash'}"),
                List.of("refund 12 shoes", "/expenses -12.00 2026-11-22 {'title':'shoes'}"),
                List.of("income 20 flea market", "/income 20.00 2026-11-22 {'title':'flea market'}"),
                List.of("paycheck 1500", "/income 1500.00 2026-11-22 {}"),
                List.of(
                        "transfer 100 savings @checking @savings",
                        "/transfers 100.00 2026-11-22 {'title':'savings','account':'checking','to_account':'savings'}"),
                List.of(
                        "1.000 sofa",
                        "/expenses USD has 2 decimals. If thousands are meant, write 1000.00. 2026-11-22 "
                                + "{'title':'1.000 sofa'}"),
                List.of("coffee", "/expenses  2026-11-22 {'title':'coffee'}"));
        Page page = open();
        assertThat(page.locator("#equation-left")).isVisible();
        Object read =
                page.evaluate(READ_ALL, table.stream().map(row -> row.get(0)).toList());
        assertEquals(table.stream().map(row -> row.get(1).replace('\'', '"')).toList(), read);
    }

    @Test
    void what_was_understood_and_the_category_of_the_rules_stand_below_before_it_is_added() throws Exception {
        Page page = open();
        Locator line = page.locator("#add-line");
        line.fill("4.50 corner coffee yesterday #work");
        assertThat(page.locator(".chip"))
                .hasText(new String[] {"= $4.50", "corner coffee", "Yesterday", "#work", "Fun:Coffee, by a rule"});
        assertEquals("1", served.get("/expenses?total").header("total-count").orElseThrow());
        line.press("Enter");
        assertThat(page.locator("#toasts")).containsText("Added “corner coffee”, $4.50, to Fun:Coffee");
        assertThat(line).hasValue("");
        assertThat(line).isFocused();
        assertThat(page.locator(".chip")).hasCount(0);
        assertTrue(served.get("/expenses").text().contains("\"date\":\"2026-11-21\",\"title\":\"corner coffee\""));

        line.fill("5 tea");
        assertThat(page.locator("[data-chip=date]")).hasCount(0);
        line.press("Enter");
        assertThat(page.locator("#toasts")).containsText("Added “tea”");
        assertTrue(served.get("/expenses").text().contains("\"date\":\"2026-11-22\",\"title\":\"tea\""));

        line.press("ArrowUp");
        assertThat(line).hasValue("5 tea");
        line.press("ArrowUp");
        assertThat(line).hasValue("4.50 corner coffee yesterday #work");
        line.press("ArrowDown");
        line.press("ArrowDown");
        assertThat(line).hasValue("");
        browser.assertContent();
    }

    @Test
    void income_is_added_and_undone_here_too() throws Exception {
        Page page = open();
        page.locator("#add-line").fill("income 20 flea market");
        assertThat(page.locator(".chip")).hasText(new String[] {"Income", "= $20.00", "flea market", "no pay"});
        page.locator("#add-line").press("Enter");
        assertThat(page.locator("#period-left")).hasText("$525.00");
        page.getByText("Undo").click();
        assertThat(page.locator("#period-left")).hasText("$505.00");
        browser.assertContent();
    }

    @Test
    void what_is_missing_doubtful_or_zero_is_said_at_the_line_and_stays_typed() throws Exception {
        Page page = open();
        Locator line = page.locator("#add-line");
        Locator error = page.locator("#add .error");
        line.fill("coffee");
        line.press("Enter");
        assertThat(error).hasText("An amount is missing, like 4.50.");
        assertThat(line).isFocused();
        line.fill("1.000 sofa");
        line.press("Enter");
        assertThat(error).hasText("USD has 2 decimals. If thousands are meant, write 1000.00.");
        line.fill("0 gift");
        line.press("Enter");
        assertThat(error).hasText("This is $0.00. Press Enter again if that is meant.");
        assertThat(line).hasValue("0 gift");
        assertEquals("1", served.get("/expenses?total").header("total-count").orElseThrow());
        line.press("Enter");
        assertThat(page.locator("#toasts")).containsText("Added “gift”, $0.00");
        browser.assertContent();
    }

    @Test
    void on_a_phone_a_fixed_button_opens_the_line_and_the_list_begins_on_the_first_screen() {
        Page page = browser.open(served.address().toString(), 390);
        assertThat(page.locator(".expense")).hasCount(1);
        assertTrue(page.locator("#expenses-title").boundingBox().y < 844, "the list begins too far down");
        Locator opener = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("+ Add"));
        assertThat(page.locator("#add-line")).isHidden();
        opener.click();
        assertThat(page.locator("#add-line")).isFocused();
        page.locator("#add-line").press("Escape");
        assertThat(page.locator("#add-line")).isHidden();
        assertThat(opener).isFocused();
        browser.assertContent();
    }
}
