package dev.payweek.edit;

import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Income;
import dev.payweek.money.Money;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Carry;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.SetAside;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import dev.payweek.report.Books;
import dev.payweek.report.Paydays;
import dev.payweek.rule.Condition;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong with a part of the plan because of what the ledger holds: all of it is found before anything is
 * refused. {@code new PlanChecks(session).require(bill)}. For one thread, with its session.
 */
final class PlanChecks {

    private static final int MAX_NAMED = 3;

    private final LedgerSession session;
    private final Validation problems = new Validation();

    PlanChecks(LedgerSession session) {
        this.session = session;
    }

    void require(Bill bill) {
        bill.amount().ifPresent(amount -> currency("amount", amount));
        problems.refuseIfAny();
    }

    void require(SetAside setAside) {
        List<SetAside.Amount> amounts = setAside.amounts();
        for (int i = 0; i < amounts.size(); i++) {
            currency(
                    amounts.size() == 1 ? "amount" : "amounts/" + i + "/amount",
                    amounts.get(i).amount());
        }
        problems.refuseIfAny();
    }

    void requireLimit(Money amount, Optional<Money> cap) {
        currency("amount", amount);
        cap.ifPresent(most -> currency("cap", most));
        problems.refuseIfAny();
    }

    void require(Carry carry) {
        carry.cap().ifPresent(cap -> currency("cap", cap));
        problems.refuseIfAny();
    }

    /** What has been in the source all along is not looked at again, so that the rest of it can always be changed. */
    void require(PaySource source) {
        for (int i = 0; i < source.versions().size(); i++) {
            PayVersion version = source.versions().get(i);
            String field = "versions/" + i + "/";
            version.expected().ifPresent(amount -> currency(field + "expected", amount));
            version.schedule()
                    .expectedPaycheck()
                    .ifPresent(amount -> currency(field + "schedule/expected_paycheck", amount));
        }
        Optional<PaySource> before = session.reader().find(Kinds.SOURCE, source.name());
        List<PaySource> others = others(source.name());
        if (source.primaryFrom().isEmpty() && isOnlyPrimary(before, others)) {
            problems.note("primary", "needed", makeAnotherPrimary(source.name()));
        }
        if (!source.match().equals(before.flatMap(PaySource::match))) {
            source.match().ifPresent(match -> others.forEach(other -> requireApart(match, other)));
        }
        if (!source.horizon().equals(before.flatMap(PaySource::horizon))) {
            source.horizon().ifPresent(horizon -> requireAhead(horizon, source, others));
        }
        problems.refuseIfAny();
    }

    /** Refuses with CONFLICT the removal of the primary source while others are left without one. */
    void requireRemovable(PaySource source) {
        if (isOnlyPrimary(Optional.of(source), others(source.name()))) {
            throw LedgerException.conflict(makeAnotherPrimary(source.name()));
        }
    }

    private static boolean isOnlyPrimary(Optional<PaySource> source, List<PaySource> others) {
        return source.flatMap(PaySource::primaryFrom).isPresent()
                && !others.isEmpty()
                && others.stream().allMatch(other -> other.primaryFrom().isEmpty());
    }

    private static String makeAnotherPrimary(String name) {
        return "\"" + name + "\" is the primary source, whose paydays cut time; make another one primary first.";
    }

    private List<PaySource> others(String name) {
        return session.reader().all(Kinds.SOURCE).stream()
                .filter(other -> !other.name().equals(name))
                .toList();
    }

    private void currency(String field, Money amount) {
        session.checkCurrency(problems, field, amount);
    }

    private void requireApart(Condition match, PaySource other) {
        Optional<Condition> theirs = other.match();
        List<Income> shared = theirs.isEmpty()
                ? List.of()
                : incomes().stream()
                        .filter(income -> holds(match, income) && holds(theirs.get(), income))
                        .sorted(Comparator.comparing(Income::date).thenComparing(Income::id))
                        .toList();
        if (!shared.isEmpty()) {
            problems.note(
                    "match", "taken", "The match of \"" + other.name() + "\" takes the same income: " + named(shared));
        } else if (theirs.filter(their -> match.implies(their) || their.implies(match))
                .isPresent()) {
            problems.note(
                    "match", "taken", "The match of \"" + other.name() + "\" would take the same income as this one.");
        }
    }

    private static boolean holds(Condition match, Income income) {
        return match.holds(income.details(), EntryKind.INCOME);
    }

    private static String named(List<Income> incomes) {
        String some = incomes.stream()
                .limit(MAX_NAMED)
                .map(income -> income.id() + " of " + income.date())
                .collect(Collectors.joining(", "));
        return some + (incomes.size() > MAX_NAMED ? " and " + (incomes.size() - MAX_NAMED) + " more." : ".");
    }

    private List<Income> incomes() {
        List<Income> all = new ArrayList<>();
        session.reader().forEachEntry(EntryQuery.all(EntryKind.INCOME), entry -> all.add((Income) entry));
        return all;
    }

    /** The last period of an irregular source begins on its last payday, so that its horizon lies after that. */
    private void requireAhead(LocalDate horizon, PaySource source, List<PaySource> others) {
        List<PaySource> all = new ArrayList<>(others);
        all.add(source);
        BudgetPlan plan = BudgetPlan.of(session.settings().currency())
                .withSources(all)
                .withPayDecisions(session.reader().all(Kinds.PAY_DECISION).stream()
                        .collect(Collectors.toMap(DecidedPay::income, DecidedPay::decision)));
        new Paydays(plan, Books.of(incomes()), session.today())
                .recognised().values().stream()
                        .filter(pay -> pay.source().equals(source.name()))
                        .map(Paydays.Recognised::payday)
                        .max(Comparator.naturalOrder())
                        .filter(last -> !horizon.isAfter(last))
                        .ifPresent(last -> problems.note(
                                "horizon", "in_the_past", "The horizon must lie after the last payday, " + last + "."));
    }
}
