package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.Adjustment;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.Carry;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SetAside;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rule.Condition;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a plan is refused for because of what the ledger holds: all of it at once, each at its field. */
class PlanRefusalsTest {

    private static final LocalDate PAYDAY = LocalDate.of(2026, 11, 20);
    private static final PaySchedule MONTHLY = PaySchedule.monthly(20);

    private final Budget budget =
            Budget.inMemory(new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static PaySource matching(String name, String word) {
        return PaySource.of(name, MONTHLY).matching(Condition.parse("title contains \"" + word + "\""));
    }

    private void write(Consumer<BudgetEdit> changes) {
        budget.write("ann", edit -> {
            changes.accept(edit);
            return edit.version();
        });
    }

    private Entry income(String title, LocalDate day) {
        return budget.add(EntryDraft.income(usd("1500.00"), title).on(day));
    }

    private LedgerException refused(Reason reason, Consumer<BudgetEdit> changes) {
        String before = LedgerDump.of(budget);
        LedgerException refusal = assertThrows(LedgerException.class, () -> write(changes));
        assertEquals(reason, refusal.reason(), refusal.getMessage());
        assertEquals(before, LedgerDump.of(budget));
        return refusal;
    }

    private void refused(List<String> fields, Consumer<BudgetEdit> changes) {
        LedgerException refusal = refused(Reason.INVALID, changes);
        assertEquals(
                fields,
                refusal.problems().stream().map(problem -> problem.field()).toList());
    }

    @Test
    void a_foreign_amount_is_refused_at_its_own_field() {
        PaySource two = PaySource.of("job", MONTHLY)
                .with(List.of(
                        PayVersion.of(MONTHLY).expecting(eur("1.00")),
                        PayVersion.of(MONTHLY.expecting(eur("2.00"))).from(PAYDAY)));
        refused(List.of("versions/0/expected", "versions/1/schedule/expected_paycheck"), edit -> edit.put(two));
        refused(
                List.of("amount"),
                edit -> edit.put(
                        Bill.of("Rent", CategoryPath.of("Home"), MONTHLY).costing(eur("1.00"))));
        refused(List.of("amount"), edit -> edit.put(SetAside.of("Car", eur("1.00"))));
        SetAside.Amount first = SetAside.Amount.perPeriod(usd("1.00"));
        refused(
                List.of("amounts/1/amount"),
                edit -> edit.put(SetAside.of("Car", usd("1.00"))
                        .with(List.of(
                                first, SetAside.Amount.perPeriod(eur("2.00")).from(PAYDAY)))));
        refused(
                List.of("cap"),
                edit -> edit.carry(Carry.of(Rollover.Policy.BOTH).cappedAt(eur("1.00"))));
        refused(
                List.of("amount", "cap"),
                edit -> edit.limit(
                        "Fun",
                        eur("1.00"),
                        Per.WEEK,
                        PAYDAY,
                        Rollover.of(Rollover.Policy.BOTH).cappedAt(eur("1.00"))));
    }

    @Test
    void a_match_that_takes_the_income_of_other_sources_is_refused_with_their_names() {
        Entry one = income("ACME SALARY", PAYDAY);
        Entry two = income("ACME SALARY", PAYDAY.minusMonths(1));
        write(edit -> edit.put(matching("a", "acme")));
        write(edit -> edit.put(matching("b", "bonus")));
        LedgerException refusal = refused(Reason.INVALID, edit -> edit.put(matching("c", "salary")));
        assertEquals(
                "The match of \"a\" takes the same income: " + two.id() + " of 2026-10-20, " + one.id()
                        + " of 2026-11-20.",
                refusal.getMessage());
        assertEquals("match", refusal.problems().get(0).field());
        assertEquals("taken", refusal.problems().get(0).code());
        // No income is there yet that both of them take, but any will be.
        assertEquals(
                "The match of \"b\" would take the same income as this one.",
                refused(Reason.INVALID, edit -> edit.put(matching("c", "year-end bonus")))
                        .getMessage());
        assertEquals(
                2,
                refused(
                                Reason.INVALID,
                                edit -> edit.put(matching("c", "a")
                                        .matching(Condition.parse(
                                                "any(title contains \"acme\", title contains \"bonus\")"))))
                        .problems()
                        .size());
        write(edit -> edit.put(matching("c", "pension")));
        // A source keeps what it has.
        write(edit -> edit.put(matching("a", "acme").until(PAYDAY)));
    }

    @Test
    void the_primary_source_goes_last() {
        write(edit -> edit.put(PaySource.of("a", MONTHLY).primary()));
        write(edit -> edit.put(PaySource.of("b", MONTHLY)));
        refused(Reason.CONFLICT, edit -> edit.removeSource("a"));
        refused(List.of("primary"), edit -> edit.put(PaySource.of("a", MONTHLY)));
        write(edit -> {
            edit.put(PaySource.of("b", MONTHLY).primary());
            edit.removeSource("a");
        });
        write(edit -> edit.removeSource("b"));
        assertEquals(List.of(), budget.read(BudgetView::sources));
    }

    @Test
    void a_horizon_that_a_payday_has_passed_is_refused() {
        income("Gig", PAYDAY);
        PaySource gigs = PaySource.of("gigs", PaySchedule.asRecorded()).primary();
        refused(List.of("horizon"), edit -> edit.put(gigs.withHorizon(PAYDAY)));
        PaySource ahead = gigs.withHorizon(PAYDAY.plusDays(1));
        write(edit -> edit.put(ahead));
        income("Gig", PAYDAY.plusDays(10));
        // What was true when it was said does not keep the rest from being changed.
        write(edit -> edit.put(ahead.withTolerance(2)));
        refused(List.of("horizon"), edit -> edit.put(gigs.withHorizon(PAYDAY.plusDays(2))));
    }

    @Test
    void a_decision_is_about_a_day_that_is_due() {
        write(edit -> edit.put(Bill.of("Rent", CategoryPath.of("Home"), MONTHLY.adjusted(Adjustment.PRECEDING))
                .from(LocalDate.of(2026, 2, 1))
                .until(LocalDate.of(2026, 6, 30))));
        for (String day : List.of("2026-03-19", "2026-06-20", "2026-01-20", "2026-07-20")) {
            assertEquals(
                    "\"Rent\" is not due on " + day + ".",
                    refused(Reason.NOT_FOUND, edit -> edit.decide(BillDecision.skipped("Rent", LocalDate.parse(day))))
                            .getMessage());
        }
        // 20 June 2026 is a Saturday.
        write(edit -> edit.decide(BillDecision.skipped("Rent", LocalDate.of(2026, 6, 19))));
        Entry refund = budget.add(EntryDraft.expense(usd("-5.00"), "Back").on(PAYDAY));
        refused(
                List.of("paid_by"),
                edit -> edit.decide(BillDecision.paid("Rent", LocalDate.of(2026, 3, 20), refund.id())));
    }

    @Test
    void all_that_is_wrong_with_a_source_is_found_at_once() {
        income("ACME", PAYDAY);
        income("Gig", PAYDAY.minusDays(10));
        write(edit -> edit.put(PaySource.of("a", PaySchedule.asRecorded())
                .primary()
                .matching(Condition.parse("title contains \"gig\""))));
        write(edit -> edit.put(matching("b", "acme")));
        refused(
                List.of("primary", "match", "horizon"),
                edit -> edit.put(PaySource.of("a", PaySchedule.asRecorded())
                        .matching(Condition.parse("any(title contains \"acme\", title contains \"gig\")"))
                        .withHorizon(LocalDate.of(2020, 1, 1))));
        LedgerException days = assertThrows(
                LedgerException.class,
                () -> PaySource.of("a", MONTHLY).withHorizon(LocalDate.MAX).until(LocalDate.MIN));
        assertEquals(2, days.problems().size());
    }
}
