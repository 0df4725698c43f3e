package dev.payweek.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    static EntryDetails details(String title) {
        return EntryDetails.of(LocalDate.of(2026, 11, 21), Money.of("4.50", "USD"), title);
    }

    private static EntryDetails imported() {
        return new EntryDetails(
                LocalDate.of(2026, 11, 21),
                Money.of("4.50", "USD"),
                "Lunch",
                Optional.of("SHELL 1234 BERLIN"),
                Optional.of("Card"),
                Optional.of("with Ann"),
                List.of());
    }

    private static boolean holds(String condition, EntryDetails details) {
        return Condition.parse(condition).holds(details, EntryKind.EXPENSE);
    }

    private static Comparison text(String value) {
        return Comparison.of(Field.TITLE, Operator.CONTAINS, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title is \"shell 1234 berlin\"| true",
                "title is \"shell\"| false",
                "title contains \"1234\"| true",
                "title contains \"lunch\"| false",
                "title starts_with \"Shell\"| true",
                "title starts_with \"1234\"| false",
                "title ends_with \"berlin\"| true",
                "title ends_with \"shell\"| false",
                "bank_text contains \"shell\"| true",
                "account is \"card\"| true",
                "account is \"car\"| false",
                "note contains \"ANN\"| true",
                "all(title contains \"shell\", account is \"card\")| true",
                "all(title contains \"shell\", account is \"cash\")| false",
                "any(title contains \"esso\", account is \"card\")| true",
                "any(title contains \"esso\", account is \"cash\")| false",
                "not(account is \"cash\")| true",
                "not(account is \"card\")| false",
                "all(any(not(account is \"cash\")))| true",
            })
    void compares_the_texts_of_an_entry(String condition, boolean holds) {
        assertEquals(holds, holds(condition, imported()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank_text contains \"a\"", "account contains \"a\"", "note contains \"a\""})
    void what_is_absent_reads_as_empty(String condition) {
        assertFalse(holds(condition, details("banana")));
        assertTrue(holds("not(" + condition + ")", details("banana")));
    }

    @ParameterizedTest
    @CsvSource({
        "STRASSE 5, straße",
        "Straße 5, STRASSE",
        "STRAẞE 5, strasse",
        "TITLE, title",
        "ISTANBUL, istanbul",
        "İSTANBUL, i̇stanbul",
        "ΟΔΟΣΑΒ, ΟΔΟΣ",
        "Ünited, üNITED",
    })
    void letter_case_never_counts(String title, String value) {
        assertTrue(text(value).holds(details(title), EntryKind.EXPENSE));
    }

    @ParameterizedTest
    @CsvSource({"100%, 1_0%", "aXb, a.b", "aXb, a*b", "caf\u00e9, cafe"})
    void no_character_is_special(String title, String value) {
        assertFalse(text(value).holds(details(title), EntryKind.EXPENSE));
    }

    @Test
    void writes_quotes_and_backslashes_escaped() {
        assertEquals(
                "title contains \"a \\\"b\\\" \\\\ c\"", text("a \"b\" \\ c").toString());
        assertEquals(text("a \"b\" \\ c"), Condition.parse("title contains \"a \\\"b\\\" \\\\ c\""));
    }

    @Test
    void reads_any_letter_case_and_blanks_of_words() {
        assertEquals(
                "all(title contains \"x\", not(any(note is \"y\", account ends_with \"z\")))",
                Condition.parse(" all ( TITLE contains \"x\" ,\n not(any(note IS \"y\",account ends_with\"z\") ) ) ")
                        .toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| 'one of title, bank_text, account, note, tag, amount, date, weekday, kind at character 1'",
                "payee is \"x\"| 'one of title, bank_text, account, note, tag, amount, date, weekday, kind"
                        + " at character 6'",
                "title like \"x\"| 'one of is, one_of, contains, starts_with, ends_with, matches at character 11'",
                "title is x| '''\"'' at character 10'",
                "title is \"x| '''\"'' at character 12'",
                "title is \"x\\| '''\"'' at character 13'",
                "title is \"x\" or| 'the end at character 14'",
                "all| '''('' at character 4'",
                "all(title is \"x\"| ''')'' at character 17'",
                "all()| 'one of title, bank_text, account, note, tag, amount, date, weekday, kind at character 5'",
                "not(title is \"x\", title is \"y\")| ''')'' at character 17'",
                "all(all(all(all(title is \"x\"))))| 'no further nesting at character 17'",
            })
    void says_where_a_text_stops_making_sense(String text, String expected) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> Condition.parse(text));
        assertEquals("malformed", refusal.problems().get(0).code());
        assertEquals(
                "A condition reads like: title contains \"coffee\". Expected " + expected + ".", refusal.getMessage());
    }

    @Test
    void monstrous_texts_are_refused_without_ado() {
        assertEquals(
                "It must not have more than 100000 characters.",
                assertThrows(LedgerException.class, () -> Condition.parse("x".repeat(100_001)))
                        .getMessage());
        assertThrows(LedgerException.class, () -> Condition.parse("not(".repeat(25_000)));
        assertEquals(
                "malformed",
                assertThrows(LedgerException.class, () -> Condition.parse("x".repeat(100_000)))
                        .problems()
                        .get(0)
                        .code());
    }

    @Test
    void an_empty_value_would_hold_of_everything_and_is_refused() {
        for (String value : List.of("", "  ", "x".repeat(201), "a\0b")) {
            assertEquals(
                    "value",
                    assertThrows(LedgerException.class, () -> text(value))
                            .problems()
                            .get(0)
                            .field());
        }
        assertEquals(200, text("x".repeat(200)).values().get(0).length());
    }

    @Test
    void combinations_have_parts_and_a_bound() {
        Condition one = text("x");
        assertEquals(0, one.depth());
        assertEquals(1, new Condition.All(List.of(one)).depth());
        assertEquals(2, new Condition.Any(List.of(one, new Condition.Not(one))).depth());
        assertEquals(3, new Condition.Not(new Condition.All(List.of(new Condition.Not(one)))).depth());
        assertEquals(
                "A combination needs at least one condition.",
                assertThrows(LedgerException.class, () -> new Condition.All(List.of()))
                        .getMessage());
        assertEquals(
                100, new Condition.Any(Collections.nCopies(100, one)).parts().size());
        assertEquals(
                "A combination has at most 100 parts.",
                assertThrows(LedgerException.class, () -> new Condition.Any(Collections.nCopies(101, one)))
                        .getMessage());
        Condition deep = new Condition.Not(new Condition.Not(new Condition.Not(one)));
        assertEquals(
                "At most 3 combinations may lie inside each other.",
                assertThrows(LedgerException.class, () -> new Condition.Not(deep))
                        .getMessage());
    }
}
