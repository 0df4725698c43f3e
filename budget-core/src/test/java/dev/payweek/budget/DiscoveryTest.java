package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.Per;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.EntryQuery;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 7, 3);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final Budget budget = Budget.inMemory(clock);

    @BeforeEach
    void half_a_year_of_pay_and_rent() {
        budget.change(Budget.LOCAL, edit -> {
            for (int i = 0; i < 11; i++) {
                LocalDate day = FIRST.plusWeeks(2L * i);
                String amount = i < 6 ? "1620.00" : "1680.00";
                edit.add(EntryDraft.income(usd(amount), "ACME CORP PAYROLL " + (4711 + i))
                        .on(day)
                        .onAccount("checking"));
            }
            for (int i = 0; i < 5; i++) {
                LocalDate first = LocalDate.of(2026, 7, 1).plusMonths(i);
                edit.add(EntryDraft.expense(usd("900.00"), "PARKVIEW APARTMENTS " + i)
                        .on(first)
                        .onAccount("checking"));
                edit.add(EntryDraft.expense(usd("200.00"), "ONLINE TRANSFER TO SAVINGS " + i)
                        .on(first.plusDays(9))
                        .onAccount("checking"));
                edit.add(EntryDraft.income(usd("200.00"), "ONLINE TRANSFER FROM CHECKING " + i)
                        .on(first.plusDays(10))
                        .onAccount("savings"));
            }
            edit.add(EntryDraft.expense(usd("38.20"), "ZAPPOS SHOES 77")
                    .on(LocalDate.of(2026, 11, 2))
                    .onAccount("checking"));
            edit.add(EntryDraft.income(usd("38.20"), "ZAPPOS SHOES REFUND 78")
                    .on(LocalDate.of(2026, 11, 9))
                    .onAccount("checking"));
        });
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private List<Discovery> found(Discovery.Kind kind) {
        return budget.read(BudgetView::discover).discoveries().stream()
                .filter(one -> one.kind() == kind)
                .toList();
    }

    private List<Discovery> accept(List<String> ids) {
        return budget.write(Budget.LOCAL, edit -> edit.accept(ids));
    }

    private static List<String> ids(List<Discovery> discoveries) {
        return discoveries.stream().map(Discovery::id).toList();
    }

    @Test
    void pay_is_suggested_with_its_schedule_its_raise_and_what_speaks_for_it() {
        Discovery pay = found(Discovery.Kind.PAY_SOURCE).get(0);
        assertEquals(1, found(Discovery.Kind.PAY_SOURCE).size());
        assertEquals(Discovery.State.PROPOSED, pay.state());
        assertEquals("ACME CORP", pay.name());
        assertEquals(
                "every 2 weeks from 2026-07-03", pay.schedule().orElseThrow().toString());
        assertEquals(Optional.of(usd("1680.00")), pay.amount());
        assertEquals(11, pay.hits());
        assertEquals(0, pay.misses());
        assertEquals(
                List.of(LocalDate.of(2026, 12, 4), LocalDate.of(2026, 12, 18), LocalDate.of(2027, 1, 1)), pay.next());
        assertEquals(
                List.of(new Discovery.PriceChange(LocalDate.of(2026, 9, 25), usd("1620.00"), usd("1680.00"))),
                pay.priceChanges());
        assertEquals(
                "ACME CORP pays 1,680.00 every 2 weeks: 11 of 11 paydays, last 2026-11-20, next 2026-12-04."
                        + " From 1,620.00 to 1,680.00 on 2026-09-25.",
                pay.says());
        assertEquals(
                Optional.of("every 4 weeks fits 6 of 11 payments, to the day; this 11 of 11 payments, to the day."),
                pay.instead());
    }

    @Test
    void rent_transfers_and_a_refund_are_suggested() {
        Discovery rent = found(Discovery.Kind.BILL).get(0);
        assertEquals("PARKVIEW APARTMENTS", rent.name());
        assertEquals(5, rent.hits());
        assertEquals(5, found(Discovery.Kind.TRANSFER_PAIR).size());
        Discovery refund = found(Discovery.Kind.REFUND_PAIR).get(0);
        assertEquals("ZAPPOS SHOES gave back 38.20 on 2026-11-09, paid on 2026-11-02.", refund.says());
        assertEquals(8, budget.read(BudgetView::discover).discoveries().size());
    }

    @Test
    void all_accepted_together_is_one_change_that_can_be_undone() {
        String before = LedgerDump.of(budget);
        long version = budget.read(BudgetView::version);
        List<Discovery> accepted = accept(ids(budget.read(BudgetView::discover).discoveries()));
        assertEquals(8, accepted.size());
        assertEquals(version + 1, budget.<Long>read(BudgetView::version));
        assertEquals(
                List.of("ACME CORP"),
                budget.read(view -> view.sources().stream().map(PaySource::name).toList()));
        assertEquals(
                List.of("PARKVIEW APARTMENTS"),
                budget.read(view -> view.bills().stream().map(Bill::name).toList()));
        assertEquals(List.of(), budget.read(BudgetView::discover).discoveries());
        var answer = budget.answer(LocalDate.of(2026, 11, 22));
        assertEquals(LocalDate.of(2026, 11, 20), answer.period().period().span().startInclusive());
        assertEquals(usd("900.00"), answer.period().stillDue());
        budget.change(Budget.LOCAL, edit -> edit.undo(version + 1));
        assertEquals(before, LedgerDump.of(budget));
        assertEquals(8, budget.read(BudgetView::discover).discoveries().size());
    }

    @Test
    void a_pair_becomes_two_transfers_and_a_refund_a_refund() {
        accept(ids(found(Discovery.Kind.TRANSFER_PAIR)));
        accept(ids(found(Discovery.Kind.REFUND_PAIR)));
        budget.use(view -> {
            long transfers = view.countEntries(EntryQuery.all(EntryKind.TRANSFER));
            assertEquals(10, transfers);
            view.forEachEntry(EntryQuery.all(EntryKind.TRANSFER), entry -> {
                boolean left = entry.details().account().equals(Optional.of("checking"));
                assertEquals(left ? usd("200.00") : usd("-200.00"), entry.amount());
                assertEquals(Optional.empty(), ((Transfer) entry).toAccount(), "the other side is an entry of its own");
            });
            view.forEachEntry(EntryQuery.all(EntryKind.EXPENSE).containing("refund"), entry -> {
                assertEquals(usd("-38.20"), entry.amount());
                assertTrue(((Expense) entry).refundOf().isPresent());
            });
        });
    }

    @Test
    void what_has_been_given_back_already_is_not_suggested_to_be_given_back_again() {
        Discovery pair = found(Discovery.Kind.REFUND_PAIR).get(0);
        long credit = pair.evidence().get(1).entry();
        long purchase = pair.evidence().get(0).entry();
        Money paid = budget.<Entry>read(view -> view.getEntry(purchase)).amount();
        budget.add(EntryDraft.expense(paid.negated(), "Cash back at the till")
                .category("Other")
                .refunding(purchase));
        assertEquals(List.of(), found(Discovery.Kind.REFUND_PAIR));
        budget.change(Budget.LOCAL, edit -> edit.undo(edit.version()));
        assertEquals(
                credit,
                found(Discovery.Kind.REFUND_PAIR).get(0).evidence().get(1).entry());
    }

    private void rent(String amount, String account, LocalDate... days) {
        budget.change(Budget.LOCAL, edit -> {
            for (LocalDate day : days) {
                edit.add(EntryDraft.expense(usd(amount), "PARKVIEW APARTMENTS " + day.getDayOfYear())
                        .on(day)
                        .onAccount(account));
            }
        });
    }

    @Test
    void what_was_declined_is_not_suggested_again_whatever_it_comes_to_and_from_which_account() {
        List<String> rent = ids(found(Discovery.Kind.BILL));
        budget.write(Budget.LOCAL, edit -> edit.decline(rent));
        assertEquals(List.of(), found(Discovery.Kind.BILL));
        rent("880.00", "checking", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1));
        assertEquals(List.of(), found(Discovery.Kind.BILL), "the amount has changed");
        clock.set(Instant.parse("2027-03-10T12:00:00Z"));
        rent("950.00", "card", LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 1));
        assertEquals(List.of(), found(Discovery.Kind.BILL), "amount and account have changed");
        rent("95.00", "card", LocalDate.of(2026, 12, 15), LocalDate.of(2027, 1, 15), LocalDate.of(2027, 2, 15));
        assertEquals(
                List.of(usd("95.00")),
                found(Discovery.Kind.BILL).stream()
                        .flatMap(one -> one.amount().stream())
                        .toList(),
                "another bill of the same payee");
    }

    private void food(String... perMonth) {
        budget.change(Budget.LOCAL, edit -> {
            for (int i = 0; i < perMonth.length; i++) {
                LocalDate first = LocalDate.of(2026, 8, 14).plusWeeks(2L * i);
                edit.add(EntryDraft.expense(usd(perMonth[i]), "CORNER SHOP")
                        .on(first.plusDays(2))
                        .category("Food"));
            }
        });
    }

    @Test
    void a_limit_is_suggested_once_pay_is_decided_from_the_last_three_whole_periods() {
        food("10.00", "31.00", "17.00", "22.00", "151.20", "98.10", "120.00", "4.00");
        assertEquals(List.of(), found(Discovery.Kind.LIMIT), "the pay is not decided");
        accept(ids(found(Discovery.Kind.PAY_SOURCE)));
        Discovery limit = found(Discovery.Kind.LIMIT).get(0);
        assertEquals(
                "Other:Food took 151.20, 98.10 and 120.00 in the last three pay periods, bills left aside: a limit of"
                        + " 120.00 a period.",
                limit.says());
        assertEquals(3, limit.evidence().size());
        accept(List.of(limit.id()));
        assertEquals(List.of(), found(Discovery.Kind.LIMIT));
        assertEquals(
                List.of(new SoftLimit(
                        CategoryPath.of("Other:Food"), usd("120.00"), Per.PERIOD, LocalDate.of(2026, 11, 20))),
                budget.read(BudgetView::limits));
    }

    private void market(String amount) {
        budget.change(
                Budget.LOCAL,
                edit -> edit.add(EntryDraft.expense(usd(amount), "MARKET")
                        .on(LocalDate.of(2026, 10, 30))
                        .category("Food")));
    }

    @Test
    void a_limit_is_not_suggested_where_periods_differ_much_and_not_again_once_declined() {
        accept(ids(found(Discovery.Kind.PAY_SOURCE)));
        food("10.00", "31.00", "17.00", "22.00", "151.20", "70.10", "120.00", "4.00");
        assertEquals(List.of(), found(Discovery.Kind.LIMIT));
        market("40.00");
        List<String> limits = ids(found(Discovery.Kind.LIMIT));
        assertEquals(1, limits.size());
        budget.write(Budget.LOCAL, edit -> edit.decline(limits));
        market("30.00");
        assertEquals(List.of(), found(Discovery.Kind.LIMIT));
    }

    @Test
    void declining_can_be_undone() {
        List<String> rent = ids(found(Discovery.Kind.BILL));
        budget.write(Budget.LOCAL, edit -> edit.decline(rent));
        long version = budget.read(BudgetView::version);
        budget.change(Budget.LOCAL, edit -> edit.undo(version));
        assertEquals(rent, ids(found(Discovery.Kind.BILL)));
    }

    @Test
    void what_is_decided_is_not_suggested() {
        budget.bill(Bill.of("Home", CategoryPath.of("Other"), PaySchedule.monthly(1))
                .costing(usd("900.00")));
        assertEquals(List.of(), found(Discovery.Kind.BILL));
    }

    @Test
    void an_id_of_nothing_is_not_found() {
        LedgerException refusal = assertThrows(LedgerException.class, () -> accept(List.of("abc")));
        assertEquals(Reason.NOT_FOUND, refusal.reason());
    }

    @Test
    void an_empty_ledger_suggests_nothing() {
        assertEquals(
                0, Budget.inMemory().read(BudgetView::discover).discoveries().size());
    }
}
