package dev.payweek.rule;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.EntryKind;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {

    private static CategoryRule rule(long id, String name, int priority, When.Sentence sentence) {
        return new CategoryRule(id, 1, name, priority, true, Optional.empty(), sentence.when(), sentence.then());
    }

    private static CategoryRule coffee(boolean enabled, Optional<LocalDate> from, RuleAction then) {
        return new CategoryRule(1, 1, "coffee", 10, enabled, from, Condition.parse("title contains \"coffee\""), then);
    }

    private static final RuleAction FUN = RuleAction.category("Fun");

    @Test
    void the_first_match_by_priority_wins_however_special_another_is() {
        RuleSet rules = new RuleSet(List.of(
                rule(1, "corner", 20, when().title().is("corner coffee").then("Fun:Corner")),
                rule(2, "coffee", 10, when().title().contains("coffee").then("Fun:Coffee")),
                rule(3, "tea", 5, when().title().contains("tea").then("Fun:Tea"))));
        assertEquals(
                List.of("tea", "coffee", "corner"),
                rules.inOrder().stream().map(CategoryRule::name).toList());
        assertEquals(
                Optional.of("coffee"),
                rules.decide(ConditionTest.details("Corner Coffee"), EntryKind.EXPENSE)
                        .map(CategoryRule::name));
        assertEquals(Optional.empty(), rules.decide(ConditionTest.details("Beer"), EntryKind.EXPENSE));
    }

    @Test
    void two_rules_never_share_a_priority() {
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> new RuleSet(List.of(
                        rule(1, "a", 10, when().title().is("a").then("Fun")),
                        rule(2, "b", 20, when().title().is("b").then("Fun")),
                        rule(3, "c", 20, when().title().is("c").then("Fun")))));
        assertEquals(Reason.CONFLICT, refusal.reason());
        assertEquals("The rules \"b\" and \"c\" share the priority 20.", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "9, 10", "10, 20", "15, 20", "999990, 1000000", "1000000, 1000000"})
    void the_next_priority_is_a_multiple_of_ten_after_the_last(int last, int next) {
        RuleSet rules =
                new RuleSet(List.of(rule(1, "a", last, when().title().is("a").then("Fun"))));
        assertEquals(next, rules.nextPriority());
        assertEquals(10, new RuleSet(List.of()).nextPriority());
    }

    @Test
    void a_rule_is_asked_only_when_enabled_and_from_its_first_day_on() {
        var details = ConditionTest.details("coffee");
        assertTrue(coffee(true, Optional.empty(), FUN).matches(details, EntryKind.EXPENSE));
        assertFalse(coffee(false, Optional.empty(), FUN).matches(details, EntryKind.EXPENSE));
        assertTrue(coffee(true, Optional.of(details.date()), FUN).matches(details, EntryKind.EXPENSE));
        assertFalse(coffee(true, Optional.of(details.date().plusDays(1)), FUN).matches(details, EntryKind.EXPENSE));
        assertTrue(coffee(true, Optional.of(details.date().minusDays(1)), FUN).matches(details, EntryKind.EXPENSE));
        assertFalse(coffee(true, Optional.empty(), FUN).matches(ConditionTest.details("tea"), EntryKind.EXPENSE));
    }

    @ParameterizedTest
    @CsvSource({
        "category Fun, EXPENSE, true",
        "category Fun, INCOME, false",
        "category Fun, TRANSFER, false",
        "transfer, EXPENSE, true",
        "transfer, INCOME, true",
        "transfer, TRANSFER, true",
    })
    void an_action_fits_its_kinds_of_entries(String then, EntryKind kind, boolean fits) {
        assertEquals(
                fits,
                coffee(true, Optional.empty(), RuleAction.parse(then)).matches(ConditionTest.details("coffee"), kind));
    }

    @Test
    void a_rule_that_cannot_be_is_refused() {
        Condition any = Condition.parse("title is \"x\"");
        LedgerException both = assertThrows(
                LedgerException.class, () -> new CategoryRule(1, 1, "", -1, true, Optional.empty(), any, FUN));
        assertEquals(
                List.of("name", "priority"),
                both.problems().stream().map(problem -> problem.field()).toList());
        assertThrows(
                LedgerException.class, () -> new CategoryRule(1, 1, "x", 1_000_001, true, Optional.empty(), any, FUN));
        assertThrows(
                LedgerException.class,
                () -> new CategoryRule(1, 1, "x", 1, true, Optional.of(LocalDate.of(1800, 1, 1)), any, FUN));
        assertEquals(
                1_000_000,
                new CategoryRule(1, 1, "x".repeat(80), 1_000_000, true, Optional.empty(), any, FUN).priority());
        assertEquals(0, new CategoryRule(1, 1, "x", 0, true, Optional.empty(), any, FUN).priority());
    }

    @Test
    void another_action_makes_the_next_version_and_a_category_names_the_version_it_comes_from() {
        CategoryRule rule =
                new CategoryRule(7, 3, "x", 10, true, Optional.empty(), Condition.parse("amount is 5"), FUN);
        CategoryRule other = rule.doing(RuleAction.category("Other"));
        assertEquals(4, other.version());
        assertEquals("category Other", other.then().toString());
        assertEquals(7, other.id());
        assertEquals("RULE 7 3", rule.provenance().toString());
    }

    @Test
    void a_rule_reads_like_a_sentence() {
        assertEquals(
                "title contains \"coffee\"",
                when().title().contains("coffee").then("Fun:Coffee").when().toString());
        assertEquals(
                "category Fun:Coffee",
                when().title().contains("coffee").then(" Fun : Coffee").then().toString());
        assertEquals(
                "all(title starts_with \"SHELL\", account is \"card\", bank_text ends_with \"X\")",
                when().title()
                        .startsWith("SHELL")
                        .account()
                        .is("card")
                        .bankText()
                        .endsWith("X")
                        .thenTransfer()
                        .when()
                        .toString());
        assertEquals("transfer", when().title().is("x").thenTransfer().then().toString());
        assertEquals(
                "note is \"y\"",
                when().and(Condition.parse("note is \"y\""))
                        .thenTransfer()
                        .when()
                        .toString());
        assertEquals(
                "A combination needs at least one condition.",
                assertThrows(LedgerException.class, () -> when().then("Fun")).getMessage());
    }
}
