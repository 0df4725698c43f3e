package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The page by axe's rules, light and dark, on a phone and a desk, with all that opens. Axe is not one of our libraries:
 * -Dpayweek.axe=FILE names the axe.min.js of an axe-core from npm.
 */
@EnabledIfSystemProperty(named = "payweek.axe", matches = ".+")
class AccessiblePageTest extends ServedPage {

    private static final String VIOLATIONS = """
            async () => (await axe.run()).violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target, failureSummary }) => [id, target.join(" "), failureSummary].join(": ")))""";

    private final List<String> found = new ArrayList<>();
    private String axe = "";

    @Test
    @Timeout(900)
    void axe_finds_nothing() throws Exception {
        twoWeeks();
        json("PUT", "/bills/Phone", """
                {"category":"Other:Phone","amount":40,"schedule":{"kind":"monthly","day":21},"from":"2026-11-20"}""");
        json("POST", "/rules", """
                {"name":"tea","when":{"any":[{"all":[{"field":"title","op":"one_of","value":["tea"]},
                 {"field":"amount","op":"between","value":[4,5]}]},{"field":"weekday","op":"one_of","value":["monday"]},
                 {"not":{"field":"date","op":"after","value":"2026-02-03"}}]},"then":{"category":"Fun"}}""");
        json("POST", "/expenses", "{\"title\":\"Novel\",\"amount\":12,\"date\":\"2026-04-02\"}");
        byte[] file = "notebook\n03/04/2026 Book Nook\n".getBytes(StandardCharsets.UTF_8);
        served.send("POST", "/imports?date_format=D/M/Y&account=card", Map.of(), file);
        axe = Files.readString(Path.of(System.getProperty("payweek.axe")));
        for (int width : List.of(390, 1280)) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                look(width, colours, "en-US");
            }
            for (String language : List.of("de-DE", "ja-JP", "ar")) {
                look(width, ColorScheme.LIGHT, language);
            }
        }
        try (Served asking = Dialogs.asking()) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                token(asking, 390, colours);
                token(asking, 1280, colours);
            }
        }
        assertEquals(List.of(), found);
    }

    private void look(int width, ColorScheme colours, String language) {
        String where = width + " " + colours + " " + language;
        Page page = browser.blank(width, language);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.navigate(served.address().toString());
        assertThat(page.locator(".expense")).hasCount(3);
        assertThat(page.locator("#history")).not().isEmpty();
        check(page, where);
        page.locator("[data-term=committed]").click();
        page.locator(".category summary").first().click();
        if (width < 640) {
            page.locator("#add-open").click();
        }
        page.locator("#add-line").fill("4.50 tea yesterday #work");
        page.locator("#add-line").press("Enter");
        assertThat(page.locator("#toasts")).not().isEmpty();
        page.locator("#add-line").fill("1.2.3 tea");
        check(page, where + " opened");
        if (width < 640) {
            page.locator("#add-close").click();
        }
        page.locator("#toasts button").click();
        page.locator("#open-settings").click();
        page.locator("#income-amount").fill("1.2.3");
        page.locator("#income-amount").press("Enter");
        assertThat(page.locator("#income-amount-error")).isVisible();
        check(page, where + " settings");
        page.keyboard().press("Escape");
        browser.assertContent();
        if (language.equals("en-US")) {
            dialogs(page, where);
        }
        page.close();
    }

    private void dialogs(Page page, String where) {
        for (String name : List.of("import", "changes", "lists")) {
            page.locator("#open-" + name).click();
            assertThat(page.locator("#" + name)).isVisible();
            if (name.equals("import")) {
                String file = "notebook\n03/04/2026 Book Nook\n";
                page.locator("#import-file")
                        .setInputFiles(
                                new FilePayload("bank.txt", "text/plain", file.getBytes(StandardCharsets.UTF_8)));
                assertThat(page.locator(".examples li").first()).isVisible();
                check(page, where + " question");
                page.getByText("D/M/Y").click();
                assertThat(page.locator("#import-result tbody tr").first()).isVisible();
            }
            unfoldLists(page);
            check(page, where + " " + name);
            page.keyboard().press("Escape");
        }
        Dialogs.open(page, "entry");
        assertThat(page.locator("#entry .why p").first()).isVisible();
        check(page, where + " entry");
        page.keyboard().press("Escape");
    }

    private void token(Served asking, int width, ColorScheme colours) {
        Page page = browser.blank(width, "en-US");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.navigate(asking.address().toString());
        assertThat(page.locator("#token")).isVisible();
        check(page, width + " " + colours + " token");
        Dialogs.open(page, "token");
        check(page, width + " " + colours + " wrong token");
        page.close();
    }

    private void check(Page page, String where) {
        page.evaluate(axe);
        for (Object violation : (List<?>) page.evaluate(VIOLATIONS)) {
            found.add(where + ": " + violation);
        }
    }
}
