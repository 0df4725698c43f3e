package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.Suggestion;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Money PRICE = Money.of("4.50", "USD");

    private final Budget budget = Budget.inMemory(NOON);

    private long spend(String title, LocalDate day) {
        return budget.spend(PRICE, title, day).id();
    }

    private long spendIn(String category, String title) {
        return budget.add(EntryDraft.expense(PRICE, title).category(category).on(DAY))
                .id();
    }

    private Optional<String> suggested(long id) {
        return budget.read(view -> view.suggestion(id).map(Suggestion::reason));
    }

    @Test
    void a_persons_choice_and_a_rules_are_learned_from() {
        spendIn("Fun:Food", "TESCO STORE 2296");
        budget.rule("fuel", when().title().contains("shell").then("Fun:Fuel"));
        spend("Shell 12", DAY);
        assertEquals(
                Optional.of("1 of your 1 expense at \"tesco\" is in Fun:Food."), suggested(spend("Tesco 6227", DAY)));
        assertEquals(Optional.of("1 of your 1 expense at \"shell\" is in Fun:Fuel."), suggested(spend("SHELL 9", DAY)));
    }

    @Test
    void an_expense_is_no_evidence_for_itself_and_what_nobody_decided_is_none() {
        long only = spendIn("Fun:Food", "Tesco");
        assertEquals(Optional.empty(), suggested(only));
        spend("Kiosk", DAY);
        assertEquals(Optional.empty(), suggested(spend("Kiosk", DAY)));
    }

    @Test
    void what_is_uncategorised_is_suggested_for_newest_first_and_stays_as_it_is() {
        spendIn("Fun:Food", "Tesco");
        long old = spend("Tesco 1", DAY.minusDays(2));
        long recent = spend("Tesco 2", DAY);
        spend("Unknown", DAY);
        Map<Expense, Suggestion> found = budget.read(view -> view.suggestions(10));
        assertEquals(
                List.of(recent, old), found.keySet().stream().map(Expense::id).toList());
        assertEquals(1, budget.read(view -> view.suggestions(1)).size());
        assertEquals(2, budget.read(view -> view.suggestions(10)).size());
    }

    @Test
    void an_expense_that_is_not_there_is_not_found() {
        LedgerException refusal = assertThrows(LedgerException.class, () -> suggested(99));
        assertEquals(Reason.NOT_FOUND, refusal.reason());
    }
}
