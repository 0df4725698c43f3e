package dev.payweek.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.refusal.LedgerException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static Account account(String name, Map<String, String> reading) {
        return new Account(name, false, new TreeMap<>(reading));
    }

    private static Map<String, String> answers(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "a".repeat(i + 1), i -> "yes"));
    }

    private static List<String> problems(String name, Map<String, String> reading) {
        return assertThrows(LedgerException.class, () -> account(name, reading)).problems().stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    @Test
    void an_account_that_nobody_described_is_open_and_knows_nothing() {
        Account card = Account.of(" Card ");
        assertEquals("Card", card.name());
        assertFalse(card.closed());
        assertEquals(Map.of(), card.reading());
    }

    @Test
    void answers_replace_those_before_and_nothing_else() {
        Account closed = new Account("Card", true, new TreeMap<>(Map.of("sign", "minus")));
        Account answered = closed.reading(Map.of("date_format", "D/M/Y"));
        assertEquals("Card", answered.name());
        assertTrue(answered.closed());
        assertEquals(Map.of("date_format", "D/M/Y"), answered.reading());
        assertThrows(
                UnsupportedOperationException.class, () -> answered.reading().put("sign", "plus"));
    }

    @Test
    void the_bounds_themselves_are_taken() {
        assertEquals(80, Account.of("n".repeat(80)).name().length());
        assertEquals(20, account("Card", answers(20)).reading().size());
        Map<String, String> longest = Map.of("sign", "x".repeat(100));
        assertEquals(longest, account("Card", longest).reading());
        assertEquals(1, account("Card", Map.of("a".repeat(40), "yes")).reading().size());
    }

    @Test
    void every_problem_is_told_at_once() {
        assertEquals(
                List.of("name too_long", "reading/Sign malformed", "reading/sign too_long"),
                problems("n".repeat(81), Map.of("Sign", "plus", "sign", "x".repeat(101))));
        assertEquals(List.of("name blank", "reading too_many"), problems(" ", answers(21)));
        assertTrue(problems("Card", Map.of("sign", "a\nb")).contains("reading/sign control_character"));
    }
}
