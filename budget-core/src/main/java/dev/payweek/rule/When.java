package dev.payweek.rule;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A rule written as a sentence.
 *
 * <pre>{@code
 * when().title().contains("coffee").then("Fun:Coffee");
 * when().title().matches("^shell \\d+").amount().atLeast(Money.of("20", "USD")).then("Predictable Necessities:Gas");
 * when().anyOf(when().tag().is("gift"), when().note().contains("birthday")).then("Fun:Gifts").tagging("family");
 * when().then("Fun");          // refused: A combination needs at least one condition.
 * }</pre>
 *
 * <p>Each step refuses what {@link Comparison} or {@link Condition} refuses, at once.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class When {

    private final List<Condition> conditions;

    private When(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /** Returns the beginning of the sentence; further conditions must all hold. */
    public static When when() {
        return new When(List.of());
    }

    /** Returns a share of a split in per cent, 1 to 99, such as {@code share(60, "Fun:Coffee")}. */
    public static RuleAction.Share share(int percent, String category) {
        return new RuleAction.Share(percent, CategoryPath.of(category));
    }

    /** Names the words to judge by: the bank's own when there are any, else the title. */
    public TextStep title() {
        return new TextStep(Field.TITLE);
    }

    /** Names the bank's own words. */
    public TextStep bankText() {
        return new TextStep(Field.BANK_TEXT);
    }

    /** Names the account. */
    public TextStep account() {
        return new TextStep(Field.ACCOUNT);
    }

    /** Names the person's note. */
    public TextStep note() {
        return new TextStep(Field.NOTE);
    }

    /** Names the tags, of which one must compare. */
    public TextStep tag() {
        return new TextStep(Field.TAG);
    }

    /** Names the amount, whatever its currency. */
    public AmountStep amount() {
        return new AmountStep();
    }

    /** Names the day. */
    public DateStep date() {
        return new DateStep();
    }

    /** Adds that the day of the week is one of these. */
    public When weekday(DayOfWeek... days) {
        return oneOf(Field.WEEKDAY, days);
    }

    /** Adds that the entry is of one of these kinds. */
    public When kind(EntryKind... kinds) {
        return oneOf(Field.KIND, kinds);
    }

    /** Adds that at least one of the other sentences' conditions holds. */
    public When anyOf(When... others) {
        return and(new Condition.Any(Arrays.stream(others).map(When::condition).toList()));
    }

    /** Adds that the other sentence's condition does not hold. */
    public When not(When other) {
        return and(new Condition.Not(other.condition()));
    }

    /** Adds a condition made elsewhere. */
    public When and(Condition condition) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new When(more);
    }

    /** Ends the sentence: matching expenses belong to the category, such as {@code "Fun:Coffee"}. */
    public Sentence then(String category) {
        return new Sentence(condition(), RuleAction.category(category));
    }

    /** Ends the sentence: matching expenses are split, such as by {@code share(60, "Fun"), share(40, "Other")}. */
    public Sentence thenSplit(RuleAction.Share... shares) {
        return new Sentence(condition(), RuleAction.of(new RuleAction.SplitUp(List.of(shares))));
    }

    /** Ends the sentence: matching movements are transfers between own accounts. */
    public Sentence thenTransfer() {
        return new Sentence(condition(), RuleAction.of(new RuleAction.MarkTransfer()));
    }

    private Condition condition() {
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
    }

    private When compared(Field field, Operator operator, String... values) {
        return and(Comparison.of(field, operator, values));
    }

    private When oneOf(Field field, Enum<?>... constants) {
        String[] words = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return compared(field, words.length == 1 ? Operator.IS : Operator.ONE_OF, words);
    }

    /**
     * A finished sentence, not yet named or placed among the rules.
     *
     * @param when what must hold
     * @param then what is made of a match
     */
    public record Sentence(Condition when, RuleAction then) {

        /** Adds that matching imported entries get this title. */
        public Sentence renaming(String title) {
            return new Sentence(when, then.renaming(title));
        }

        /** Adds that matching entries get this tag. */
        public Sentence tagging(String tag) {
            return new Sentence(when, then.tagging(tag));
        }
    }

    /** A text that has been named and waits for its comparison. Letter case never counts. */
    public final class TextStep {

        private final Field field;

        private TextStep(Field field) {
            this.field = field;
        }

        /** The whole text is the value. */
        public When is(String value) {
            return compared(field, Operator.IS, value);
        }

        /** The whole text is one of the values. */
        public When oneOf(String... values) {
            return compared(field, Operator.ONE_OF, values);
        }

        /** The value occurs in the text. */
        public When contains(String value) {
            return compared(field, Operator.CONTAINS, value);
        }

        /** The text begins with the value. */
        public When startsWith(String value) {
            return compared(field, Operator.STARTS_WITH, value);
        }

        /** The text ends with the value. */
        public When endsWith(String value) {
            return compared(field, Operator.ENDS_WITH, value);
        }

        /** The regular expression is found in the text. */
        public When matches(String pattern) {
            return compared(field, Operator.MATCHES, pattern);
        }
    }

    /** The amount, waiting for its comparison. */
    public final class AmountStep {

        private AmountStep() {}

        /** The amount is exactly this. */
        public When is(Money value) {
            return compared(Operator.IS, value);
        }

        /** The amount is below this. */
        public When lessThan(Money value) {
            return compared(Operator.LESS_THAN, value);
        }

        /** The amount is this or below. */
        public When atMost(Money value) {
            return compared(Operator.AT_MOST, value);
        }

        /** The amount is above this. */
        public When greaterThan(Money value) {
            return compared(Operator.GREATER_THAN, value);
        }

        /** The amount is this or above. */
        public When atLeast(Money value) {
            return compared(Operator.AT_LEAST, value);
        }

        /** The amount is one of the two or lies between them. */
        public When between(Money lowest, Money highest) {
            return compared(Operator.BETWEEN, lowest, highest);
        }

        private When compared(Operator operator, Money... values) {
            return When.this.compared(
                    Field.AMOUNT,
                    operator,
                    Arrays.stream(values)
                            .map(value -> value.decimal().toPlainString())
                            .toArray(String[]::new));
        }
    }

    /** The day, waiting for its comparison. */
    public final class DateStep {

        private DateStep() {}

        /** It is this day. */
        public When on(LocalDate day) {
            return compared(Field.DATE, Operator.ON, day.toString());
        }

        /** It is an earlier day. */
        public When before(LocalDate day) {
            return compared(Field.DATE, Operator.BEFORE, day.toString());
        }

        /** It is a later day. */
        public When after(LocalDate day) {
            return compared(Field.DATE, Operator.AFTER, day.toString());
        }

        /** It is one of the two days or lies between them. */
        public When between(LocalDate first, LocalDate last) {
            return compared(Field.DATE, Operator.BETWEEN, first.toString(), last.toString());
        }
    }
}
