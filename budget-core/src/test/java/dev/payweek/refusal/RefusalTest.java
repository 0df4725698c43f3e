package dev.payweek.refusal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    @Test
    void tells_every_problem_and_the_first_ones_message() {
        var checks = new Checks();
        checks.that(true, "fine", "fine", "Nothing is wrong.");
        checks.text("bank_text", "", 10);
        checks.optionalText("note", Optional.of("x".repeat(11)), 10);
        checks.optionalText("memo", Optional.of("tab\t line\n break\r"), 30);
        checks.optionalText("absent", Optional.empty(), 1);
        checks.add("splits/0", Refusal.invalid("amount", "currency", "No."));
        checks.add("splits/1", Refusal.invalid("", "whole", "Whole."));
        checks.add("splits/2", Refusal.conflict("Clash."));
        Refusal refusal = assertThrows(Refusal.class, checks::refuseIfAny);
        assertEquals(Reason.INVALID, refusal.reason());
        assertEquals("The bank text must not be empty.", refusal.getMessage());
        assertEquals(
                List.of(
                        new Problem("bank_text", "blank", "The bank text must not be empty."),
                        new Problem("note", "too_long", "The note must not be longer than 10 characters."),
                        new Problem("splits/0/amount", "currency", "No."),
                        new Problem("splits/1", "whole", "Whole."),
                        new Problem("splits/2", "invalid", "Clash.")),
                refusal.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u001F\u0002", "\u007F"})
    void text_of_nothing_but_control_characters_is_refused(String text) {
        var checks = new Checks();
        checks.optionalText("note", Optional.of(text), 10);
        Refusal refusal = assertThrows(Refusal.class, checks::refuseIfAny);
        assertEquals(
                "The note must not contain control characters or half characters.",
                refusal.problems().get(0).message());
    }

    @Test
    void says_nothing_when_nothing_is_wrong() {
        assertDoesNotThrow(new Checks()::refuseIfAny);
    }

    @Test
    void each_kind_has_its_reason() {
        assertEquals(Reason.NOT_FOUND, Refusal.notFound("x").reason());
        assertEquals(Reason.CONFLICT, Refusal.conflict("x").reason());
        assertEquals("x", Refusal.conflict("x").getMessage());
        assertEquals(List.of(), Refusal.conflict("x").problems());
        var cause = new IllegalStateException("disk");
        Refusal refusal = new Refusal(Reason.STORE_FULL, "The store is full.", cause);
        assertSame(cause, refusal.getCause());
        assertEquals(Reason.STORE_FULL, refusal.reason());
        assertEquals(List.of(), refusal.problems());
    }
}
