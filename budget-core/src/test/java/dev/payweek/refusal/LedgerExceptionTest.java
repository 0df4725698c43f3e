package dev.payweek.refusal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerExceptionTest {

    @Test
    void tells_every_problem_and_the_first_ones_message() {
        var checks = new Validation();
        checks.that(true, "fine", "fine", "Nothing is wrong.");
        checks.text("bank_text", "", 10);
        checks.textOrEmpty("note", "x".repeat(11), 10);
        checks.textOrEmpty("memo", "tab\t line\n break\r", 30);
        checks.add("splits/0", LedgerException.invalid("amount", "currency", "No."));
        checks.add("splits/1", LedgerException.invalid("", "whole", "Whole."));
        checks.add("splits/2", LedgerException.conflict("Clash."));
        LedgerException refusal = assertThrows(LedgerException.class, checks::refuseIfAny);
        assertEquals(Reason.INVALID, refusal.reason());
        assertEquals("The bank text must not be empty.", refusal.getMessage());
        assertEquals(
                List.of(
                        new FieldError("bank_text", "blank", "The bank text must not be empty."),
                        new FieldError("note", "too_long", "The note must not be longer than 10 characters."),
                        new FieldError("splits/0/amount", "currency", "No."),
                        new FieldError("splits/1", "whole", "Whole."),
                        new FieldError("splits/2", "invalid", "Clash.")),
                refusal.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u001F\u0002", "\u007F"})
    void text_of_nothing_but_control_characters_is_refused(String text) {
        var checks = new Validation();
        checks.textOrEmpty("note", text, 10);
        LedgerException refusal = assertThrows(LedgerException.class, checks::refuseIfAny);
        assertEquals(
                "The note must not contain control characters or half characters.",
                refusal.problems().get(0).message());
    }

    @Test
    void says_nothing_when_nothing_is_wrong() {
        assertDoesNotThrow(new Validation()::refuseIfAny);
    }

    @Test
    void each_kind_has_its_reason() {
        assertEquals(Reason.NOT_FOUND, LedgerException.notFound("x").reason());
        assertEquals(Reason.CONFLICT, LedgerException.conflict("x").reason());
        assertEquals("x", LedgerException.conflict("x").getMessage());
        assertEquals(List.of(), LedgerException.conflict("x").problems());
        var cause = new IllegalStateException("disk");
        LedgerException refusal = new LedgerException(Reason.STORE_FULL, "The store is full.", cause);
        assertSame(cause, refusal.getCause());
        assertEquals(Reason.STORE_FULL, refusal.reason());
        assertEquals(List.of(), refusal.problems());
    }

    @Test
    void a_message_repeats_the_first_eighty_characters_and_no_half_of_one() {
        assertEquals("x".repeat(80), Validation.excerpt("x".repeat(80)));
        assertEquals("x".repeat(80) + "…", Validation.excerpt("x".repeat(81)));
        assertEquals("x".repeat(79) + "…", Validation.excerpt("x".repeat(79) + "😀"));
    }
}
