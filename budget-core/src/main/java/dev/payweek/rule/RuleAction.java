package dev.payweek.rule;

import dev.payweek.category.CategoryPath;
import dev.payweek.refusal.Refusal;
import java.util.function.UnaryOperator;

/**
 * What a matching rule makes of an entry. {@code toString} writes what {@link #parse} reads.
 */
public sealed interface RuleAction {

    /**
     * Puts an expense into a category.
     *
     * @param category where it belongs
     */
    record Categorise(CategoryPath category) implements RuleAction {
        @Override
        public String toString() {
            return "category " + category;
        }
    }

    /** Takes the movement as a transfer between own accounts. */
    record MarkTransfer() implements RuleAction {
        @Override
        public String toString() {
            return "transfer";
        }
    }

    /** Takes money that came in as a paycheck. */
    record MarkPaycheck() implements RuleAction {
        @Override
        public String toString() {
            return "paycheck";
        }
    }

    /** Returns the same action where categories have been moved. */
    default RuleAction moved(UnaryOperator<CategoryPath> where) {
        return this instanceof Categorise to ? new Categorise(where.apply(to.category())) : this;
    }

    /** Reads an action: {@code "category Fun:Coffee"}, {@code "transfer"} or {@code "paycheck"}. */
    static RuleAction parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("transfer")) {
            return new MarkTransfer();
        }
        if (stripped.equals("paycheck")) {
            return new MarkPaycheck();
        }
        if (stripped.startsWith("category ")) {
            return new Categorise(CategoryPath.of(stripped.substring("category ".length())));
        }
        throw Refusal.invalid(
                "then",
                "malformed",
                "An action is a category, \"transfer\" or \"paycheck\", not \"" + stripped + "\".");
    }
}
