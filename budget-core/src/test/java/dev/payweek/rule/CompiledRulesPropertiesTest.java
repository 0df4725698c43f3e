package dev.payweek.rule;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.CaseFolding;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.testkit.Anything;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.NastyTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules asked one by one are what is meant; everything quicker must say the same. */
class CompiledRulesPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** Few words, so that conditions hold often and shadow each other. */
    private static String words(Dice dice) {
        return dice.percent(10)
                ? NastyTexts.line(dice)
                : String.join(
                        dice.oneOf(" ", ""), dice.listOf(1, 3, () -> dice.oneOf("a", "B", "ab", "Ba", "ß", "SS", "1")));
    }

    private static EntryDetails details(Dice dice) {
        return new EntryDetails(
                DAY.plusDays(dice.between(0, 9)),
                Money.ofMinor(dice.between(-3, 3), Money.currency("USD")),
                words(dice),
                dice.maybe(() -> dice.oneOf(words(dice), " ")),
                dice.maybe(() -> words(dice)),
                Optional.empty(),
                dice.listOf(0, 2, () -> words(dice)));
    }

    private static Comparison comparison(Dice dice) {
        return switch (dice.between(0, 6)) {
            case 0 ->
                Comparison.of(
                        Field.AMOUNT,
                        dice.oneOf(Operator.AT_LEAST, Operator.LESS_THAN, Operator.IS),
                        dice.oneOf("0", "0.01", "-0.01"));
            case 1 ->
                Comparison.of(
                        Field.DATE,
                        dice.oneOf(Operator.BEFORE, Operator.ON),
                        DAY.plusDays(dice.between(0, 9)).toString());
            case 2 ->
                Comparison.of(Field.TITLE, Operator.MATCHES, dice.oneOf("^a", "ab|b", "a+b$", "\\bb", "s{2}", "a. "));
            default -> {
                Operator operator = dice.oneOf(
                        Operator.IS,
                        Operator.ONE_OF,
                        Operator.CONTAINS,
                        Operator.CONTAINS,
                        Operator.STARTS_WITH,
                        Operator.ENDS_WITH);
                Field field = dice.oneOf(Field.TITLE, Field.TITLE, Field.BANK_TEXT, Field.ACCOUNT, Field.TAG);
                yield Comparison.of(
                        field, operator, dice.listOf(1, operator == Operator.ONE_OF ? 2 : 1, () -> words(dice)));
            }
        };
    }

    private static Condition condition(Dice dice, int depth) {
        if (depth == 0 || dice.percent(40)) {
            return comparison(dice);
        }
        return switch (dice.between(0, 2)) {
            case 0 -> new Condition.All(dice.listOf(1, 3, () -> condition(dice, depth - 1)));
            case 1 -> new Condition.Any(dice.listOf(1, 3, () -> condition(dice, depth - 1)));
            default -> new Condition.Not(condition(dice, depth - 1));
        };
    }

    private static CategoryRule rule(Dice dice, int i) {
        return new CategoryRule(
                i + 1L,
                1,
                "rule " + i,
                i,
                dice.percent(90),
                dice.percent(20) ? Optional.of(DAY.plusDays(dice.between(0, 9))) : Optional.empty(),
                condition(dice, dice.between(0, 3)),
                dice.oneOf(
                        RuleAction.category("Fun"),
                        RuleAction.category("Other"),
                        RuleAction.of(new RuleAction.MarkTransfer())));
    }

    private static List<CategoryRule> rules(Dice dice, int most) {
        List<CategoryRule> rules = new ArrayList<>();
        int size = dice.between(0, most);
        for (int i = 0; i < size; i++) {
            rules.add(rule(dice, i));
        }
        return rules;
    }

    @Test
    void compiled_rules_decide_as_the_rules_one_by_one() {
        forAll(10_000, dice -> {
            List<CategoryRule> rules = rules(dice, 12);
            EntryKind kind = dice.oneOf(EntryKind.values());
            var compiled = new CompiledRules(rules, kind);
            List<EntryDetails> some = dice.listOf(1, 4, () -> details(dice));
            for (int i = 0; i < 6; i++) {
                EntryDetails details = dice.oneOf(some);
                List<CategoryRule> matching = rules.stream()
                        .filter(rule -> rule.matches(details, kind))
                        .toList();
                assertEquals(matching.stream().findFirst(), compiled.decide(details), details + " " + rules);
                assertEquals(matching, compiled.matching(details), details + " " + rules);
            }
        });
    }

    @Test
    void a_set_says_the_same_before_and_after_it_compiles() {
        forAll(300, dice -> {
            RuleSet set = new RuleSet(rules(dice, 12));
            for (int i = 0; i < 40; i++) {
                EntryDetails details = details(dice);
                EntryKind kind = dice.oneOf(EntryKind.values());
                Optional<CategoryRule> first = set.inOrder().stream()
                        .filter(rule -> rule.matches(details, kind))
                        .findFirst();
                assertEquals(first, set.decide(details, kind));
            }
        });
    }

    @Test
    void what_texts_tell_is_right_however_many_share_a_place() {
        RuleSet set = new RuleSet(List.of(new CategoryRule(
                1,
                1,
                "sevens",
                1,
                true,
                Optional.empty(),
                Condition.parse("title ends_with \"7\""),
                RuleAction.category("Fun"))));
        for (int i = 0; i < 60_000; i++) {
            EntryDetails details = EntryDetails.of(DAY, Money.of("1", "USD"), "shop " + i * 31 % 40_000);
            assertEquals(
                    details.title().endsWith("7"),
                    set.decide(details, EntryKind.EXPENSE).isPresent(),
                    details.title());
        }
    }

    @Test
    void where_one_condition_implies_another_no_entry_says_otherwise() {
        forAll(20_000, dice -> {
            Condition one = condition(dice, 2);
            Condition other = condition(dice, 2);
            if (Implication.holds(one, other)) {
                for (int i = 0; i < 20; i++) {
                    EntryDetails details = details(dice);
                    EntryKind kind = dice.oneOf(EntryKind.values());
                    assertTrue(!one.holds(details, kind) || other.holds(details, kind), one + " => " + other);
                }
            }
        });
    }

    @Test
    void a_shadowed_rule_never_decides() {
        forAll(3_000, dice -> {
            RuleSet set = new RuleSet(rules(dice, 8));
            EntryDetails details = details(dice);
            EntryKind kind = dice.oneOf(EntryKind.values());
            set.decide(details, kind).ifPresent(rule -> assertEquals(Optional.empty(), set.shadowOf(rule)));
        });
    }

    @Test
    void what_must_occur_for_a_condition_to_hold_does() {
        forAll(10_000, dice -> {
            Condition condition = condition(dice, 3);
            EntryDetails details = details(dice);
            String words = CaseFolding.fold(details.originalText());
            RequiredTexts.of(condition).ifPresent(needles -> {
                boolean occurs = needles.texts().stream().anyMatch(words::contains);
                boolean holds = condition.holds(details, EntryKind.EXPENSE);
                assertTrue(!holds || occurs, condition + " of " + details);
                assertTrue(!occurs || !needles.sufficient() || holds, condition + " of " + details);
            });
        });
    }

    @Test
    void an_action_and_a_rule_are_read_as_they_are_written() {
        forAll(5_000, dice -> {
            RuleAction action = Anything.action(dice);
            assertEquals(action, RuleAction.parse(action.toString()));
        });
    }
}
