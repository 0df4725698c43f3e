package dev.payweek.match;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;

/**
 * A regular expression whose search takes time in proportion to the text, whatever the expression.
 *
 * <p>Known are literals, {@code .} for any character, classes {@code [a-z] [^0-9] \d \w \s} and their capitals, the
 * places {@code ^ $ \b \B}, groups, choices {@code |}, and repetitions {@code * + ? {2} {2,} {2,5}}. Letter case never
 * counts. There are no references back and no looking ahead, since these have no such bound.
 *
 * <pre>{@code
 * TextPattern.of("^shell \\d{4}\\b").isFoundIn("shell 1234 berlin");      // true
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class TextPattern {

    /** The most characters of a pattern, inclusive. */
    public static final int MAX_LENGTH = 256;

    /** The most instructions a pattern may take when its repetitions are written out, inclusive. */
    public static final int MAX_SIZE = 500;

    private final String source;
    private final Program program;
    private final String required;

    private TextPattern(String source, Node pattern) {
        this.source = source;
        this.program = new Program(pattern);
        this.required = pattern.required();
    }

    /**
     * Reads a pattern.
     *
     * @throws LedgerException at {@code value} if it is malformed, too long or too large, with the place where it goes
     * wrong
     */
    public static TextPattern of(String source) {
        var checks = new Validation();
        checks.text("value", source, MAX_LENGTH);
        checks.refuseIfAny();
        Node pattern = new PatternReader(source).read();
        if (pattern.size() >= MAX_SIZE) {
            throw LedgerException.invalid(
                    "value",
                    "pattern_too_large",
                    "The pattern is too large: its repetitions, written out, take more than " + MAX_SIZE + " steps.");
        }
        return new TextPattern(source, pattern);
    }

    /** Returns the text it was read from. */
    public String source() {
        return source;
    }

    /** Returns whether the pattern occurs somewhere in a case-folded text. */
    public boolean isFoundIn(String folded) {
        return folded.contains(required) && search(folded).found();
    }

    /** Returns a case-folded text without which the pattern is not found; empty when none is known. */
    public String required() {
        return required;
    }

    Program.Search search(String folded) {
        return program.search(folded);
    }

    int size() {
        return program.size();
    }
}
