package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.payweek.rest.http.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Every dialog of the page, so that what must hold of dialogs is seen in each; {@link DialogsTest} counts them. */
final class Dialogs {

    /** What opens over the page; of a service that asks for a token, that question too. */
    static final List<String> ALL = List.of("settings", "import", "changes", "lists", "entry", "token");

    private Dialogs() {}

    /** Starts a service that asks for a token, which is "right". */
    static Served asking() throws Exception {
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest("right".getBytes(StandardCharsets.UTF_8));
        return new Served(Served.NOON, Settings.guardedBy(HexFormat.of().formatHex(sha256)));
    }

    /** Opens one, with everything that unfolds in it; the page is of a service that asks where the token is meant. */
    static void open(Page page, String name) {
        if (name.equals("token")) {
            giveToken(page, "wrong");
            assertThat(page.locator("#token-wrong")).hasText("That is not the token of this service.");
        } else if (name.equals("entry")) {
            page.locator(".expense .open").first().click();
            assertThat(page.locator("#entry form").first()).isVisible();
            for (Locator unfolding :
                    page.locator("#entry .body > details > summary").all()) {
                unfolding.click();
            }
        } else {
            page.locator("#open-" + name).click();
            assertThat(page.locator("#" + name)).isVisible();
            ServedPage.unfoldLists(page);
        }
    }

    /** Answers the question for the token. */
    static void giveToken(Page page, String token) {
        page.locator("#token-value").fill(token);
        page.locator("#token-form button").click();
    }
}
