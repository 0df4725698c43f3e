package dev.payweek.budget;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PayDecision;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.report.Answer;
import dev.payweek.report.PayRow;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.When;
import dev.payweek.statement.ImportOptions;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A schedule, an expected amount, an entry by hand, an import, a rule and a correction give the same answer in whatever
 * order they are made, and count no paycheck twice.
 */
class PayOrdersPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);

    /** What one household does, in an order of its own. */
    private static final class Household {

        private final PaySchedule schedule;
        private final Money expected;
        private final String byHand;
        private final LocalDate handDay;
        private final Money handAmount;
        private final Money corrected;
        private final List<String> rows = new ArrayList<>();
        private final boolean matched;
        private final Optional<PayDecision> decision;
        private final LocalDate on;

        Household(Dice dice) {
            int payday = dice.between(1, 28);
            schedule = dice.percent(70)
                    ? PaySchedule.monthly(payday)
                    : PaySchedule.everyTwoWeeks(FIRST.plusDays(dice.between(0, 13)));
            expected = usd(dice.between(900, 2_000));
            matched = dice.percent(50);
            byHand = dice.percent(70) ? "ACME salary" : "gift";
            LocalDate due = FIRST.plusMonths(dice.between(0, 3)).withDayOfMonth(payday);
            handDay = due.plusDays(dice.between(-5, 5));
            handAmount = dice.percent(50) ? expected : usd(dice.between(100, 2_500));
            corrected = dice.percent(50) ? expected : usd(dice.between(100, 2_500));
            for (int month = 0; month < 4; month++) {
                if (dice.percent(70)) {
                    LocalDate came =
                            FIRST.plusMonths(month).withDayOfMonth(payday).plusDays(dice.between(-3, 3));
                    Money amount = dice.percent(60) ? expected : usd(dice.between(500, 2_500));
                    rows.add(row(came, amount, "ACME salary"));
                }
            }
            // A paycheck that was entered by hand too, an expense, and money that is no pay.
            if (dice.percent(40)) {
                rows.add(row(handDay.plusDays(dice.between(0, 2)), corrected, "ACME salary"));
            }
            rows.add(row(FIRST.plusDays(dice.between(0, 100)), usd(-dice.between(1, 200)), "shop"));
            rows.add(row(FIRST.plusDays(dice.between(0, 100)), usd(dice.between(10, 300)), "gift"));
            decision =
                    dice.maybe(() -> dice.percent(50) ? new PayDecision.NoPay() : new PayDecision.PayOf("main", due));
            on = FIRST.plusDays(dice.between(0, 130));
        }

        private static Money usd(int units) {
            return Money.ofMinor(units * 100L, Money.currency("USD"));
        }

        private static String row(LocalDate day, Money amount, String title) {
            return day + ";" + amount.toString().replace(" USD", "") + ";" + title;
        }

        private void main(Budget budget, Optional<Money> amount) {
            budget.change("ann", edit -> {
                PaySource known = edit.sources().stream()
                        .findFirst()
                        .orElseGet(() -> PaySource.of("main", schedule).primary());
                Optional<Money> stated = amount.or(() -> known.versions().get(0).expected());
                edit.put(known.with(List.of(new PayVersion(Optional.empty(), schedule, stated))));
            });
        }

        private Optional<Entry> handEntry(Budget budget) {
            return LedgerDump.entries(budget, EntryKind.INCOME).stream()
                    .filter(entry -> entry.importBatch().isEmpty())
                    .findFirst();
        }

        /** Does one of the six; a correction of what is not there yet is made when it is entered. */
        void act(int which, Budget budget, List<Integer> done) {
            switch (which) {
                case 0 -> main(budget, Optional.empty());
                case 1 -> main(budget, Optional.of(expected));
                case 2 -> {
                    Money amount = done.contains(5) ? corrected : handAmount;
                    Entry entry = budget.add(EntryDraft.income(amount, byHand).on(handDay));
                    if (done.contains(5)) {
                        decide(budget, entry);
                    }
                }
                case 3 -> budget.importStatement(RowsFormat.file("bank", rows), ImportOptions.NONE);
                case 4 -> {
                    budget.change("ann", edit -> {
                        PaySource known = edit.sources().stream()
                                .findFirst()
                                .orElseGet(() -> PaySource.of("main", schedule).primary());
                        edit.put(matched ? known.matching(Condition.parse("title contains \"acme\"")) : known);
                    });
                    budget.applyRules(
                            new RuleChange.Add(RuleDraft.of(
                                    "shop", When.when().title().contains("shop").then("Fun"))),
                            false);
                }
                default ->
                    handEntry(budget).ifPresent(entry -> {
                        budget.change(
                                "ann",
                                edit -> edit.replace(
                                        entry.id(),
                                        EntryDraft.income(corrected, byHand).on(handDay)));
                        decide(budget, entry);
                    });
            }
        }

        private void decide(Budget budget, Entry entry) {
            decision.ifPresent(decided -> {
                // A decision names a source, so it waits for one.
                main(budget, Optional.empty());
                budget.change("ann", edit -> edit.decide(new DecidedPay(entry.id(), decided)));
            });
        }
    }

    private static Budget after(Household household, List<Integer> order) {
        Budget budget = Budget.inMemory(
                new SettableClock(household.on.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
        List<Integer> done = new ArrayList<>();
        for (int which : order) {
            household.act(which, budget, done);
            done.add(which);
        }
        return budget;
    }

    @Test
    void whatever_the_order_the_answer_is_the_same_and_no_paycheck_counts_twice() {
        int[] merged = {0};
        forAll(60, dice -> {
            Household household = new Household(dice);
            List<Integer> all = List.of(0, 1, 2, 3, 4, 5);
            List<String> expected = answers(after(household, all), household);
            for (int i = 0; i < 20; i++) {
                List<Integer> order = dice.shuffled(all);
                Budget budget = after(household, order);
                assertEquals(expected, answers(budget, household), order.toString());
                merged[0] += mergeTwin(budget, household) ? 1 : 0;
            }
        });
        assertTrue(merged[0] > 20 || System.getProperty("seed") != null, "only " + merged[0] + " had a twin");
    }

    /** The paycheck entered by hand and the same one of the file count once when they are made one. */
    private static boolean mergeTwin(Budget budget, Household household) {
        List<Entry> incomes = LedgerDump.entries(budget, EntryKind.INCOME);
        Entry mine = incomes.stream()
                .filter(entry -> entry.importBatch().isEmpty())
                .findFirst()
                .orElseThrow();
        Optional<Entry> twin = incomes.stream()
                .filter(entry -> entry.importBatch().isPresent()
                        && entry.amount().equals(mine.amount())
                        && entry.details().title().equals("ACME salary"))
                .findFirst();
        twin.ifPresent(other -> {
            budget.change("ann", edit -> edit.merge(other.id(), mine.id()));
            answers(budget, household);
        });
        return twin.isPresent();
    }

    private static List<String> answers(Budget budget, Household household) {
        List<String> all = new ArrayList<>();
        for (int days : List.of(0, 10, 20, 30, 45)) {
            Answer answer = budget.answer(household.on.minusDays(days));
            requireOnce(budget, answer);
            all.add(answer.period().period().span() + " " + figures(answer));
        }
        return all;
    }

    private static String figures(Answer answer) {
        List<String> pay = answer.pay().stream()
                .map(row -> row.payday() + " " + row.date() + " " + row.amount() + " " + row.state())
                .toList();
        return answer.verdict() + " " + answer.period().income() + " "
                + answer.period().left() + " " + answer.period().spent() + " " + pay;
    }

    /** Income is what came in the period's days and what is still expected; no payday has both. */
    private static void requireOnce(Budget budget, Answer answer) {
        long income = 0;
        for (Entry entry : LedgerDump.entries(budget, EntryKind.INCOME)) {
            boolean seen = !entry.date().isAfter(answer.asOf()) || entry.date().isAfter(today(budget));
            if (seen && answer.period().period().span().contains(entry.date())) {
                income += entry.amount().minorUnits();
            }
        }
        Set<Long> entries = new HashSet<>();
        Set<LocalDate> paydays = new HashSet<>();
        for (PayRow row : answer.pay()) {
            assertTrue(paydays.add(row.payday()), "two rows of the payday " + row.payday());
            row.entry().ifPresent(id -> assertTrue(entries.add(id), "income " + id + " twice"));
            income += row.state().isAwaited() ? row.amount().minorUnits() : 0;
        }
        assertEquals(income, answer.period().income().minorUnits());
    }

    private static LocalDate today(Budget budget) {
        return LocalDate.ofInstant(Instant.now(budget.clock()), ZoneOffset.UTC);
    }
}
