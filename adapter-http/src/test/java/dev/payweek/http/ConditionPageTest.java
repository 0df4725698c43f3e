package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions within conditions are made and changed on the page, and what is not touched stays as it was written. */
class ConditionPageTest extends ServedPage {

    private static final String NESTED = """
            {"name":"tea","priority":10,"valid_from":"2026-01-01","when":{"any":[
              {"all":[{"field":"title","op":"one_of","value":[" tea","Tee, loose"]},
                      {"field":"amount","op":"between","value":[4,4.50]},
                      {"any":[{"field":"note","op":"matches","value":"a|b"}]}]},
              {"field":"weekday","op":"one_of","value":["saturday","sunday"]},
              {"field":"date","op":"after","value":"2026-02-03"}]},
             "then":{"category":"Fun:Tea","rename":"Tea","tags":["drink"]}}""";

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void one_part_of_a_nested_condition_is_changed_and_the_rest_stays(int width) throws Exception {
        json("POST", "/rules", NESTED);
        String before = rules();
        Page page = browser.open(served.address().toString(), width);
        Locator tea = change(page, "rules", "tea");
        assertThat(tea.locator("fieldset .group .group .group")).hasCount(1);
        tea.locator("input[name=name]").fill("Tea");
        tea.locator("form > .main").click();
        assertThat(thing(page, "Tea")).hasCount(1);
        assertEquals(before.replace("\"name\":\"tea\"", "\"name\":\"Tea\""), rules());
        Locator again = change(page, "rules", "Tea");
        Locator amount = again.getByLabel("What the amount is compared with, to");
        assertThat(amount).hasValue("4.50");
        amount.fill("5");
        assertThat(again.locator(".understood").nth(1)).hasText("= $5.00");
        again.getByLabel("Not: condition").last().check();
        again.locator("form > .main").click();
        assertThat(thing(page, "Tea")).containsText("between $4.00 and $5.00");
        assertEquals(
                before.replace("\"name\":\"tea\"", "\"name\":\"Tea\"")
                        .replace("[4.00,4.50]", "[4.00,5.00]")
                        .replace(
                                "{\"field\":\"date\",\"op\":\"after\",\"value\":\"2026-02-03\"}",
                                "{\"not\":{\"field\":\"date\",\"op\":\"after\",\"value\":\"2026-02-03\"}}"),
                rules());
        assertEquals(true, page.evaluate("document.querySelector('#lists').scrollWidth <= innerWidth"));
        browser.assertContent();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_rule_of_groups_is_made_with_the_keyboard_alone(int width) throws Exception {
        Page page = browser.open(served.address().toString(), width);
        page.locator("#open-lists").click();
        page.locator("#list-rules > summary").click();
        page.locator("#list-rules .adding > summary").press("Enter");
        Locator form = page.locator("#add-rules");
        page.locator("#rule-new-name").focus();
        page.keyboard().type("weekend coffee");
        // The box for not, what is looked at, how, with what, away with it, another condition.
        tab(page, 4);
        page.keyboard().type("coffee");
        tab(page, 2);
        page.keyboard().press("Enter");
        assertThat(form.getByLabel("What is looked at").last()).isFocused();
        page.keyboard().type("weekday");
        tab(page, 1);
        page.keyboard().press("ArrowDown");
        // What was one day is one of some, of which the first is not meant.
        tab(page, 1);
        page.keyboard().press("Space");
        tab(page, 5);
        page.keyboard().press("Space");
        tab(page, 1);
        page.keyboard().press("Space");
        tab(page, 3);
        page.keyboard().press("Enter");
        assertThat(form.getByLabel("How many must hold").last()).isFocused();
        assertThat(form.getByLabel("How many must hold").last()).hasValue("any");
        form.getByLabel("What the title is compared with").nth(1).fill("corner");
        form.getByLabel("What the title is compared with").nth(2).fill("roast");
        page.locator("#rule-new-category").fill("Fun:Coffee");
        page.locator("#rule-new-category").press("Enter");
        assertThat(thing(page, "weekend coffee"))
                .containsText("If the title contains “coffee” and weekday is one of “saturday”, “sunday” and"
                        + " (title contains “corner” or title contains “roast”), it goes to Fun:Coffee.");
        assertTrue(
                rules().contains("{\"any\":[{\"field\":\"title\",\"op\":\"contains\",\"value\":\"corner\"},"
                        + "{\"field\":\"title\",\"op\":\"contains\",\"value\":\"roast\"}]}"),
                rules());
        Locator made = change(page, "rules", "weekend coffee");
        made.getByLabel("Remove this group").press("Enter");
        assertThat(made.getByLabel("What is looked at").last()).isFocused();
        made.getByLabel("Remove this condition").last().press("Enter");
        made.locator("form > .main").click();
        assertThat(thing(page, "weekend coffee")).containsText("If the title contains “coffee”, it goes to");
        browser.assertContent();
    }

    @Test
    void a_value_that_is_refused_is_said_at_its_field() throws Exception {
        json("POST", "/rules", NESTED);
        Page page = open();
        Locator tea = change(page, "rules", "tea");
        tea.getByLabel("What the note is compared with").fill("a(");
        tea.locator("form > .main").click();
        assertThat(tea.getByLabel("What the note is compared with")).hasAttribute("aria-invalid", "true");
        assertThat(tea.getByLabel("What the note is compared with")).isFocused();
        tea.getByLabel("What the note is compared with").fill("a");
        tea.getByLabel("What the amount is compared with, to").fill("1.2.3");
        tea.locator("form > .main").click();
        assertThat(tea.getByLabel("What the amount is compared with, to")).hasAttribute("aria-invalid", "true");
        assertTrue(rules().contains("a|b"), rules());
    }

    @Test
    void what_pays_a_bill_or_is_pay_is_conditions_too() throws Exception {
        json("PUT", "/sources/main", """
                {"primary":true,"versions":[{"schedule":{"kind":"monthly","day":25},"expected":1000}],
                 "match":{"field":"title","op":"contains","value":"acme"}}""");
        json("PUT", "/bills/Phone", """
                {"category":"Other:Phone","amount":40,"schedule":{"kind":"monthly","day":1}}""");
        Page page = open();
        Locator main = change(page, "sources", "main");
        main.getByText("Another condition").click();
        main.getByLabel("What the title is compared with").last().fill("corp");
        main.locator("form > .main").click();
        assertThat(thing(page, "main"))
                .containsText("recognised if the title contains “acme” and title contains “corp”");
        page.locator("#list-bills > summary").click();
        thing(page, "Phone").locator("[data-control=change]").click();
        thing(page, "Phone").getByText("Another condition").click();
        thing(page, "Phone").getByLabel("What the title is compared with").fill("telco");
        thing(page, "Phone").locator("form > .main").click();
        assertThat(thing(page, "Phone")).containsText("paid by what fits: title contains “telco”");
        thing(page, "Phone").locator("[data-control=change]").click();
        thing(page, "Phone").getByLabel("Remove this condition").click();
        thing(page, "Phone").locator("form > .main").click();
        assertThat(thing(page, "Phone")).not().containsText("telco");
        assertTrue(
                !served.get("/bills").text().contains("match"),
                served.get("/bills").text());
        browser.assertContent();
    }

    private String rules() throws Exception {
        return served.get("/rules").text().replaceAll("\"version\":\\d+", "");
    }

    private static void tab(Page page, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press("Tab");
        }
    }

    private static Locator change(Page page, String list, String title) {
        if (page.locator("#lists").count() == 0) {
            page.locator("#open-lists").click();
            page.locator("#list-" + list + " > summary").click();
        }
        thing(page, title).locator("[data-control=change]").click();
        return thing(page, title);
    }

    private static Locator thing(Page page, String title) {
        return page.locator("#lists .thing[data-thing='" + title + "']");
    }
}
