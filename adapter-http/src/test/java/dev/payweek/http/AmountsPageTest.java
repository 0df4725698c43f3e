package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Amounts are read as the person's language writes them, or refused with the reason; a field says what it read. */
class AmountsPageTest extends ServedPage {

    private static final String READ_ALL = """
            async (cases) => {
              const { readAmount } = await import("/assets/amounts.js");
              return cases.map(([text, currency, locale]) => {
                const { amount = "", problem } = readAmount(text, currency, locale);
                return problem ?? amount;
              });
            }""";

    private static final String WRITE_AND_READ = """
            async ({ locales, currencies, amounts }) => {
              const { readAmount, writeAmount } = await import("/assets/amounts.js");
              const { decimalsOf } = await import("/assets/currencies.js");
              const wrong = [];
              let looked = 0;
              for (const locale of locales) {
                for (const currency of currencies) {
                  const digits = decimalsOf(currency);
                  const style = { style: "currency", currency };
                  const formats = [
                    style,
                    { ...style, currencyDisplay: "code" },
                    { ...style, currencySign: "accounting" },
                    { minimumFractionDigits: digits, maximumFractionDigits: digits },
                  ].map((options) => new Intl.NumberFormat(locale, options));
                  for (const one of amounts) {
                    const fixed = Number(one).toFixed(digits);
                    const amount = /[1-9]/.test(fixed) ? fixed : fixed.replace("-", "");
                    const ways = formats.map((way) => way.format(amount));
                    const written = [writeAmount(amount, currency, locale), ...ways];
                    for (const text of written) {
                      looked++;
                      const read = readAmount(text, currency, locale);
                      if (read.amount !== amount) {
                        wrong.push([locale, currency, text, amount, read.amount ?? read.problem].join(" | "));
                      }
                    }
                  }
                }
              }
              return { wrong, looked };
            }""";

    @Test
    void what_any_language_writes_is_read_as_that_amount() {
        Page page = open();
        Object result = page.evaluate(
                WRITE_AND_READ,
                Map.of(
                        "locales",
                                List.of(
                                        "en-US", "en-IN", "de-DE", "de-AT", "de-CH", "fr-FR", "fr-CH", "ja-JP", "ar-EG",
                                        "fa-IR", "hi-IN", "sv-SE", "pl-PL", "pt-PT", "es-ES", "he-IL", "bn-BD",
                                        "my-MM"),
                        "currencies", List.of("USD", "EUR", "JPY", "KWD", "CHF", "INR", "CAD", "CLF"),
                        "amounts",
                                List.of(
                                        "0",
                                        "4.5",
                                        "-4.5",
                                        "12",
                                        "999.99",
                                        "1000",
                                        "-1234.5",
                                        "1.234",
                                        "12.345",
                                        "-1234567.89",
                                        "100000")));
        var found = (Map<?, ?>) result;
        assertEquals(List.of(), found.get("wrong"));
        assertEquals(18 * 8 * 11 * 5, found.get("looked"));
        browser.assertContent();
    }

