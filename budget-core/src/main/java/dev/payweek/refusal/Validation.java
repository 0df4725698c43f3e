package dev.payweek.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects every problem of a request before refusing it, so that a person corrects all at once.
 *
 * <pre>{@code
 * Money amount = Money.of("-4.50", "USD");
 * var checks = new Validation();
 * checks.text("title", "Rent", 200);
 * checks.that(amount.isPositive(), "amount", "not_positive", "The amount must be above zero.");
 * checks.refuseIfAny();      // refused: The amount must be above zero.
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class Validation {

    /** The most characters of a name, inclusive: of a ledger, an account, a rule, a reserve or of who made a change. */
    public static final int MAX_NAME = 80;

    /** How much of a text that is not understood a message repeats. */
    private static final int MAX_EXCERPT = 80;

    private final List<FieldError> problems = new ArrayList<>();

    /** Creates an empty collection. */
    public Validation() {}

    /** Notes a problem unless the condition holds. */
    public void that(boolean condition, String field, String code, String message) {
        if (!condition) {
            note(field, code, message);
        }
    }

    /** Notes a problem. */
    public void note(String field, String code, String message) {
        problems.add(new FieldError(field, code, message));
    }

    /** Returns what the action gives; if it refuses, nothing, and its problems are noted. */
    public <T> Optional<T> tried(Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (LedgerException refusal) {
            if (refusal.reason() != Reason.INVALID) {
                throw refusal;
            }
            add("", refusal);
            return Optional.empty();
        }
    }

    /**
     * Notes the problems of a refusal as problems inside the given field; as they are if that is empty.
     *
     * @throws LedgerException the refusal itself if it is the store's
     */
    public void add(String field, LedgerException refusal) {
        if (refusal.reason().isOfTheStore()) {
            throw refusal;
        }
        if (refusal.problems().isEmpty()) {
            problems.add(new FieldError(field, "invalid", refusal.getMessage()));
        }
        refusal.problems().forEach(problem -> problems.add(problem.inside(field)));
    }

    /**
     * Checks a text that people see. Notes {@code blank}, {@code too_long}, and {@code control_character} for control
     * characters other than tabs and line ends and for halves of surrogate pairs.
     *
     * @param maxLength the greatest number of characters allowed, inclusive, counted as {@link String#length} does
     */
    public void text(String field, String text, int maxLength) {
        if (text.isBlank()) {
            fault(field, "blank", "must not be empty.");
        }
        textOrEmpty(field, text, maxLength);
    }

    /** Checks a text that may be empty; see {@link #text}. */
    public void textOrEmpty(String field, String text, int maxLength) {
        if (text.length() > maxLength) {
            fault(field, "too_long", "must not be longer than " + maxLength + " characters.");
        }
        if (!isPrintable(text)) {
            fault(field, "control_character", "must not contain control characters or half characters.");
        }
    }

    /** Returns the beginning of a text, for a message that says what is wrong with it. */
    public static String excerpt(String text) {
        if (text.length() <= MAX_EXCERPT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_EXCERPT - 1)) ? MAX_EXCERPT - 1 : MAX_EXCERPT;
        return text.substring(0, end) + "…";
    }

    private void fault(String field, String code, String what) {
        note(field, code, "The " + field.replace('_', ' ') + " " + what);
    }

    /**
     * Returns when no problem was noted.
     *
     * @throws LedgerException with reason INVALID and all problems noted
     */
    public void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw LedgerException.invalid(problems);
        }
    }

    /** Returns whether a text has no control characters but tabs and line breaks, and no half characters. */
    public static boolean isPrintable(String text) {
        // Letters, digits and signs of plain text need no look into Unicode's tables.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                return text.codePoints().noneMatch(Validation::isUnprintable);
            }
        }
        return true;
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE
                || (Character.isISOControl(codePoint) && codePoint != '\t' && codePoint != '\n' && codePoint != '\r');
    }
}
