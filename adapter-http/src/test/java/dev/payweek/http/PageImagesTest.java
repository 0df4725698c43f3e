package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the pictures of the page that the README shows; -Dpayweek.write=true -Dtest=PageImagesTest. */
@EnabledIfSystemProperty(named = "payweek.write", matches = "true")
class PageImagesTest extends ServedPage {

    private static final Path DOCS = Path.of(System.getProperty("payweek.root", ".."), "docs");

    @Test
    void the_pictures_of_the_page_are_those_of_a_household() throws Exception {
        household();
        picture(1280, 1000, ColorScheme.LIGHT, "page.png");
        picture(390, 844, ColorScheme.DARK, "page-phone.png");
    }

    private void picture(int width, int height, ColorScheme colours, String name) throws Exception {
        Page page = browser.blank(width, "en-US");
        page.setViewportSize(width, height);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(served.address().toString());
        assertThat(page.locator(".expense").first()).isVisible();
        assertThat(page.locator("#history")).not().isEmpty();
        if (width > 640) {
            page.locator("#add-line").fill("4.50 corner coffee yesterday #work");
            assertThat(page.locator("[data-chip=category]")).isVisible();
            page.locator("[data-term=committed]").click();
        }
        byte[] picture = page.screenshot(new Page.ScreenshotOptions().setPath(DOCS.resolve(name)));
        assertTrue(picture.length > 10_000 && Files.size(DOCS.resolve(name)) == picture.length, name);
        page.close();
    }

    /** A made-up household in the third day of a week, with something of everything. */
    private void household() throws Exception {
        json("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-20\"}");
        for (String day : List.of("2026-10-23", "2026-11-06", "2026-11-20")) {
            json("POST", "/income", "{\"title\":\"Acme\",\"amount\":1680,\"date\":\"" + day + "\"}");
        }
        json("PUT", "/bills/Rent", """
                {"category":"Predictable Necessities:Rent","amount":600,"schedule":{"kind":"monthly","day":1},
                 "from":"2026-10-01"}""");
        json("PUT", "/bills/Phone", """
                {"category":"Predictable Necessities:Phone","amount":35,"schedule":{"kind":"monthly","day":21},
                 "from":"2026-10-01"}""");
        json("PUT", "/set-asides/Savings", "{\"amount\":150,\"from\":\"2026-10-01\"}");
        json("PUT", "/limits/Fun", "{\"amount\":120,\"per\":\"week\",\"from\":\"2026-10-01\"}");
        json("PUT", "/limits/Unpredictable%20Necessities", "{\"amount\":80,\"per\":\"week\",\"from\":\"2026-10-01\"}");
        json("POST", "/rules", """
                {"name":"coffee","when":{"field":"title","op":"contains","value":"coffee"},
                 "then":{"category":"Fun:Coffee"}}""");
        for (String expense : List.of(
                "Rent|600|Predictable Necessities:Rent|2026-11-01",
                "Phone|35|Predictable Necessities:Phone|2026-10-21",
                "Phone|35|Predictable Necessities:Phone|2026-11-21",
                "Green Grocer|62.35|Predictable Necessities:Groceries|2026-11-07",
                "Green Grocer|58.10|Predictable Necessities:Groceries|2026-11-14",
                "Museum|24|Fun:Outings|2026-11-08",
                "Dinner with Sam|48.60|Fun:Dining|2026-11-13",
                "Train tickets|72|Fun:Travel|2026-10-30",
                "Green Grocer|64.20|Predictable Necessities:Groceries|2026-11-21",
                "Corner Coffee|4.50|Fun:Coffee|2026-11-20",
                "Corner Coffee|4.50|Fun:Coffee|2026-11-22",
                "Cinema|31|Fun:Outings|2026-11-21",
                "Noodle Bar|42.80|Fun:Dining|2026-11-21",
                "Pharmacy|18.95|Unpredictable Necessities:Health|2026-11-20",
                "Bicycle repair|56|Unpredictable Necessities:Repairs|2026-11-22",
                "Birthday present|25|Other:Presents|2026-11-28")) {
            String[] parts = expense.split("\\|");
            json(
                    "POST",
                    "/expenses",
                    "{\"title\":\"%s\",\"amount\":%s,\"category\":\"%s\",\"date\":\"%s\"}".formatted((Object[]) parts));
        }
    }
}
