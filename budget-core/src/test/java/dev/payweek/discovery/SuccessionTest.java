package dev.payweek.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Kind;
import dev.payweek.plan.PaySource;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessionTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);
    private final Budget budget = Budget.inMemory(clock);

    private void pay(String employer, String amount, LocalDate first, LocalDate last, int weeks) {
        budget.change(Budget.LOCAL, edit -> {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusWeeks(weeks)) {
                edit.add(EntryDraft.income(Money.of(amount, "USD"), employer + " PAYROLL")
                        .on(day)
                        .onAccount("checking"));
            }
        });
    }

    private List<Discovery> sources() {
        return budget.read(BudgetView::discover).discoveries().stream()
                .filter(one -> one.kind() == Kind.PAY_SOURCE)
                .toList();
    }

    private static PaySource source(Discovery one) {
        return ((Discovery.Offer.Pay) one.offer().orElseThrow()).sources().get(0);
    }

    @Test
    void after_a_change_of_job_the_old_one_is_primary_until_the_new_one_begins() {
        pay("HOLLIS FREIGHT", "1500.00", LocalDate.of(2025, 9, 5), LocalDate.of(2026, 1, 23), 2);
        pay("KESTREL TRUST", "1900.00", LocalDate.of(2026, 2, 13), LocalDate.of(2026, 6, 19), 2);
        pay("CORNER LIBRARY", "300.00", LocalDate.of(2025, 9, 3), LocalDate.of(2026, 6, 24), 2);
        List<Discovery> found = sources();
        assertEquals(
                List.of("KESTREL TRUST", "CORNER LIBRARY", "HOLLIS FREIGHT"),
                found.stream().map(Discovery::name).toList());
        assertEquals(
                List.of(Optional.of(LocalDate.of(2026, 2, 9)), Optional.empty(), Optional.of(DateSpan.EARLIEST)),
                found.stream().map(one -> source(one).primaryFrom()).toList());
        assertEquals(
                Optional.of(LocalDate.of(2026, 1, 27)), source(found.get(2)).until());

        budget.change(
                Budget.LOCAL,
                edit -> edit.accept(found.stream().map(Discovery::id).toList()));
        assertEquals("2025-12-26", start(LocalDate.of(2026, 1, 5)));
        assertEquals("2026-02-06", start(LocalDate.of(2026, 2, 10)));
        assertEquals("2026-02-13", start(LocalDate.of(2026, 2, 20)));
    }

    private String start(LocalDate day) {
        return budget.answer(day).period().period().span().startInclusive().toString();
    }

    @Test
    void pay_that_has_stopped_without_a_successor_is_primary_for_the_days_before() {
        pay("HOLLIS FREIGHT", "1500.00", LocalDate.of(2025, 9, 5), LocalDate.of(2026, 1, 23), 2);
        budget.change(
                Budget.LOCAL,
                edit -> edit.add(EntryDraft.expense(Money.of("4.50", "USD"), "CORNER COFFEE")
                        .on(LocalDate.of(2026, 6, 20))
                        .onAccount("checking")));
        assertEquals(
                List.of(Discovery.State.STOPPED),
                sources().stream().map(Discovery::state).toList());
        assertEquals(Optional.of(DateSpan.EARLIEST), source(sources().get(0)).primaryFrom());
    }
}
