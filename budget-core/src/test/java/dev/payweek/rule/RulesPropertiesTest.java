package dev.payweek.rule;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.testkit.Anything;
import dev.payweek.testkit.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesPropertiesTest {

    private static EntryDetails details(Dice dice) {
        return Anything.details(dice, Anything.money(dice, Money.currency("USD")));
    }

    @Test
    void a_condition_is_read_as_it_is_written() {
        forAll(5_000, dice -> {
            Condition condition = Anything.condition(dice);
            assertEquals(condition, Condition.parse(condition.toString()));
        });
    }

    @Test
    void not_all_is_the_same_as_any_not() {
        forAll(5_000, dice -> {
            Condition one = Anything.comparison(dice);
            Condition other = Anything.condition(dice, 1);
            EntryDetails details = details(dice);
            EntryKind kind = dice.oneOf(EntryKind.values());
            assertEquals(
                    new Condition.Not(new Condition.All(List.of(one, other))).holds(details, kind),
                    new Condition.Any(List.of(new Condition.Not(one), new Condition.Not(other))).holds(details, kind));
        });
    }

    @Test
    void the_order_in_which_rules_are_given_does_not_matter() {
        forAll(2_000, dice -> {
            List<CategoryRule> rules = new ArrayList<>();
            int size = dice.between(0, 12);
            for (int i = 0; i < size; i++) {
                rules.add(Anything.rule(dice, i, 10 * i));
            }
            EntryDetails details = details(dice);
            EntryKind kind = dice.oneOf(EntryKind.values());
            Optional<CategoryRule> first =
                    rules.stream().filter(rule -> rule.matches(details, kind)).findFirst();
            RuleSet set = new RuleSet(dice.shuffled(rules));
            assertEquals(first, set.decide(details, kind));
            assertEquals(rules, set.inOrder());
        });
    }
}
