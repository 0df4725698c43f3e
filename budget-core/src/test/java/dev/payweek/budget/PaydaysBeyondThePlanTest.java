package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PayDecision;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.report.Answer;
import dev.payweek.testkit.ForAll;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds beyond the planned paydays: after a source has ended, and for a day named by hand that is no payday. */
class PaydaysBeyondThePlanTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 20);

    private final Budget budget =
            Budget.inMemory(new SettableClock(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static PaySource job(PaySchedule schedule) {
        return PaySource.of("job", schedule)
                .with(List.of(PayVersion.of(schedule).expecting(usd("2000.00"))))
                .primary();
    }

    private static DateSpan period(Budget of, LocalDate on) {
        return of.answer(on).period().period().span();
    }

    @Test
    void the_last_rhythm_cuts_time_until_the_next_primary_begins_and_nothing_is_expected_in_it() {
        budget.source(job(PaySchedule.monthly(20)).until(LocalDate.of(2026, 11, 30)));
        LocalDate start = LocalDate.of(2027, 3, 5);
        PaySchedule next = PaySchedule.everyTwoWeeks(start);
        budget.source(PaySource.of("next", next)
                .with(List.of(PayVersion.of(next).from(start)))
                .primaryFrom(start));
        budget.paycheck(usd("2000.00"), FIRST);
        Answer between = budget.answer(LocalDate.of(2027, 1, 10));
        assertEquals(
                new DateSpan(LocalDate.of(2026, 12, 20), LocalDate.of(2027, 1, 20)),
                between.period().period().span());
        assertEquals(List.of(), between.pay());
        assertEquals(
                new DateSpan(LocalDate.of(2027, 2, 20), LocalDate.of(2027, 3, 5)),
                period(budget, LocalDate.of(2027, 3, 1)));
        assertEquals(
                new DateSpan(LocalDate.of(2027, 3, 5), LocalDate.of(2027, 3, 19)),
                period(budget, LocalDate.of(2027, 3, 6)));
        // A last payment that comes after all opens a period as before.
        long last = budget.paycheck(usd("1900.00"), LocalDate.of(2027, 1, 21)).id();
        assertEquals(
                new DateSpan(LocalDate.of(2027, 1, 21), LocalDate.of(2027, 2, 20)),
                period(budget, LocalDate.of(2027, 1, 25)));
        assertEquals(
                LocalDate.of(2027, 1, 20),
                budget.<LocalDate>read(view -> Objects.requireNonNull(
                                view.paydays().recognised().get(last))
                        .payday()));
    }

    /** Whether the ledger goes back to before the change or begins long after it, time is cut alike. */
    @Test
    void odd_jobs_that_take_over_before_they_ever_paid_go_on_from_the_last_payday_before_them() {
        LocalDate takeover = LocalDate.of(2026, 3, 1);
        for (LocalDate firstEntry : List.of(LocalDate.of(2026, 1, 20), LocalDate.of(2027, 2, 25))) {
            for (boolean before : List.of(true, false)) {
                Budget of = Budget.inMemory(new SettableClock(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC));
                if (before) {
                    of.source(job(PaySchedule.monthly(20)));
                }
                of.source(PaySource.of("odd jobs", PaySchedule.asRecorded()).primaryFrom(takeover));
                of.spend(usd("4.50"), "Coffee", firstEntry);
                // The last payday lasts on by fourteen days at a time; without any, periods are calendar months.
                assertEquals(
                        before
                                ? new DateSpan(LocalDate.of(2026, 2, 20), LocalDate.of(2027, 3, 5))
                                : new DateSpan(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 1)),
                        period(of, LocalDate.of(2027, 3, 1)),
                        firstEntry + " " + before);
            }
        }
    }

    @Test
    void that_a_source_ends_moves_no_border_and_only_takes_what_was_expected_after_it() {
        ForAll.forAll(200, dice -> {
            PaySchedule schedule = dice.oneOf(
                    PaySchedule.monthly(dice.between(1, 31)),
                    PaySchedule.everyTwoWeeks(FIRST),
                    PaySchedule.weekly(FIRST),
                    PaySchedule.semiMonthly(dice.between(1, 14), dice.between(15, 31)));
            LocalDate until = FIRST.plusDays(dice.between(0, 120));
            SettableClock clock = new SettableClock(Instant.parse("2026-10-21T12:00:00Z"), ZoneOffset.UTC);
            try (Budget going = Budget.inMemory(clock);
                    Budget ended = Budget.inMemory(clock)) {
                going.source(job(schedule));
                ended.source(job(schedule).until(until));
                int late = dice.between(0, 1);
                for (Budget one : List.of(going, ended)) {
                    one.spend(usd("5.00"), "Tea", FIRST);
                    one.paycheck(usd("2000.00"), FIRST.plusDays(late));
                }
                LocalDate on = FIRST.plusDays(dice.between(0, 200));
                assertEquals(period(going, on), period(ended, on));
                assertEquals(
                        going.answer(on).pay().stream()
                                .filter(row -> !row.state().isAwaited()
                                        || !row.payday().isAfter(until))
                                .toList(),
                        ended.answer(on).pay());
            }
        });
    }

    @Test
    void a_day_named_by_hand_that_is_no_payday_means_the_nearest_one_and_the_earlier_of_two() {
        budget.source(job(PaySchedule.everyTwoWeeks(FIRST)));
        long odd = budget.add(EntryDraft.income(usd("10.00"), "Odd").on(LocalDate.of(2026, 12, 1)))
                .id();
        for (var named : List.of(
                List.of(LocalDate.of(2026, 11, 4), LocalDate.of(2026, 11, 3)),
                List.of(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 3)),
                List.of(LocalDate.of(2026, 11, 11), LocalDate.of(2026, 11, 17)),
                List.of(LocalDate.of(2026, 11, 17), LocalDate.of(2026, 11, 17)))) {
            budget.change("ann", edit -> edit.decide(new DecidedPay(odd, new PayDecision.PayOf("job", named.get(0)))));
            assertEquals(
                    Optional.of(named.get(1)),
                    budget.<Optional<LocalDate>>read(view -> Optional.ofNullable(
                                    view.paydays().recognised().get(odd))
                            .map(pay -> pay.payday())));
        }
    }
}
