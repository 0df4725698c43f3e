package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.Account;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers that are given once for an account hold for its next files. */
class SavedAnswersTest {

    private static final Map<String, String> ANSWER = Map.of("date_format", "this");

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private ImportReport take(ImportOptions options, String... lines) {
        return budget.importStatement(RowsFormat.file("bank", List.of(lines)), options);
    }

    private static ImportOptions answered(Optional<String> account) {
        ImportOptions options = ImportOptions.NONE.answering(ANSWER);
        return account.map(options::into).orElse(options);
    }

    private Map<String, String> remembered(String name) {
        return budget.read(BudgetView::accounts).stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .<Map<String, String>>map(Account::reading)
                .orElse(Map.of());
    }

    @Test
    void an_answer_is_asked_for_once_for_an_account() {
        String[] first = {"ask;date_format", "account;giro", "2026-11-20;-1.00;A"};
        assertEquals(1, take(ImportOptions.NONE, first).questions().size());
        take(answered(Optional.empty()), first);
        assertEquals(ANSWER, remembered("giro"));
        ImportReport next = take(ImportOptions.NONE, "ask;date_format", "account;giro", "2026-11-21;-2.00;B");
        assertEquals(List.of(), next.questions());
        assertEquals(1, next.accounts().get(0).batch().inserted());
    }

    @Test
    void an_answer_for_one_account_does_not_hold_for_another() {
        take(answered(Optional.empty()), "ask;date_format", "account;giro", "2026-11-20;-1.00;A");
        ImportReport other = take(ImportOptions.NONE, "ask;date_format", "account;card", "2026-11-21;-2.00;B");
        assertEquals(1, other.questions().size());
        assertEquals(List.of(), other.accounts());
        assertEquals(1, budget.read(BudgetView::imports).size());
    }

    @Test
    void the_account_a_person_names_says_whose_answers_hold() {
        take(answered(Optional.of("giro")), "ask;date_format", "2026-11-20;-1.00;A");
        ImportReport next = take(ImportOptions.NONE.into("giro"), "ask;date_format", "2026-11-21;-2.00;B");
        assertEquals(1, next.accounts().get(0).batch().inserted());
        assertEquals(
                1,
                take(ImportOptions.NONE.into("card"), "ask;date_format", "2026-11-21;-2.00;B")
                        .questions()
                        .size());
        ImportReport like = take(ImportOptions.NONE.into("card").like("giro"), "ask;date_format", "2026-11-21;-2.00;B");
        assertEquals(1, like.accounts().get(0).batch().inserted());
        assertEquals(ANSWER, remembered("card"));
        assertEquals(
                "There is no account \"nobody\".",
                assertThrows(
                                LedgerException.class,
                                () -> take(ImportOptions.NONE.like("nobody"), "ask;date_format", "2026-11-21;-2.00;B"))
                        .getMessage());
    }

    @Test
    void a_rehearsal_remembers_nothing() {
        take(answered(Optional.empty()).asDryRun(), "ask;date_format", "account;giro", "2026-11-20;-1.00;A");
        assertEquals(Map.of(), remembered("giro"));
        assertEquals(0, budget.read(BudgetView::version));
    }

    @Test
    void a_later_answer_replaces_an_earlier_one() {
        take(answered(Optional.of("giro")), "ask;date_format", "2026-11-20;-1.00;A");
        take(
                ImportOptions.NONE.into("giro").answering(Map.of("date_format", "that")),
                "ask;date_format",
                "2026-11-20;-1.00;A");
        assertEquals(Map.of("date_format", "that"), remembered("giro"));
    }

    @Test
    void accounts_that_have_answered_nothing_do_not_stand_in_the_way_and_get_no_answers() {
        budget.write("ann", edit -> edit.put(Account.of("bar")));
        take(answered(Optional.empty()), "ask;date_format", "account;giro", "2026-11-20;-1.00;A");
        assertEquals(Map.of(), remembered("bar"));
        ImportReport next = take(ImportOptions.NONE, "ask;date_format", "account;giro", "2026-11-21;-2.00;B");
        assertEquals(List.of(), next.questions());
        assertEquals(1, next.accounts().get(0).batch().inserted());
    }
}
