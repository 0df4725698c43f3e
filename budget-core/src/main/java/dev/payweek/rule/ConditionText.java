package dev.payweek.rule;

import dev.payweek.refusal.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the text form of a condition, by descent over its few words. */
final class ConditionText {

    private static final int MAX_LENGTH = 100_000;

    private final String text;
    private int at;

    ConditionText(String text) {
        this.text = text;
    }

    Condition read() {
        if (text.length() > MAX_LENGTH) {
            throw Refusal.invalid("when", "too_long", "A condition has at most " + MAX_LENGTH + " characters.");
        }
        Condition condition = condition(0);
        skipBlanks();
        if (at < text.length()) {
            throw malformed("the end");
        }
        return condition;
    }

    private Condition condition(int depth) {
        if (depth > Condition.MAX_DEPTH) {
            throw malformed("no further nesting");
        }
        String word = word();
        return switch (word) {
            case "all" -> new Condition.All(parts(depth));
            case "any" -> new Condition.Any(parts(depth));
            case "not" -> negation(depth);
            default ->
                new Condition.Text(constant(TextField.class, word), constant(TextOperator.class, word()), value());
        };
    }

    private Condition negation(int depth) {
        expect('(');
        Condition part = condition(depth + 1);
        expect(')');
        return new Condition.Not(part);
    }

    private List<Condition> parts(int depth) {
        List<Condition> parts = new ArrayList<>();
        expect('(');
        do {
            parts.add(condition(depth + 1));
        } while (accept(','));
        expect(')');
        return parts;
    }

    private <E extends Enum<E>> E constant(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            List<String> known = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toList();
            throw malformed("one of " + String.join(", ", known));
        }
    }

    private String word() {
        skipBlanks();
        int start = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    private String value() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        expect('"');
        return value.toString();
    }

    private boolean accept(char wanted) {
        skipBlanks();
        boolean there = at < text.length() && text.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            throw malformed("'" + wanted + "'");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Refusal malformed(String expected) {
        return Refusal.invalid(
                "when",
                "malformed",
                "A condition reads like: title contains \"coffee\". Expected " + expected + " at character " + (at + 1)
                        + ".");
    }
}
