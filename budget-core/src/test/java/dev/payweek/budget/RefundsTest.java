package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportOptions;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.ForAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing gives back more than was paid, and no transfer ends where it began, by whatever way they come about. */
class RefundsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private static EntryDraft spent(String amount) {
        return EntryDraft.expense(Money.of(amount, "USD"), "Shoes").on(DAY).category("Fun");
    }

    private static EntryDraft transfer(Optional<String> from, Optional<String> to) {
        EntryDraft plain = EntryDraft.transfer(Money.of("50.00", "USD"), "Card").on(DAY);
        return new EntryDraft(
                plain.kind(),
                plain.date(),
                plain.amount(),
                plain.title(),
                plain.bankText(),
                plain.category(),
                from,
                plain.note(),
                plain.tags(),
                plain.parts(),
                plain.refundOf(),
                to);
    }

    private long add(EntryDraft draft) {
        return budget.add(draft).id();
    }

    private List<String> refused(Reason reason, Consumer<BudgetEdit> changes) {
        String before = LedgerDump.of(budget);
        LedgerException refusal = assertThrows(LedgerException.class, () -> budget.change("ann", changes));
        assertEquals(reason, refusal.reason(), refusal.getMessage());
        assertEquals(before, LedgerDump.of(budget));
        return refusal.problems().stream().map(RefundsTest::words).toList();
    }

    private static String words(FieldError problem) {
        return problem.field() + " " + problem.code();
    }

    @ParameterizedTest
    @CsvSource({
        "20.00, -20.01, amount more_than_paid",
        "20.00, 5.00, amount sign",
        "0.00, -0.01, amount more_than_paid",
        "-20.00, -5.00, amount sign",
        "-20.00, 20.01, amount more_than_paid"
    })
    void no_refund_gives_back_more_than_was_paid_or_the_wrong_way(String paid, String back, String problem) {
        long bought = add(spent(paid));
        assertEquals(
                List.of(problem),
                refused(Reason.INVALID, edit -> edit.add(spent(back).refunding(bought))));
        long plain = add(spent(back));
        assertEquals(
                List.of(problem),
                refused(Reason.INVALID, edit -> edit.replace(plain, spent(back).refunding(bought))));
        LedgerException supposed = assertThrows(
                LedgerException.class,
                () -> budget.whatIf(edit -> edit.add(spent(back).refunding(bought))));
        assertEquals(problem, words(supposed.problems().get(0)));
    }

    @Test
    void all_refunds_of_an_expense_together_are_at_most_the_expense() {
        long bought = add(spent("20.00"));
        long first = add(spent("-15.00").refunding(bought));
        LedgerException refusal = assertThrows(
                LedgerException.class, () -> budget.add(spent("-5.01").refunding(bought)));
        assertEquals(
                "5.01 USD cannot be given back for the expense " + bought
                        + " of 20.00 USD, for which 15.00 USD has been"
                        + " given back already; what is beyond it is an entry of its own, refunding none.",
                refusal.getMessage());
        long second = add(spent("-5.00").refunding(bought));
        assertEquals(
                List.of("amount more_than_paid"),
                refused(
                        Reason.INVALID,
                        edit -> edit.replace(second, spent("-5.01").refunding(bought))));
        assertEquals(
                List.of("amount less_than_refunded"),
                refused(Reason.INVALID, edit -> edit.replace(bought, spent("19.99"))));
        assertEquals(
                List.of("amount less_than_refunded"),
                refused(Reason.INVALID, edit -> edit.replace(bought, spent("-20.00"))));
        budget.change("ann", edit -> {
            edit.replace(first, spent("-4.00").refunding(bought));
            edit.replace(second, spent("-16.00").refunding(bought));
            edit.replace(bought, spent("20.01"));
        });
    }

    @Test
    void no_refund_gives_back_itself_by_way_of_others() {
        long bought = add(spent("20.00"));
        long back = add(spent("-20.00").refunding(bought));
        long again = add(spent("20.00").refunding(back));
        assertEquals(
                List.of("refund_of itself"),
                refused(
                        Reason.INVALID,
                        edit -> edit.replace(bought, spent("20.00").refunding(bought))));
        assertEquals(
                List.of("amount more_than_paid", "refund_of circle"),
                refused(
                        Reason.INVALID,
                        edit -> edit.replace(bought, spent("20.00").refunding(back))));
        long last = add(spent("-20.00").refunding(again));
        assertEquals(
                List.of("refund_of circle"),
                refused(
                        Reason.INVALID,
                        edit -> edit.replace(bought, spent("20.00").refunding(last))));
    }

    @Test
    void a_refund_of_what_is_gone_may_be_changed_and_what_is_gone_comes_back_only_if_it_still_fits() {
        long bought = add(spent("20.00"));
        long back = add(spent("-20.00").refunding(bought));
        budget.change("ann", edit -> edit.delete(EntryKind.EXPENSE, bought));
        long deletion = budget.read(BudgetView::version);
        budget.change("ann", edit -> edit.replace(back, spent("-20.01").refunding(bought)));
        refused(Reason.CONFLICT, edit -> edit.undo(deletion));
        budget.change("ann", edit -> edit.replace(back, spent("-19.00").refunding(bought)));
        budget.change("ann", edit -> edit.undo(deletion));
        assertEquals(2, LedgerDump.entries(budget, EntryKind.EXPENSE).size());
    }

    @Test
    void merging_brings_the_refunds_of_both_together_and_keeps_whose_refund_it_is() {
        long imported = taken("2026-11-20;-20.00;SHOES", "2026-11-21;20.00;SHOES BACK;;;Fun")
                .get(0);
        long mine = add(spent("20.00"));
        long other = add(spent("-15.00").refunding(mine));
        add(spent("-15.00").refunding(imported));
        assertEquals(List.of("amount less_than_refunded"), refused(Reason.INVALID, edit -> edit.merge(imported, mine)));
        budget.change("ann", edit -> edit.replace(other, spent("-5.00").refunding(mine)));
        budget.change("ann", edit -> edit.merge(imported, mine));

        long bank = taken("2026-11-19;-7.00;BOOK").get(0);
        long book = add(spent("7.00").refunding(add(spent("-7.00"))));
        budget.change("ann", edit -> edit.merge(bank, book));
        assertEquals(
                true,
                ((Expense) budget.<Entry>read(view -> view.getEntry(book)))
                        .refundOf()
                        .isPresent());
    }

    private List<Long> taken(String... rows) {
        List<String> lines = new ArrayList<>(List.of("account;giro"));
        lines.addAll(List.of(rows));
        return budget
                .importStatement(RowsFormat.file("bank", lines), ImportOptions.NONE)
                .accounts()
                .get(0)
                .rows()
                .stream()
                .map(row -> row.entryId().orElseThrow())
                .toList();
    }

    @Test
    void a_transfer_from_an_account_to_itself_is_refused_whichever_way_it_comes_about() {
        assertEquals(
                List.of("to_account itself"),
                refused(Reason.INVALID, edit -> edit.add(transfer(Optional.of("giro"), Optional.of(" giro ")))));
        long fine = add(transfer(Optional.of(" giro"), Optional.of("savings ")));
        Transfer moved = (Transfer) budget.<Entry>read(view -> view.getEntry(fine));
        assertEquals(Optional.of("giro"), moved.details().account());
        assertEquals(Optional.of("savings"), moved.toAccount());
        assertEquals(
                List.of("to_account itself"),
                refused(
                        Reason.INVALID,
                        edit -> edit.replace(fine, transfer(Optional.of("savings"), Optional.of("savings")))));
        assertThrows(
                LedgerException.class,
                () -> budget.whatIf(edit -> edit.add(transfer(Optional.of("giro"), Optional.of("giro")))));

        budget.change("ann", edit -> edit.delete(EntryKind.TRANSFER, fine));
        long imported = taken("2026-11-20;-50.00;CARD;;;;;transfer").get(0);
        long mine = add(transfer(Optional.empty(), Optional.of("giro")));
        assertEquals(List.of("to_account itself"), refused(Reason.INVALID, edit -> edit.merge(imported, mine)));
    }

    @Test
    void everything_wrong_with_an_expense_is_said_at_once() {
        long bought = add(spent("20.00"));
        EntryDraft wrong = EntryDraft.expense(Money.of("-25.00", "USD"), " ")
                .category("a:b:c:d:e:f")
                .split(List.of(
                        new EntryDraft.Part("Fun", Money.of("-25.00", "USD")),
                        new EntryDraft.Part("Other", Money.of("0.00", "USD"))))
                .refunding(bought);
        assertEquals(
                List.of("title blank", "splits/1/amount zero", "category too_deep"),
                refused(Reason.INVALID, edit -> edit.add(wrong)));
    }

    private static void check(List<Entry> entries) {
        Map<Long, Expense> byId = new HashMap<>();
        entries.forEach(entry -> byId.put(entry.id(), (Expense) entry));
        Map<Long, Long> given = new HashMap<>();
        for (Expense one : byId.values()) {
            Optional<Expense> next = refunded(byId, one);
            next.filter(paid -> !one.amount().isZero()).ifPresent(paid -> {
                assertEquals(paid.amount().isPositive(), one.amount().isNegative(), one.toString());
                given.merge(paid.id(), one.amount().abs().minorUnits(), Math::addExact);
            });
            Set<Long> seen = new HashSet<>(Set.of(one.id()));
            while (next.isPresent()) {
                assertTrue(seen.add(next.get().id()), "a circle through " + one);
                next = refunded(byId, next.get());
            }
        }
        entries.forEach(entry -> assertTrue(
                given.getOrDefault(entry.id(), 0L) <= entry.amount().abs().minorUnits(), entry.toString()));
    }

    private static Optional<Expense> refunded(Map<Long, Expense> byId, Expense one) {
        return one.refundOf().flatMap(id -> Optional.ofNullable(byId.get(id)));
    }

    @Test
    void nothing_done_in_any_order_gives_back_more_than_was_paid() {
        ForAll.forAll(150, dice -> {
            try (Budget own = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC))) {
                own.importStatement(
                        RowsFormat.file("bank", List.of("2026-11-20;-2.00;A", "2026-11-20;-3.00;B")),
                        ImportOptions.NONE);
                for (int i = 0; i < 25; i++) {
                    String before = LedgerDump.of(own);
                    try {
                        own.change("ann", edit -> change(edit, dice));
                    } catch (LedgerException refusal) {
                        assertEquals(before, LedgerDump.of(own), refusal.getMessage());
                    }
                    check(LedgerDump.entries(own, EntryKind.EXPENSE));
                }
            }
        });
    }

    private static void change(BudgetEdit edit, Dice dice) {
        long id = dice.between(1L, 14L);
        EntryDraft plain = EntryDraft.expense(Money.ofMinor(100L * dice.between(-3, 3), Money.currency("USD")), "x")
                .on(DAY);
        EntryDraft draft = dice.percent(60) ? plain.refunding(dice.between(1L, 14L)) : plain;
        switch (dice.between(0, 6)) {
            case 0, 1 -> edit.add(draft);
            case 2, 3 -> edit.replace(id, draft);
            case 4 -> edit.delete(EntryKind.EXPENSE, id);
            case 5 -> edit.merge(dice.between(2L, 3L), id);
            default -> edit.undo(dice.between(Math.max(1, edit.version() - 5), edit.version()));
        }
    }
}
