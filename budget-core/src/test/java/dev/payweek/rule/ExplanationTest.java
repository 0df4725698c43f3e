package dev.payweek.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.rule.Explanation.Asked;
import dev.payweek.rule.Explanation.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static CategoryRule rule(long id, int priority, String when, String then) {
        return new CategoryRule(
                id, 1, "r" + id, priority, true, Optional.empty(), Condition.parse(when), RuleAction.parse(then));
    }

    private static CategoryRule disabled(CategoryRule rule) {
        return new CategoryRule(
                rule.id(), 1, rule.name(), rule.priority(), false, rule.validFrom(), rule.when(), rule.then());
    }

    private static final RuleSet RULES = new RuleSet(List.of(
            disabled(rule(1, 10, "title contains \"coffee\"", "category Fun")),
            rule(2, 20, "kind is \"income\"", "category Fun"),
            new CategoryRule(
                    3,
                    1,
                    "r3",
                    30,
                    true,
                    Optional.of(DAY.plusDays(1)),
                    Condition.parse("title contains \"coffee\""),
                    RuleAction.category("Fun")),
            rule(4, 40, "all(title contains \"tea\", not(account is \"card\"))", "category Fun:Tea"),
            rule(7, 50, "any(all(tag is \"x\", amount at_least 4), title ends_with \"12\")", "category Fun:Coffee"),
            rule(9, 60, "title contains \"coffee\"", "category Other")));

    private static Expense expense(Provenance by) {
        EntryDetails details = new EntryDetails(
                DAY,
                Money.of("4.50", "USD"),
                "Coffee",
                Optional.of("CORNER COFFEE 12"),
                Optional.of("Card"),
                Optional.empty(),
                List.of("x", "y"));
        return new Expense(
                901, 1, details, CategoryPath.of("Fun:Coffee"), by, List.of(), Optional.empty(), Optional.empty());
    }

    private static List<Verdict> verdicts(Provenance by) {
        return RULES.explain(expense(by)).rules().stream().map(Asked::verdict).toList();
    }

    @Test
    void every_rule_is_told_with_what_became_of_it() {
        Explanation explanation = RULES.explain(expense(Provenance.rule(7, 1)));
        assertEquals(901, explanation.expense());
        assertEquals(CategoryPath.of("Fun:Coffee"), explanation.category());
        assertEquals(Provenance.rule(7, 1), explanation.provenance());
        assertEquals(RULES.version(), explanation.ruleSetVersion());
        assertEquals(Optional.of(7L), explanation.winner().map(CategoryRule::id));
        assertEquals(
                List.of(
                        Verdict.DISABLED,
                        Verdict.NOT_MATCHED,
                        Verdict.NOT_YET_VALID,
                        Verdict.NOT_MATCHED,
                        Verdict.DECIDED,
                        Verdict.SHADOWED),
                explanation.rules().stream().map(Asked::verdict).toList());
        assertEquals(
                List.of(false, false, false, false, true, true),
                explanation.rules().stream().map(Asked::matched).toList());
        assertEquals(
                List.of(false, false, false, false, true, false),
                explanation.rules().stream().map(Asked::decided).toList());
        assertEquals(
                List.of(Optional.empty(), Optional.of(7L)),
                explanation.rules().subList(4, 6).stream()
                        .map(Asked::shadowedBy)
                        .toList());
    }

    @Test
    void every_comparison_is_told_with_its_place_what_it_found_and_whether_it_held() {
        List<String> told = RULES.explain(expense(Provenance.DEFAULT)).rules().stream()
                .flatMap(asked -> asked.comparisons().stream())
                .map(one -> one.path() + " | " + one.comparison() + " | " + one.actual() + " | " + one.held())
                .toList();
        assertEquals(
                List.of(
                        " | title contains \"coffee\" | [CORNER COFFEE 12] | true",
                        "all[0] | title contains \"tea\" | [CORNER COFFEE 12] | false",
                        "all[1].not | account is \"card\" | [Card] | true",
                        "any[0].all[0] | tag is \"x\" | [x, y] | true",
                        "any[0].all[1] | amount at_least 4 | [4.50] | true",
                        "any[1] | title ends_with \"12\" | [CORNER COFFEE 12] | true"),
                told.subList(2, 8));
    }

    @Test
    void a_person_overrules_and_a_later_rule_would_decide() {
        assertEquals(Verdict.OVERRULED, verdicts(Provenance.MANUAL).get(4));
        assertEquals(Verdict.SHADOWED, verdicts(Provenance.MANUAL).get(5));
        assertEquals(Verdict.WOULD_DECIDE, verdicts(Provenance.DEFAULT).get(4));
        assertEquals(Verdict.WOULD_DECIDE, verdicts(Provenance.IMPORT_HINT).get(4));
        Explanation stale = RULES.explain(expense(Provenance.rule(9, 1)));
        assertEquals(Verdict.WOULD_DECIDE, stale.rules().get(4).verdict());
        assertEquals(Verdict.SHADOWED, stale.rules().get(5).verdict());
        assertEquals(true, stale.rules().get(5).decided());
        assertEquals(
                Optional.empty(),
                new RuleSet(List.of()).explain(expense(Provenance.DEFAULT)).winner());
    }

    @Test
    void the_version_of_a_set_tells_its_rules_in_their_versions() {
        CategoryRule one = rule(1, 1, "title is \"a\"", "transfer");
        CategoryRule two = rule(2, 2, "title is \"a\"", "transfer");
        long both = new RuleSet(List.of(one, two)).version();
        assertEquals(both, new RuleSet(List.of(two, one)).version());
        assertNotEquals(both, new RuleSet(List.of(one)).version());
        assertNotEquals(both, new RuleSet(List.of(one, two.withVersion(2))).version());
        assertNotEquals(
                new RuleSet(List.of(one.withVersion(2), two)).version(),
                new RuleSet(List.of(one, two.withVersion(2))).version());
        assertEquals(0, new RuleSet(List.of()).version());
        assertEquals(0, both >>> 52);
        assertEquals(1_884_711_055_822_501L, both);
    }

    @Test
    void finds_the_place_before_a_rule() {
        RuleSet set = new RuleSet(List.of(
                rule(1, 0, "title is \"a\"", "transfer"),
                rule(2, 8, "title is \"a\"", "transfer"),
                rule(3, 9, "title is \"a\"", "transfer"),
                rule(4, 1, "title is \"a\"", "transfer")));
        assertEquals(Optional.of(7), set.freePriorityBefore(set.find(3).orElseThrow()));
        assertEquals(Optional.of(7), set.freePriorityBefore(set.find(2).orElseThrow()));
        assertEquals(Optional.empty(), set.freePriorityBefore(set.find(4).orElseThrow()));
        assertEquals(Optional.empty(), set.find(5));
        CategoryRule second = rule(1, 1, "title is \"a\"", "transfer");
        assertEquals(Optional.of(0), new RuleSet(List.of(second)).freePriorityBefore(second));
    }
}
