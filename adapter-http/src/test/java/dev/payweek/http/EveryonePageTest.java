package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on paper, in colours of the person's own, with large text, and for those who hear it. */
class EveryonePageTest extends ServedPage {

    /** What is wider than where it stands, within the page or the dialog on top of it. */
    private static final String TOO_WIDE = """
            () => {
              const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.documentElement;
              return top.scrollWidth <= top.clientWidth ? "" : [...top.querySelectorAll("*")]
                .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth)
                .filter((one) => !one.closest(".scroll, .hidden, .skip, select, input"))
                .slice(-3).map((one) => one.outerHTML.slice(0, 120)).join(" and ") || "something";
            }""";

    /** What is on top, its buttons and its fields, as far as nothing shows where they end. */
    private static final String WITHOUT_EDGE = """
            () => {
              const top = [...document.querySelectorAll("dialog[open]")].at(-1);
              return [top, ...top.querySelectorAll("button:not(.plain), input, select, textarea")]
                .filter((one) => one.checkVisibility() && !one.matches("[type=checkbox], [type=file]"))
                .filter((one) => parseFloat(getComputedStyle(one).borderTopWidth) < 1)
                .map((one) => `${top.id}: ${one.outerHTML.slice(0, 120)}`);
            }""";

    /** Each live region that has changed, once. */
    private static final String LISTEN = """
            () => {
              window.heard = new Map();
              new MutationObserver((changes) => changes.forEach(({ target }) => {
                const element = target instanceof Element ? target : target.parentElement;
                const region = element?.closest("[aria-live]:not([aria-live=off]), [role=status], [role=alert]");
                region && !region.hidden && region.textContent.trim() && window.heard.set(region, region.textContent);
              })).observe(document.body, { subtree: true, childList: true, characterData: true });
            }""";

    @Test
    void on_paper_bars_pie_and_the_chosen_view_are_there_and_what_is_pressed_is_not() throws Exception {
        twoWeeks();
        Page page = browser.blank(1280, "en-US");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        page.navigate(served.address().toString());
        assertThat(page.locator(".pie")).isVisible();
        for (String shown : List.of(".track .spent", ".swatch", ".sign", ".slice")) {
            assertEquals("exact", style(page.locator(shown).first(), "printColorAdjust"), shown);
        }
        assertEquals("rgb(255, 255, 255)", style(page.locator(".card").first(), "backgroundColor"));
        for (String hidden : List.of("nav", "#add-line", ".steps", ".what-if", ".expense .plain", "#find")) {
            assertThat(page.locator(hidden).first()).isHidden();
        }
        assertThat(page.locator("#span")).isVisible();
        browser.assertContent();
    }

    @Test
    void in_forced_colours_bars_and_slices_are_still_different() throws Exception {
        twoWeeks();
        Page page = browser.blank(1280, "en-US");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        page.navigate(served.address().toString());
        assertThat(page.locator(".pie")).isVisible();
        assertEquals("1px", style(page.locator(".track").first(), "borderTopWidth"));
        assertEquals("none", style(page.locator(".track .spent").first(), "forcedColorAdjust"));
        assertEquals(style(page.locator(".slice.s0"), "stroke"), style(page.locator(".swatch.s0"), "backgroundColor"));
        browser.assertContent();
    }

    @Test
    void in_forced_colours_every_dialog_and_what_is_pressed_in_it_has_an_edge() throws Exception {
        twoWeeks();
        List<Object> without = new ArrayList<>();
        try (Served asking = Dialogs.asking()) {
            for (String name : Dialogs.ALL) {
                Page page = browser.blank(390, "en-US");
                page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
                page.navigate((name.equals("token") ? asking : served).address().toString());
                Dialogs.open(page, name);
                without.addAll((List<?>) page.evaluate(WITHOUT_EDGE));
                page.close();
            }
        }
        assertEquals(List.of(), without);
    }

    @Test
    void text_twice_as_large_fits_a_phone_in_every_dialog() throws Exception {
        twoWeeks();
        json("PUT", "/bills/Phone", """
                {"category":"Other:Phone","amount":40,"schedule":{"kind":"monthly","day":1},"from":"2026-11-20"}""");
        json("POST", "/rules", """
                {"name":"coffee","when":{"field":"title","op":"contains","value":"coffee"},
                 "then":{"category":"Fun:Coffee"}}""");
        Page page = browser.open(served.address().toString(), 390);
        page.evaluate("() => (document.documentElement.style.fontSize = '200%')");
        assertThat(page.locator("#history")).not().isEmpty();
        List<String> wide = new ArrayList<>();
        look(page, "the page", wide);
        page.locator("[data-term=committed]").click();
        page.locator(".category summary").first().click();
        page.locator("#filters summary").click();
        page.locator("#more-of-answer").click();
        look(page, "all that unfolds", wide);
        page.locator("#add-open").click();
        page.locator("#add-line").fill("4.50 tea yesterday #work");
        look(page, "adding", wide);
        page.locator("#add-close").click();
        for (String name : List.of("settings", "import", "changes", "lists", "entry")) {
            Dialogs.open(page, name);
            look(page, name, wide);
            page.keyboard().press("Escape");
        }
        browser.assertContent();
        try (Served asking = Dialogs.asking()) {
            Page token = browser.open(asking.address().toString(), 390);
            token.evaluate("() => (document.documentElement.style.fontSize = '200%')");
            Dialogs.open(token, "token");
            look(token, "token", wide);
        }
        assertEquals(List.of(), wide);
    }

    @Test
    void an_action_is_said_once_and_shortly() throws Exception {
        twoWeeks();
        Page page = open();
        assertThat(page.locator("#history")).not().isEmpty();
        page.evaluate(LISTEN);
        page.locator("#add-line").fill("4.50 tea");
        page.locator("#add-line").press("Enter");
        assertThat(page.locator(".expense")).hasCount(2);
        assertEquals(List.of("Added “tea”, $4.50, to OtherUndo"), heard(page));
        page.locator("#span").selectOption("week");
        assertThat(page.locator("#said")).hasText("$99.50 in 2 expenses");
        assertEquals(List.of("$99.50 in 2 expenses"), heard(page));
        page.locator("#find").fill("tea");
        assertThat(page.locator(".expense")).hasCount(1);
        assertEquals(List.of("1 entry"), heard(page));
        page.locator("#toasts button").click();
        assertThat(page.locator(".expense")).hasCount(0);
        assertEquals(List.of(), heard(page));
    }

    private static List<?> heard(Page page) {
        Object all = page.evaluate("() => { const all = [...heard.values()]; heard.clear(); return all; }");
        return (List<?>) all;
    }

    private static void look(Page page, String where, List<String> wide) {
        String found = (String) page.evaluate(TOO_WIDE);
        if (!found.isEmpty()) {
            wide.add(where + ": " + found);
        }
    }

    private static Object style(Locator element, String name) {
        return element.evaluate("(element, name) => getComputedStyle(element)[name]", name);
    }
}
