package dev.payweek.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {

    /** A Saturday. */
    private static final EntryDetails FACTS = new EntryDetails(
            LocalDate.of(2026, 11, 21),
            Money.of("4.50", "USD"),
            "Lunch",
            Optional.of("SHELL 1234 Straße"),
            Optional.of("Card"),
            Optional.empty(),
            List.of("Gift", "For Ann"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title one_of (\"a\", \"shell 1234 strasse\")| true",
                "title one_of (\"shell\", \"1234\")| false",
                "title matches \"^shell \\\\d{4}\"| true",
                "title matches \"^\\\\d\"| false",
                "bank_text matches \"STRASSE$\"| true",
                "tag is \"gift\"| true",
                "tag is \"for\"| false",
                "tag contains \"ANN\"| true",
                "tag one_of (\"x\", \"gift\")| true",
                "not(tag starts_with \"g\")| false",
                "amount is 4.50| true",
                "amount is 4.5| true",
                "amount is 4.51| false",
                "amount less_than 4.50| false",
                "amount less_than 4.5001| true",
                "amount at_most 4.50| true",
                "amount at_most 4.4999| false",
                "amount greater_than 4.50| false",
                "amount greater_than 4.4999| true",
                "amount at_least 4.50| true",
                "amount at_least 4.5001| false",
                "amount between 4.50 and 4.50| true",
                "amount between 4 and 4.49| false",
                "amount between -5 and +5| true",
                "date on 2026-11-21| true",
                "date on 2026-11-22| false",
                "date before 2026-11-21| false",
                "date before 2026-11-22| true",
                "date after 2026-11-21| false",
                "date after 2026-11-20| true",
                "date between 2026-11-21 and 2026-11-21| true",
                "date between 2026-11-22 and 2026-11-30| false",
                "weekday is saturday| true",
                "weekday is Sunday| false",
                "weekday one_of (SUNDAY, saturday)| true",
                "kind is expense| true",
                "kind one_of (income, transfer)| false",
                "kind is \"expense\"| true",
            })
    void compares_every_field(String condition, boolean holds) {
        assertEquals(holds, Condition.parse(condition).holds(FACTS, EntryKind.EXPENSE));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 5, true", "KWD, 5.000, true", "KWD, 5.001, false", "CLF, 5.0000, true", "CLF, 4.9999, false"})
    void amounts_are_compared_whatever_decimals_a_currency_has(String currency, String amount, boolean same) {
        EntryDetails details = EntryDetails.of(LocalDate.of(2026, 1, 1), Money.of(amount, currency), "x");
        assertEquals(same, Comparison.of(Field.AMOUNT, Operator.IS, "5").holds(details, EntryKind.INCOME));
        EntryDetails largest = EntryDetails.of(
                LocalDate.of(2026, 1, 1), Money.ofMinor(Money.MAX_MINOR_UNITS, Money.currency(currency)), "x");
        assertEquals(
                true, Comparison.of(Field.AMOUNT, Operator.GREATER_THAN, "5").holds(largest, EntryKind.INCOME));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount is 4.5| amount is 4.5",
                "amount is +04.50| amount is 4.50",
                "Weekday ONE_OF( Sunday,monday )| weekday one_of (sunday, monday)",
                "amount between 1 and 2| amount between 1 and 2",
                "title one_of(\"a\",\"b\")| title one_of (\"a\", \"b\")",
                "date on \"2026-01-02\"| date on 2026-01-02",
            })
    void is_written_as_it_is_read(String text, String written) {
        assertEquals(written, Condition.parse(text).toString());
        assertEquals(Condition.parse(text), Condition.parse(written));
    }

    @Test
    void two_are_equal_when_they_are_written_alike() {
        Comparison one = Comparison.of(Field.TITLE, Operator.IS, "a");
        assertEquals(one, Comparison.of(Field.TITLE, Operator.IS, List.of("a")));
        assertEquals(
                one.hashCode(), Comparison.of(Field.TITLE, Operator.IS, "a").hashCode());
        assertNotEquals(one, Comparison.of(Field.TITLE, Operator.IS, "A"));
        assertNotEquals(one, Comparison.of(Field.NOTE, Operator.IS, "a"));
        assertNotEquals(one, Comparison.of(Field.TITLE, Operator.CONTAINS, "a"));
        assertNotEquals(one, new Object());
        assertNotEquals(0, one.hashCode());
    }

    private static String problem(Field field, Operator operator, String... values) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> Comparison.of(field, operator, values));
        return String.join(
                " ",
                refusal.problems().stream()
                        .map(one -> one.field() + " " + one.code())
                        .toList());
    }

    @Test
    void refuses_what_makes_no_sense_with_every_problem() {
        assertEquals("op unknown_operator", problem(Field.AMOUNT, Operator.CONTAINS, "4"));
        assertEquals("op unknown_operator value wrong_count", problem(Field.KIND, Operator.BETWEEN, "income"));
        assertEquals("value wrong_count", problem(Field.AMOUNT, Operator.BETWEEN, "4"));
        assertEquals("value wrong_count", problem(Field.TITLE, Operator.IS, "a", "b"));
        assertEquals("value wrong_count", problem(Field.TITLE, Operator.ONE_OF));
        assertEquals(
                "value wrong_count",
                problem(
                        Field.TITLE,
                        Operator.ONE_OF,
                        Collections.nCopies(101, "a").toArray(String[]::new)));
        assertEquals(
                100,
                Comparison.of(Field.TITLE, Operator.ONE_OF, Collections.nCopies(100, "a"))
                        .values()
                        .size());
        assertEquals("value/0 blank value/2 too_long", problem(Field.TAG, Operator.ONE_OF, " ", "a", "x".repeat(201)));
        assertEquals("value wrong_amount", problem(Field.AMOUNT, Operator.IS, "1e9"));
        assertEquals("value wrong_amount", problem(Field.AMOUNT, Operator.IS, "1.00001"));
        assertEquals("value wrong_amount", problem(Field.AMOUNT, Operator.IS, "12345678901234"));
        assertEquals("value/0 wrong_amount value/1 wrong_amount", problem(Field.AMOUNT, Operator.BETWEEN, "a", "b"));
        assertEquals("value descending", problem(Field.AMOUNT, Operator.BETWEEN, "2", "1.99"));
        assertEquals("value descending", problem(Field.DATE, Operator.BETWEEN, "2026-01-02", "2026-01-01"));
        assertEquals("value wrong_date", problem(Field.DATE, Operator.ON, "2026-02-30"));
        assertEquals("value out_of_range", problem(Field.DATE, Operator.ON, "1899-12-31"));
        assertEquals("value unknown_word", problem(Field.WEEKDAY, Operator.IS, "caturday"));
        assertEquals("value pattern_too_large", problem(Field.TITLE, Operator.MATCHES, "(a{99}){99}"));
        assertEquals(
                "The field weekday is compared by is, one_of, not by before.",
                assertThrows(LedgerException.class, () -> Comparison.of(Field.WEEKDAY, Operator.BEFORE, "monday"))
                        .getMessage());
        assertEquals(
                "The operator one_of compares with 1 to 100 values, not with 0.",
                assertThrows(LedgerException.class, () -> Comparison.of(Field.KIND, Operator.ONE_OF))
                        .getMessage());
        assertEquals(
                "The operator between compares with two values, not with 1.",
                assertThrows(LedgerException.class, () -> Comparison.of(Field.DATE, Operator.BETWEEN, "2026-01-01"))
                        .getMessage());
        assertEquals(
                "The operator is compares with one value, not with 0.",
                assertThrows(LedgerException.class, () -> Comparison.of(Field.KIND, Operator.IS))
                        .getMessage());
        assertEquals(
                "One of expense, income, transfer is expected here.",
                assertThrows(LedgerException.class, () -> Comparison.of(Field.KIND, Operator.IS, "gift"))
                        .getMessage());
    }

    @Test
    void every_field_has_operators_and_every_operator_a_field() {
        List<Operator> used = Arrays.stream(Field.values())
                .flatMap(field -> field.operators().stream())
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of(Operator.values()), used);
        assertEquals(
                List.of(Field.TITLE, Field.BANK_TEXT, Field.ACCOUNT, Field.NOTE, Field.TAG),
                Arrays.stream(Field.values()).filter(Field::isText).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount between 1| '\"and\" at character 17'",
                "amount between 1 or 2| '\"and\" at character 20'",
                "amount is| 'a value at character 10'",
                "title one_of \"a\"| '''('' at character 14'",
                "title one_of (\"a\"| ''')'' at character 18'",
                "weekday before monday| 'one of is, one_of at character 15'",
                "amount is 4, 5| 'the end at character 12'",
            })
    void says_where_a_text_stops_making_sense(String text, String expected) {
        assertEquals(
                "A condition reads like: title contains \"coffee\". Expected " + expected + ".",
                assertThrows(LedgerException.class, () -> Condition.parse(text)).getMessage());
    }

    @Test
    void sentences_reach_every_operator() {
        Money two = Money.of("2.00", "USD");
        LocalDate day = LocalDate.of(2026, 11, 21);
        When sentence = When.when()
                .title()
                .oneOf("a", "b")
                .note()
                .matches("^x")
                .tag()
                .is("t")
                .amount()
                .is(two)
                .amount()
                .lessThan(two)
                .amount()
                .atMost(two)
                .amount()
                .greaterThan(two)
                .amount()
                .atLeast(two)
                .amount()
                .between(two, two)
                .date()
                .on(day)
                .date()
                .before(day)
                .date()
                .after(day)
                .date()
                .between(day, day)
                .weekday(DayOfWeek.FRIDAY)
                .kind(EntryKind.EXPENSE, EntryKind.TRANSFER)
                .not(When.when().account().is("x"))
                .anyOf(
                        When.when().title().is("p"),
                        When.when().title().is("q").note().is("r"));
        assertEquals(
                "all(title one_of (\"a\", \"b\"), note matches \"^x\", tag is \"t\", amount is 2.00, amount less_than"
                        + " 2.00, amount at_most 2.00, amount greater_than 2.00, amount at_least 2.00, amount between"
                        + " 2.00 and 2.00, date on 2026-11-21, date before 2026-11-21, date after 2026-11-21, date"
                        + " between 2026-11-21 and 2026-11-21, weekday is friday, kind one_of (expense, transfer),"
                        + " not(account is \"x\"), any(title is \"p\", all(title is \"q\", note is \"r\")))",
                sentence.then("Fun").when().toString());
        assertEquals(
                "rename \"T\" tag \"x\" tag \"y\" split 60% \"Fun\", 40% \"Other\"",
                sentence.thenSplit(When.share(60, "Fun"), When.share(40, "Other"))
                        .renaming("T")
                        .tagging("x")
                        .tagging("y")
                        .then()
                        .toString());
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void two_operators_take_a_list(Operator operator) {
        assertEquals(operator == Operator.ONE_OF || operator == Operator.BETWEEN, operator.takesList());
    }
}
