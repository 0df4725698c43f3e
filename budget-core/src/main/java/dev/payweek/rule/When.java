package dev.payweek.rule;

import dev.payweek.category.CategoryPath;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule written as a sentence.
 *
 * <pre>{@code
 * when().title().contains("coffee").then("Fun:Coffee")
 * when().title().startsWith("SHELL").account().is("card").then("Predictable Necessities:Gas")
 * }</pre>
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

    /** Returns a condition on the words to judge by: the bank's own when there are any, else the title. */
    public TextStep title() {
        return new TextStep(TextField.TITLE);
    }

    /** Returns a condition on the bank's own words. */
    public TextStep bankText() {
        return new TextStep(TextField.BANK_TEXT);
    }

    /** Returns a condition on the account's name. */
    public TextStep account() {
        return new TextStep(TextField.ACCOUNT);
    }

    /** Adds a condition made elsewhere. */
    public When and(Condition condition) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new When(more);
    }

    /** Ends the sentence: matching expenses belong to the category, such as {@code "Fun:Coffee"}. */
    public Sentence then(String category) {
        return new Sentence(condition(), new RuleAction.Categorise(CategoryPath.of(category)));
    }

    /** Ends the sentence: matching movements are transfers between own accounts. */
    public Sentence thenTransfer() {
        return new Sentence(condition(), new RuleAction.MarkTransfer());
    }

    /** Ends the sentence: matching income is pay. */
    public Sentence thenPaycheck() {
        return new Sentence(condition(), new RuleAction.MarkPaycheck());
    }

    private Condition condition() {
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
    }

    /**
     * A finished sentence, not yet named or placed among the rules.
     *
     * @param when what must hold
     * @param then what is made of a match
     */
    public record Sentence(Condition when, RuleAction then) {}

    /** A text that has been named and waits for its comparison. Letter case never counts. */
    public final class TextStep {

        private final TextField field;

        private TextStep(TextField field) {
            this.field = field;
        }

        /** The whole text is the value. */
        public When is(String value) {
            return and(new Condition.Text(field, TextOperator.IS, value));
        }

        /** The value occurs in the text. */
        public When contains(String value) {
            return and(new Condition.Text(field, TextOperator.CONTAINS, value));
        }

        /** The text begins with the value. */
        public When startsWith(String value) {
            return and(new Condition.Text(field, TextOperator.STARTS_WITH, value));
        }

        /** The text ends with the value. */
        public When endsWith(String value) {
            return and(new Condition.Text(field, TextOperator.ENDS_WITH, value));
        }
    }
}
