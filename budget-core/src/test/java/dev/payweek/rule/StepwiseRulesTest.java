package dev.payweek.rule;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules made step by step are those made of all their parts at once. */
class StepwiseRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final When.Sentence COFFEE =
            when().title().contains("coffee").then("Fun:Coffee");

    @Test
    void a_rule_is_in_use_for_every_day_until_it_is_said_otherwise() {
        assertEquals(
                new CategoryRule(7, 1, "coffee", 10, true, Optional.empty(), COFFEE.when(), COFFEE.then()),
                CategoryRule.of(7, 10, "coffee", COFFEE));
        assertEquals(
                new CategoryRule(7, 1, "coffee", 10, false, Optional.of(DAY), COFFEE.when(), COFFEE.then()),
                CategoryRule.of(7, 10, "coffee", COFFEE).validFrom(DAY).enabled(false));
    }

    @Test
    void a_draft_is_completed_in_any_order() {
        var whole = new RuleDraft("coffee", Optional.of(10), false, Optional.of(DAY), COFFEE.when(), COFFEE.then());
        RuleDraft plain = RuleDraft.of("coffee", COFFEE);
        assertEquals(whole, plain.withPriority(10).validFrom(DAY).disabled());
        assertEquals(whole, plain.disabled().validFrom(DAY).withPriority(10));
    }
}
