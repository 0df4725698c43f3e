package dev.payweek.budget;

import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.When;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person says of a rule before the ledger has numbered it.
 *
 * @param name what it is called
 * @param priority its place in the order, lowest first; after all others when absent
 * @param enabled whether it is asked
 * @param validFrom the first day whose entries it looks at
 * @param when what must hold
 * @param then what it makes of a match
 */
public record RuleDraft(
        String name,
        Optional<Integer> priority,
        boolean enabled,
        Optional<LocalDate> validFrom,
        Condition when,
        RuleAction then) {

    /** Returns a draft of a rule in use, asked after all others. */
    public static RuleDraft of(String name, When.Sentence sentence) {
        return new RuleDraft(name, Optional.empty(), true, Optional.empty(), sentence.when(), sentence.then());
    }
}
