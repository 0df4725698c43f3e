package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.TwinPair;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person wrote down and a bank reports too is proposed as one until somebody decides. */
class TwinsTest {

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private EntryDraft coffee(String day) {
        return EntryDraft.expense(Money.of("4.50", "USD"), "Coffee with Ann").on(LocalDate.parse(day));
    }

    private void take(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = "account;giro";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        budget.importStatement(RowsFormat.file("bank", List.of(lines)), ImportOptions.NONE);
    }

    private List<String> twins() {
        return budget.read(BudgetView::twins).stream().map(TwinsTest::pair).toList();
    }

    private static String pair(TwinPair pair) {
        return pair.imported().details().title() + " " + pair.imported().date() + " = "
                + pair.handMade().details().title() + " " + pair.handMade().date();
    }

    private TwinPair only() {
        List<TwinPair> pairs = budget.read(BudgetView::twins);
        assertEquals(1, pairs.size());
        return pairs.get(0);
    }

    private void undoLast() {
        budget.change(Budget.LOCAL, edit -> edit.undo(edit.version()));
    }

    @Test
    void same_kind_and_amount_within_three_days_and_not_on_two_accounts_may_be_one() {
        budget.add(coffee("2026-11-17"));
        take("2026-11-20;-4.50;CORNER;CORNER COFFEE", "2026-11-21;-4.50;TOO LATE;TOO LATE");
        budget.add(coffee("2026-11-20").onAccount("card"));
        budget.add(EntryDraft.income(Money.of("4.50", "USD"), "Pay").on(LocalDate.parse("2026-11-20")));
        budget.add(EntryDraft.expense(Money.of("4.51", "USD"), "Tea").on(LocalDate.parse("2026-11-20")));
        assertEquals(List.of("CORNER 2026-11-20 = Coffee with Ann 2026-11-17"), twins());
    }

    @Test
    void every_pair_that_may_be_one_is_listed_whichever_came_first() {
        take("2026-11-20;-4.50;FIRST;FIRST CUP", "2026-11-21;-4.50;SECOND;SECOND CUP");
        budget.add(coffee("2026-11-20"));
        assertEquals(
                List.of(
                        "SECOND 2026-11-21 = Coffee with Ann 2026-11-20",
                        "FIRST 2026-11-20 = Coffee with Ann 2026-11-20"),
                twins());
    }

    @Test
    void what_is_merged_is_no_pair_any_more_until_that_is_undone() {
        budget.add(coffee("2026-11-18"));
        take("2026-11-20;-4.50;CORNER;CORNER COFFEE");
        TwinPair pair = only();
        List<String> before = twins();
        budget.change(
                Budget.LOCAL,
                edit -> edit.merge(pair.imported().id(), pair.handMade().id()));
        assertEquals(List.of(), twins());
        undoLast();
        assertEquals(before, twins());
    }

    @Test
    void what_is_kept_apart_stays_two_and_is_not_proposed_again_until_that_is_undone() {
        budget.add(coffee("2026-11-18"));
        take("2026-11-20;-4.50;CORNER;CORNER COFFEE");
        TwinPair pair = only();
        long imported = pair.imported().id();
        long handMade = pair.handMade().id();
        budget.change(Budget.LOCAL, edit -> edit.keepApart(imported, handMade));
        assertEquals(List.of(), twins());
        assertEquals(List.of(), budget.read(view -> view.discover().discoveries()));
        assertEquals(
                "The entries " + imported + " and " + handMade + " are not proposed as one.",
                assertThrows(
                                LedgerException.class,
                                () -> budget.change(Budget.LOCAL, edit -> edit.keepApart(imported, handMade)))
                        .getMessage());
        undoLast();
        assertEquals(pair, only());
    }
}
