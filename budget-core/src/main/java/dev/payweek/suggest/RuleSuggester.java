package dev.payweek.suggest;

import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.PrintableText;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Condition;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.RuleSet;
import java.util.Optional;

/**
 * The rule that would have put an expense where a person has put it. A bank's words begin with the merchant and go on
 * with numbers of shops, cards and days, so the rule asks for the words before the first number: {@code
 * RuleSuggester.of(expense, rules)}. Safe for use by any number of threads.
 */
public final class RuleSuggester {

    private static final int MOST_WORDS = 4;
    private static final int SHORTEST = 3;

    private RuleSuggester() {}

    /** Returns the rule; nothing when the rules do that already or the text says too little. */
    public static Optional<RuleDraft> of(Expense expense, RuleSet rules) {
        Optional<CategoryRule> winner = rules.decide(expense.details(), EntryKind.EXPENSE);
        RuleAction there = RuleAction.of(new RuleAction.Categorise(expense.category()));
        boolean done = winner.filter(rule -> rule.then().outcome().equals(there.outcome()))
                .isPresent();
        String words = merchant(expense.details().originalText());
        if (done || words.length() < SHORTEST) {
            return Optional.empty();
        }
        // Asked after the rule that is wrong about this one, it would never be heard.
        Optional<Integer> priority = winner.flatMap(rules::freePriorityBefore);
        return Optional.of(new RuleDraft(
                PrintableText.cut(words, CategoryRule.MAX_NAME).strip(),
                priority,
                true,
                Optional.empty(),
                asking(words, expense),
                there));
    }

    /** Blanks in a bank's words may be more than one line shows; then the first word must do. */
    private static Condition asking(String words, Expense expense) {
        Comparison begins = Comparison.of(Field.TITLE, Operator.STARTS_WITH, words);
        return begins.holds(expense.details(), EntryKind.EXPENSE)
                ? begins
                : Comparison.of(Field.TITLE, Operator.CONTAINS, words.split(" ", 2)[0]);
    }

    /** The text itself when it begins with a number. */
    private static String merchant(String text) {
        String line = PrintableText.line(text, Comparison.MAX_TEXT);
        int end = 0;
        int words = 0;
        while (end < line.length() && words < MOST_WORDS) {
            int next = line.indexOf(' ', end + 1);
            int stop = next < 0 ? line.length() : next;
            if (line.substring(end, stop).chars().anyMatch(Character::isDigit)) {
                break;
            }
            end = stop;
            words++;
        }
        return end == 0 ? line : line.substring(0, end).strip();
    }
}