    @Test
    void what_is_typed_is_an_amount_or_refused_with_the_reason() {
        List<List<String>> table = List.of(
                List.of("1,000", "USD", "en-US", "1000.00"),
                List.of("1.000", "USD", "de-DE", "1000.00"),
                List.of("1,000", "KWD", "en-US", "1000.000"),
                List.of("1.000", "KWD", "en-US", "1.000"),
                List.of("1,000", "JPY", "en-US", "1000"),
                List.of("4,50", "USD", "en-US", "4.50"),
                List.of("1.234,50", "USD", "en-US", "1234.50"),
                List.of("1,234.50", "USD", "de-DE", "1234.50"),
                List.of("1.234.567", "USD", "en-US", "1234567.00"),
                List.of("1 234,5", "EUR", "fr-FR", "1234.50"),
                List.of("1\u202f234,50\u00a0€", "EUR", "fr-FR", "1234.50"),
                List.of("1’234.50", "CHF", "de-CH", "1234.50"),
                List.of("12,34,567.00", "INR", "en-IN", "1234567.00"),
                List.of("\u22125", "EUR", "en-US", "-5.00"),
                List.of("(12.00)", "EUR", "en-US", "-12.00"),
                List.of("($12.00)", "USD", "en-US", "-12.00"),
                List.of("$-5", "USD", "en-US", "-5.00"),
                List.of("5-", "USD", "en-US", "-5.00"),
                List.of("+5", "USD", "en-US", "5.00"),
                List.of(".5", "USD", "en-US", "0.50"),
                List.of("5 EUR", "EUR", "en-US", "5.00"),
                List.of("€5", "EUR", "en-US", "5.00"),
                List.of("٤٫٥٠", "USD", "en-US", "4.50"),
                List.of("１２", "JPY", "ja-JP", "12"),
                List.of("۱۲٬۳۴۵", "JPY", "fa-IR", "12345"),
                List.of("9007199254740993.01", "USD", "en-US", "9007199254740993.01"),
                List.of("1.000", "USD", "en-US", "USD has 2 decimals. If thousands are meant, write 1000.00."),
                List.of("1.000", "JPY", "en-US", "JPY has no decimals. If thousands are meant, write 1000."),
                List.of("12.345", "USD", "en-US", "USD has 2 decimals. If thousands are meant, write 12345.00."),
                List.of("1.5", "JPY", "ja-JP", "JPY has no decimals."),
                List.of("0.505", "USD", "en-US", "USD has 2 decimals."),
                List.of(
                        "1,234",
                        "USD",
                        "de-CH",
                        "“1,234” can be read in two ways. Please write it without a mark for thousands."),
                List.of("$5", "EUR", "en-US", other("US Dollar (USD)", "EUR")),
                List.of("5 USD", "EUR", "en-US", other("US Dollar (USD)", "EUR")),
                List.of("£5", "EUR", "en-US", other("British Pound (GBP)", "EUR")),
                List.of("$5", "CAD", "en-US", other("US Dollar (USD)", "CAD")),
                List.of("$5", "CAD", "en-CA", "5.00"),
                List.of("1.2.3", "USD", "en-US", "This is not read as an amount."),
                List.of("1,000,00", "USD", "en-US", "This is not read as an amount."),
                List.of("1 2", "USD", "en-US", "This is not read as an amount."),
                List.of("--5", "USD", "en-US", "This is not read as an amount."),
                List.of("-(5)", "USD", "en-US", "This is not read as an amount."),
                List.of("1e5", "USD", "en-US", "This is not read as an amount."),
                List.of("5%", "USD", "en-US", "This is not read as an amount."),
                List.of(",", "USD", "en-US", "This is not read as an amount."),
                List.of(" ", "USD", "en-US", ""));
        Object read = open().evaluate(READ_ALL, table);
        assertEquals(table.stream().map(row -> row.get(3)).toList(), read);
    }

    private static String other(String currency, String ledgers) {
        return "That is an amount in another currency, " + currency + "; this ledger is kept in " + ledgers + ".";
    }

    @Test
    void a_field_says_what_it_read_before_it_is_sent() throws Exception {
        twoWeeks();
        Page page = open();
        page.locator("#open-settings").click();
        Locator amount = page.locator("#income-amount");
        Locator said = page.locator("#income-amount-understood");
        amount.fill("1,000");
        assertThat(said).hasText("= $1,000.00");
        amount.fill("1.000");
        assertThat(said).hasText("USD has 2 decimals. If thousands are meant, write 1000.00.");
        amount.press("Enter");
        assertThat(page.locator("#income-amount-error")).containsText("USD has 2 decimals.");
        assertThat(amount).isFocused();
        assertThat(amount).hasValue("1.000");
        browser.assertContent();
    }

    @Test
    void a_german_reader_gets_back_what_was_typed_in_german() throws Exception {
        json("PATCH", "/ledger", "{\"currency\":\"EUR\"}");
        json("PUT", "/limits/Fun", "{\"amount\":1234.5,\"per\":\"week\",\"from\":\"2026-11-20\"}");
        Page page = browser.open(served.address().toString(), 1280, "de-DE");
        page.locator(".category[data-category='Fun'] summary").click();
        Locator amount = page.locator("#limit-fun-amount");
        assertThat(amount).hasValue("1234,50");
        amount.fill("1.000");
        assertThat(page.locator("#limit-fun-amount-understood")).hasText("= 1.000,00\u00a0€");
        amount.press("Enter");
        assertThat(page.locator("#toasts")).containsText("Limit for Fun set");
        assertTrue(served.get("/limits").text().contains("\"amount\":1000.00"));
        browser.assertContent();
    }

    @Test
    void zero_is_asked_about_once() throws Exception {
        twoWeeks();
        Page page = open();
        page.locator(".category[data-category='Fun'] summary").click();
        Locator amount = page.locator("#limit-fun-amount");
        amount.fill("0");
        amount.press("Enter");
        assertThat(page.locator("#limit-fun-amount-error")).hasText("This is $0.00. Send it again if that is meant.");
        assertTrue(served.get("/limits").text().contains("\"amount\":100.00"));
        amount.press("Enter");
        assertThat(page.locator("#toasts")).containsText("Limit for Fun set");
        assertTrue(served.get("/limits").text().contains("\"amount\":0.00"));
        browser.assertContent();
    }
}
