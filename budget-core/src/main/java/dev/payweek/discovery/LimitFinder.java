package dev.payweek.discovery;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.edit.LedgerView;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Evidence;
import dev.payweek.plan.Discovery.Kind;
import dev.payweek.plan.Discovery.Offer;
import dev.payweek.plan.Discovery.State;
import dev.payweek.plan.Per;
import dev.payweek.plan.SoftLimit;
import dev.payweek.query.Reports;
import dev.payweek.report.Answer;
import dev.payweek.report.CategoryRow;
import dev.payweek.store.EntryQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what is usually spent in a category: the median of the last three whole pay periods, without bills, transfers
 * and refunds. Silent where the three differ much, where nobody sorts, and while pay and bills are still to be decided,
 * since these would change the periods and what is spent in them. For one thread, with its view.
 */
final class LimitFinder {

    private static final int PERIODS = 3;

    private final LedgerView ledger;
    private final Reports reports;
    private final BudgetPlan plan;
    private final Set<CategoryPath> undecided = new HashSet<>();

    LimitFinder(LedgerView ledger, Reports reports, BudgetPlan plan) {
        this.ledger = ledger;
        this.reports = reports;
        this.plan = plan;
    }

    /** Returns the limits that entries since the given day suggest, beside what else is suggested. */
    List<Discovery> find(LocalDate since, List<Discovery> others) {
        boolean payIsOpen = plan.sources().isEmpty()
                && others.stream()
                        .anyMatch(one -> one.kind() == Kind.PAY_SOURCE || one.kind() == Kind.IRREGULAR_INCOME);
        if (payIsOpen) {
            return List.of();
        }
        List<Answer> past = past();
        LocalDate from = past.get(0).period().period().span().startInclusive();
        if (from.isBefore(since)) {
            return List.of();
        }
        others.stream()
                .filter(one -> one.kind() == Kind.BILL || one.kind() == Kind.YEARLY)
                .flatMap(one -> one.evidence().stream())
                .filter(entry -> !entry.date().isBefore(from))
                .forEach(entry -> ledger.reader().findEntry(entry.entry()).ifPresent(found -> {
                    if (found instanceof Expense expense) {
                        undecided.add(expense.category());
                    }
                }));
        Ids ids = new Ids();
        return lowest(past.get(PERIODS - 1).categories())
                .map(CategoryRow::category)
                .filter(this::isOpen)
                .flatMap(category -> limit(category, past, ids).stream())
                .toList();
    }

    /** The answers on the last days of the last whole pay periods, the oldest first. */
    private List<Answer> past() {
        LocalDate today = ledger.today();
        List<Answer> past = new ArrayList<>();
        LocalDate day = reports.answer(today, today).period().period().span().startInclusive();
        for (int i = 0; i < PERIODS; i++) {
            Answer answer = reports.answer(day.minusDays(1), today);
            past.add(0, answer);
            day = answer.period().period().span().startInclusive();
        }
        return past;
    }

    /** The categories below which there is nothing. */
    private static Stream<CategoryRow> lowest(List<CategoryRow> rows) {
        return rows.stream().flatMap(row -> row.children().isEmpty() ? Stream.of(row) : lowest(row.children()));
    }

    private boolean isOpen(CategoryPath category) {
        return !category.equals(Categories.OTHER)
                && undecided.stream().noneMatch(open -> open.isWithin(category))
                && plan.limits().limitedOn(ledger.today()).stream().noneMatch(limited -> limited.isWithin(category));
    }

    private Optional<Discovery> limit(CategoryPath category, List<Answer> past, Ids ids) {
        List<Money> spent = past.stream()
                .flatMap(answer -> lowest(answer.categories()))
                .filter(row -> row.category().equals(category))
                .map(row -> row.period().spent())
                .toList();
        List<Money> sorted = spent.stream().sorted().toList();
        if (sorted.size() < PERIODS
                || !sorted.get(0).isPositive()
                || sorted.get(2).minorUnits() > 2 * sorted.get(0).minorUnits()) {
            return Optional.empty();
        }
        DateSpan span = new DateSpan(
                past.get(0).period().period().span().startInclusive(),
                past.get(PERIODS - 1).period().period().span().endExclusive());
        Money amount = rounded(sorted.get(1));
        String says = category + " took " + Sentences.plain(spent.get(0)) + ", " + Sentences.plain(spent.get(1))
                + " and "
                + Sentences.plain(spent.get(2)) + " in the last three pay periods, bills left aside: a limit of "
                + Sentences.plain(amount) + " a period.";
        SoftLimit limit = new SoftLimit(category, amount, Per.PERIOD, span.endExclusive());
        return Optional.of(new Discovery(
                ids.of(Kind.LIMIT + "|" + category),
                Kind.LIMIT,
                State.PROPOSED,
                category.toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(amount),
                true,
                List.of(),
                PERIODS,
                0,
                0,
                List.of(),
                evidence(category, span),
                says,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Offer.Most(limit))));
    }

    /** Up to a full five, from a hundred on to a full ten. */
    private static Money rounded(Money median) {
        int digits = Math.max(0, median.currency().getDefaultFractionDigits());
        long unit = digits == 0 ? 100 : BigDecimal.TEN.pow(digits).longValueExact();
        long step = median.minorUnits() < 100 * unit ? 5 * unit : 10 * unit;
        return Money.ofMinor(Math.floorDiv(median.minorUnits() + step - 1, step) * step, median.currency());
    }

    private List<Evidence> evidence(CategoryPath category, DateSpan span) {
        List<Evidence> found = new ArrayList<>();
        ledger.reader()
                .forEachEntry(
                        EntryQuery.all(EntryKind.EXPENSE).during(span).inCategory(category),
                        entry -> found.add(new Evidence(
                                entry.id(),
                                entry.date(),
                                entry.amount().abs(),
                                entry.details().account())));
        return found;
    }
}
