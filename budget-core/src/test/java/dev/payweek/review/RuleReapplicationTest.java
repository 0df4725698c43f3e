package dev.payweek.review;

import static dev.payweek.testkit.Samples.details;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Transfer;
import dev.payweek.period.DateSpan;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleReapplicationTest {

    private static final RuleSet NO_RULES = new RuleSet(List.of());

    private final List<LocalDate> asked = new ArrayList<>();

    private DateSpan monthOf(LocalDate day) {
        asked.add(day);
        LocalDate first = day.withDayOfMonth(1);
        return new DateSpan(first, first.plusMonths(1));
    }

    private RuleReapplication from(RuleSet before, RuleSet after) {
        return new RuleReapplication(Optional.of(before), after, false, this::monthOf);
    }

    private static CategoryRule rule(long id, String when, RuleAction then) {
        return new CategoryRule(
                id,
                1,
                "r" + id,
                (int) id,
                true,
                Optional.empty(),
                Condition.parse("title contains \"" + when + "\""),
                then);
    }

    private static Expense decidedBy(long ruleId, EntryDetails details) {
        return expense(1, details, "Fun").withCategory(CategoryPath.of("Fun"), Provenance.rule(ruleId, 1));
    }

    private static Expense imported(EntryDetails details) {
        return new Expense(
                2,
                1,
                details,
                CategoryPath.of("Other"),
                Provenance.DEFAULT,
                List.of(),
                Optional.empty(),
                Optional.of(7L));
    }

    @Test
    void only_what_a_file_brought_becomes_a_transfer() {
        EntryDetails details = details("2026-11-20", "80.00", "Card payment");
        RuleSet rules = new RuleSet(List.of(rule(1, "card", RuleAction.parse("transfer"))));
        Expense byHand = expense(1, details, "Other").withCategory(CategoryPath.of("Other"), Provenance.DEFAULT);
        assertEquals(Optional.empty(), from(NO_RULES, rules).look(byHand));
        assertEquals(
                Optional.of(new Transfer(2, 1, details, Optional.empty(), Optional.of(7L))),
                from(NO_RULES, rules).look(imported(details)));
    }

    @Test
    void what_rules_had_decided_is_the_default_once_none_decides_it_even_by_a_rule_that_is_gone() {
        EntryDetails coffee = details("2026-11-20", "4.50", "Coffee");
        RuleSet before = new RuleSet(List.of(rule(2, "coffee", RuleAction.category("Other:Coffee"))));
        for (long rule : List.of(1L, 2L)) {
            assertEquals(
                    Optional.of(CategoryPath.of("Other")),
                    from(before, NO_RULES).look(decidedBy(rule, coffee)).map(entry -> ((Expense) entry).category()));
        }
    }

    @Test
    void the_period_of_a_day_is_asked_for_once_for_all_expenses_that_follow_in_it() {
        RuleSet after = new RuleSet(List.of(rule(1, "coffee", RuleAction.category("Fun:Coffee"))));
        RuleReapplication redeciding = from(NO_RULES, after);
        for (String day : List.of("2026-11-30", "2026-11-20", "2026-11-01", "2026-10-31")) {
            redeciding.look(imported(details(day, "4.50", "Coffee")));
        }
        assertEquals(List.of(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 10, 31)), asked);
        assertEquals(
                List.of("2026-11-01", "2026-10-01"),
                redeciding.diff(Optional.empty()).byPayPeriod().stream()
                        .map(flows -> flows.period().startInclusive().toString())
                        .toList());
    }
}
