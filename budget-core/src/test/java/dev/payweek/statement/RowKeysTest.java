package dev.payweek.statement;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowKeysTest {

    private static StatementRow row(String day, String amount, String title, String text, String id) {
        return new StatementRow(
                1,
                LocalDate.parse(day),
                new BigDecimal(amount),
                Optional.empty(),
                title,
                text,
                Optional.of(id).filter(one -> !one.isEmpty()),
                Optional.empty(),
                false,
                List.of());
    }

    private static String of(StatementRow row, String currency) {
        return new RowKeys().of(row, currency).text();
    }

    private static String key(String day, String amount, String text) {
        return of(row(day, amount, "", text, ""), "USD");
    }

    @Test
    void a_key_never_changes_from_version_to_version() {
        // The day, and 22 letters of: printf '2026-11-20\\n-4.5\\nUSD\\ntext\\ncoffee' | openssl sha256 -binary |
        // basenc --base64url
        assertEquals("20261120j1xo4cfolvPksAJZxtDigw", key("2026-11-20", "-4.50", "COFFEE"));
        assertEquals("20261120cvHY1Bw_9NkumLnKixrzzA", of(row("2026-11-20", "-4.50", "a", "a", "id7"), "USD"));
    }

    @Test
    void a_key_is_the_digest_of_day_amount_currency_and_words_each_in_its_line() {
        // Each is the 22 letters of the digest of the words beside it, as above.
        assertEquals("z8UBzwIQyPZaXk4-2SYWng", digest(row("2026-11-21", "0.00", "", "", "\u0080"))); // 2026-11-21 0 id
        assertEquals("66ucyb3fd1XQmewUxrfC0g", digest(row("2026-11-21", "0", "", "", "n\u00E9\u0080 1")));
        assertEquals("v0Z56RZf2dTb03-oxDUrMQ", digest(row("2026-11-21", "0.0000000000000000001", "x", "", "")));
        assertEquals("g131uJVTWg_vnfUk2VPrEw", digest(row("0999-12-31", "0", "x", "", ""))); // 0999-12-31
        assertEquals("MgVxN43q1oc9EKU-MyCIAQ", digest(row("+10000-01-01", "0", "x", "", ""))); // +10000-01-01
    }

    private static String digest(StatementRow row) {
        return of(row, "USD").substring(8);
    }

    @Test
    void blanks_before_and_after_the_words_tell_nothing() {
        String key = key("2026-11-20", "-4.50", "ATM Zoo");
        assertEquals(key, key("2026-11-20", "-4.50", "  atm zoo\r\n"));
        assertEquals(key, key("2026-11-20", "-4.50", "\tAtm\t zOO "));
        String wordless = of(row("2026-11-20", "-4.50", "", "", ""), "USD");
        assertEquals(wordless, of(row("2026-11-20", "-4.50", "\u000B", " \f", ""), "USD"));
    }

    @Test
    void the_same_words_are_the_same_however_they_are_set() {
        String key = key("2026-11-20", "-4.50", "Cafe\u0301 Strasse");
        assertEquals(key, key("2026-11-20", "-4.5", "  CAF\u00c9 \t STRASSE "));
        assertEquals(key, key("2026-11-20", "-4.500", "ｃafé straße"));
        assertEquals(key("2026-11-20", "100", "x"), key("2026-11-20", "1e2", "x"));
    }

    @Test
    void plain_words_are_told_as_unicodes_rules_would_tell_them() {
        forAll(2_000, dice -> {
            String amount = dice.between(-99_999, 99_999) + dice.oneOf("", ".", ".0", ".50", ".05", ".123");
            String text =
                    String.join("", dice.listOf(0, 12, () -> dice.oneOf("a", "B", "z", " ", "9", "\t", "-", ".")));
            // A letter of full width sends the words the long way; NFKC makes it a plain one.
            String longWay = text.replace('a', '\uFF41');
            String number = amount.endsWith(".") ? amount + "0" : amount;
            RowKeys keys = new RowKeys();
            RowKey one = keys.of(row("2026-11-20", number, "", "x" + text, ""), "USD");
            RowKey other = keys.of(
                    row("2026-11-20", number + (number.contains(".") ? "0" : ".0"), "", "\uFF58" + longWay, ""), "USD");
            assertEquals(one, other);
        });
    }

    @Test
    void an_amount_is_told_as_a_plain_number() {
        forAll(2_000, dice -> {
            BigDecimal amount = BigDecimal.valueOf(dice.between(Long.MIN_VALUE, Long.MAX_VALUE), dice.between(-3, 20));
            RowKeys keys = new RowKeys();
            RowKey key = keys.of(row("2026-11-20", amount.toString(), "", "x", ""), "USD");
            RowKey plain = keys.of(row("2026-11-20", amount.stripTrailingZeros().toPlainString(), "", "x", ""), "USD");
            assertEquals(plain, key);
        });
    }

    @Test
    void day_amount_currency_and_words_each_make_another_row() {
        String key = key("2026-11-20", "-4.50", "COFFEE");
        assertNotEquals(key, key("2026-11-21", "-4.50", "COFFEE"));
        assertNotEquals(key, key("2026-11-20", "4.50", "COFFEE"));
        assertNotEquals(key, key("2026-11-20", "-4.50", "COFFEES"));
        assertNotEquals(key, of(row("2026-11-20", "-4.50", "", "COFFEE", ""), "EUR"));
    }

    @Test
    void a_title_serves_where_there_is_no_text() {
        assertEquals(key("2026-11-20", "-4.50", "COFFEE"), of(row("2026-11-20", "-4.50", "Coffee", " ", ""), "USD"));
    }

    @Test
    void a_banks_id_counts_with_day_and_amount_and_not_the_words() {
        String key = of(row("2026-11-20", "-4.50", "a", "a", "id7"), "USD");
        assertEquals(key, of(row("2026-11-20", "-4.50", "b", "b", "id7"), "USD"));
        assertNotEquals(key, of(row("2026-11-20", "-4.50", "a", "a", "id8"), "USD"));
        assertNotEquals(key, of(row("2026-11-20", "-4.51", "a", "a", "id7"), "USD"));
        assertNotEquals(key, of(row("2026-11-21", "-4.50", "a", "a", "id7"), "USD"));
        assertNotEquals(key, key("2026-11-20", "-4.50", "id7"));
    }

    @Test
    void a_report_keeps_what_it_was_given() {
        Map<String, BigDecimal> sums = new HashMap<>(Map.of("USD", BigDecimal.ONE));
        ImportBatch batch =
                ImportBatch.begun(1, Instant.EPOCH, "f", "csv", "main").withCounts(0, 0, 0, 1);
        var part = new ImportReport.AccountPart(batch, "USD", sums, List.of(), 0);
        sums.clear();
        assertEquals(Map.of("USD", BigDecimal.ONE), part.sums());
        assertThrows(UnsupportedOperationException.class, () -> part.sums().clear());
        assertTrue(new ImportReport(false, "csv", List.of(part), List.of(), List.of()).hasRejects());
    }

    @Test
    void a_file_in_memory_can_be_read_again_and_again() throws IOException {
        StatementFile file = StatementFile.of("a.csv", "x".getBytes(StandardCharsets.UTF_8));
        assertEquals("a.csv", file.name());
        for (int i = 0; i < 2; i++) {
            try (var in = file.open()) {
                assertEquals("x", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void answers_are_found_by_parameter() {
        assertEquals(Optional.of("D/M/Y"), new ReadOptions(Map.of("date_format", "D/M/Y")).answer("date_format"));
        assertEquals(Optional.empty(), ReadOptions.NONE.answer("date_format"));
    }
}
