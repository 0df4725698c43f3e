package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Carry;
import dev.payweek.plan.LimitStatus;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.Answer;
import dev.payweek.testkit.Anything;
import dev.payweek.testkit.ForAll;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Budget budget =
            Budget.inMemory(new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void a_supposed_expense_changes_the_report_and_nothing_else() {
        budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
        budget.paycheck(usd("1500.00"), LocalDate.of(2026, 11, 20));
        budget.rule("concert", when().title().contains("concert").then("Fun:Music"));
        long real = budget.spend(usd("10.00"), "Tea", TODAY).id();
        String before = LedgerDump.of(budget);
        Answer supposed = budget.whatIf(edit -> {
            Expense concert = (Expense) edit.add(EntryDraft.expense(usd("80.00"), "Concert"));
            assertEquals(CategoryPath.of("Fun:Music"), concert.category());
            edit.delete(EntryKind.EXPENSE, real);
            edit.limit("Fun", usd("50.00"), Per.WEEK, TODAY);
            return edit.answer(TODAY);
        });
        assertEquals(usd("80.00"), supposed.week().spent());
        assertEquals(
                Optional.of(LimitStatus.OVER),
                supposed.categories().get(0).week().status());
        assertEquals(usd("10.00"), budget.answer(TODAY).week().spent());
        assertEquals(before, LedgerDump.of(budget));
    }

    @Test
    void a_supposed_schedule_or_paycheck_moves_the_period() {
        Answer monthly = budget.whatIf(edit -> {
            edit.paidOn(PaySchedule.monthly(20));
            edit.add(EntryDraft.income(usd("3000.00"), "Pay").on(LocalDate.of(2026, 11, 19)));
            return edit.answer(TODAY);
        });
        assertEquals(
                LocalDate.of(2026, 11, 19), monthly.period().period().span().startInclusive());
        assertEquals(usd("3000.00"), monthly.period().income());
    }

    @Test
    void what_is_refused_in_earnest_is_refused_in_supposing() {
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> budget.whatIf(edit -> edit.add(EntryDraft.expense(Money.of("1.00", "EUR"), "Tea"))));
        assertEquals("The ledger is in USD; 1.00 EUR does not fit.", refusal.getMessage());
    }

    @Test
    void supposing_gives_the_report_that_doing_gives() {
        ForAll.forAll(200, dice -> {
            try (Budget own =
                    Budget.inMemory(new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC))) {
                PaySchedule any = Anything.schedule(dice);
                own.paidOn(new PaySchedule(
                        any.cadence(), any.adjustment(), any.holidays(), any.toleranceDays(), Optional.empty()));
                own.spend(usd("10.00"), "Tea", TODAY);
                own.spend(usd("10.00"), "Tea", TODAY.minusDays(dice.between(0L, 900L)));
                own.paycheck(usd("100.00"), TODAY.minusDays(dice.between(0L, 900L)));
                own.change(Budget.LOCAL, edit -> edit.carry(Carry.of(Rollover.Policy.BOTH)));
                assertEquals(own.answer(TODAY), own.<Answer>whatIf(edit -> edit.answer(TODAY)));
                long back = dice.percent(50) ? 700 : 40;
                List<EntryDraft> drafts = List.of(
                        EntryDraft.expense(Money.ofMinor(dice.between(-9_999L, 9_999L), Money.currency("USD")), "x")
                                .on(TODAY.plusDays(dice.between(-back, 10L))),
                        EntryDraft.income(usd("100.00"), "Pay").on(TODAY.plusDays(dice.between(-back, 10L))));
                Answer supposed = own.whatIf(edit -> {
                    drafts.forEach(edit::add);
                    return edit.answer(TODAY);
                });
                drafts.forEach(own::add);
                Answer done = own.answer(TODAY);
                assertEquals(
                        done.toString().replaceAll("entry=[^,\\]]*", "").replaceAll("OptionalLong\\[\\d+]", ""),
                        supposed.toString().replaceAll("entry=[^,\\]]*", "").replaceAll("OptionalLong\\[\\d+]", ""));
            }
        });
    }
}
