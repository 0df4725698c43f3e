package dev.payweek.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the text form of a condition, by descent over its few words. */
final class ConditionText {

    private final WordReader words;

    ConditionText(String text) {
        words = new WordReader(text, "when", "A condition reads like: title contains \"coffee\".");
    }

    Condition read() {
        Condition condition = condition(0);
        words.expectEnd();
        return condition;
    }

    private Condition condition(int depth) {
        if (depth > Condition.MAX_DEPTH) {
            throw words.malformed("no further nesting");
        }
        String word = words.word();
        return switch (word) {
            case "all" -> new Condition.All(parts(depth));
            case "any" -> new Condition.Any(parts(depth));
            case "not" -> negation(depth);
            default -> comparison(word);
        };
    }

    private Condition negation(int depth) {
        words.expect('(');
        Condition part = condition(depth + 1);
        words.expect(')');
        return new Condition.Not(part);
    }

    private List<Condition> parts(int depth) {
        List<Condition> parts = new ArrayList<>();
        words.expect('(');
        do {
            parts.add(condition(depth + 1));
        } while (words.accept(','));
        words.expect(')');
        return parts;
    }

    private Comparison comparison(String word) {
        Field field = Arrays.stream(Field.values())
                .filter(one -> one.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> words.malformed("one of "
                        + Arrays.stream(Field.values()).map(Field::word).collect(Collectors.joining(", "))));
        Operator operator =
                operator(field, words.word()).orElseThrow(() -> words.malformed("one of " + Comparison.known(field)));
        return Comparison.of(field, operator, values(field, operator));
    }

    private static Optional<Operator> operator(Field field, String word) {
        return field.operators().stream()
                .filter(one -> one.word().equalsIgnoreCase(word))
                .findFirst();
    }

    private List<String> values(Field field, Operator operator) {
        if (operator == Operator.BETWEEN) {
            String lowest = words.bare();
            if (!words.word().equals("and")) {
                throw words.malformed("\"and\"");
            }
            return List.of(lowest, words.bare());
        }
        if (operator == Operator.ONE_OF) {
            List<String> values = new ArrayList<>();
            words.expect('(');
            do {
                values.add(value(field));
            } while (words.accept(','));
            words.expect(')');
            return values;
        }
        return List.of(value(field));
    }

    private String value(Field field) {
        return field.isText() || words.isNext('"') ? words.quoted() : words.bare();
    }
}
