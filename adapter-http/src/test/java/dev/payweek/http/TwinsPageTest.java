package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be one movement entered twice stands side by side on the page until somebody decides. */
class TwinsPageTest extends ServedPage {

    private static final byte[] FILE = "notebook\n03/04/2026 Book Nook\n".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void twins_stand_side_by_side_and_are_made_one_or_kept_two_and_either_comes_back(int width) throws Exception {
        byHand();
        served.send("POST", "/imports?date_format=D/M/Y", Map.of(), FILE);
        Page page = browser.open(served.address().toString(), width);
        page.locator("#open-lists").click();
        Locator pair = page.locator("#list-twins .thing");
        assertThat(pair.locator("tbody tr")).hasText(new String[] {
            "DateApr 3, 2026Apr 2, 2026", "WhatBook NookNovel", "Amount$12.00$12.00", "CategoryOtherFun", "Accountmain"
        });
        assertEquals(true, page.evaluate("""
                () => {
                  const [bank, hand] = document.querySelectorAll("#list-twins tbody tr:first-child td");
                  const dialog = document.querySelector("#lists");
                  return bank.getBoundingClientRect().right <= hand.getBoundingClientRect().left
                    && dialog.scrollWidth <= dialog.clientWidth;
                }"""));
        pair.getByText("Keep both").click();
        assertThat(pair).hasCount(0);
        assertThat(page.locator("#list-twins > summary")).isFocused();
        undo(page, "“Book Nook” and “Novel” stay two");
        assertThat(pair).hasCount(1);
        pair.getByText("Make them one").press("Enter");
        assertThat(pair).hasCount(0);
        assertThat(page.locator(".expense")).hasCount(1);
        assertTrue(served.get("/expenses").text().contains("\"bank_text\":\"Book Nook\""));
        undo(page, "“Book Nook” and “Novel” are one now");
        assertThat(pair).hasCount(1);
        assertThat(page.locator(".expense")).hasCount(2);
        browser.assertContent();
    }

    @Test
    void an_import_says_that_something_may_be_there_twice() throws Exception {
        byHand();
        Page page = open();
        page.locator("#open-import").click();
        page.locator("#import-file").setInputFiles(new FilePayload("bank.txt", "text/plain", FILE));
        page.getByText("D/M/Y").click();
        page.getByText("Import 1 entry").click();
        assertThat(page.locator("#toasts"))
                .containsText("Imported 1 from bank.txt; 1 entry seems to be there twice: see Rules and lists");
    }

    private void byHand() throws Exception {
        json("POST", "/expenses", "{\"title\":\"Novel\",\"amount\":12,\"category\":\"Fun\",\"date\":\"2026-04-02\"}");
    }

    private static void undo(Page page, String said) {
        Locator toast = page.locator("#lists .toasts .toast");
        assertThat(toast).containsText(said);
        toast.locator("button").click();
    }
}
