package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.period.Paycheck;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Works out one report. The formulas are given at {@link BudgetReport} and {@link Pace}. */
final class ReportMaker {

    private final ReportInput picture;
    private final RolloverFold carrying;
    private final LocalDate asOf;
    private final ReportView view;
    private final Currency currency;
    private final PayPeriod period;
    private final BudgetWeek week;
    private final DateSpan span;

    ReportMaker(ReportInput picture, RolloverFold carrying, LocalDate asOf, ReportView view) {
        this.picture = picture;
        this.carrying = carrying;
        this.asOf = asOf;
        this.view = view;
        this.currency = picture.settings().currency();
        this.period = carrying.calendar().periodContaining(asOf);
        this.week = period.weekContaining(asOf);
        this.span = view.spanAround(asOf, period);
    }

    BudgetReport make() {
        ReportPaycheck paycheck = paycheck();
        LocalDate tomorrow = asOf.plusDays(1);
        Spending untilNow = Spending.between(span.startInclusive(), tomorrow, picture.dayTotals());
        Spending later = Spending.between(tomorrow, span.endExclusive(), picture.dayTotals());
        Money came = incomeUntilNow();
        Money income = forView(paycheck.expected() ? came.plus(paycheck.amount()) : came);
        // Asked of the period even for a week, so that the weeks of a period sum to it.
        Money reserved = forView(picture.plan().totalReservedOn(period.span().lastDay(), currency));
        Money discretionary = income.minus(reserved);
        Money spent = discretionary(untilNow);
        Money remaining = discretionary.minus(spent);
        long daysLeft = span.daysLeft(asOf);
        return new BudgetReport(
                asOf,
                view,
                week,
                period,
                paycheck,
                income,
                reserved,
                discretionary,
                spent,
                discretionary(later),
                remaining,
                Ratio.of(spent, discretionary),
                remaining.isPositive() ? remaining.perEach(daysLeft) : Money.zero(currency),
                Pace.of(spent, discretionary, span.days() - daysLeft + 1, span.days()),
                new CategoryLines(
                                picture,
                                untilNow,
                                this::limitForView,
                                period.span().lastDay())
                        .groups(),
                untilNow.uncategorised());
    }

    private ReportPaycheck paycheck() {
        List<Paycheck> came = picture.paychecks().stream()
                .filter(paycheck -> period.span().contains(paycheck.date())
                        && !paycheck.date().isAfter(asOf))
                .sorted(Comparator.comparing(Paycheck::date).thenComparingLong(Paycheck::entryId))
                .toList();
        Optional<Paycheck> first = came.stream().findFirst();
        if (first.isPresent()) {
            Money all = came.stream().map(Paycheck::amount).reduce(Money.zero(currency), Money::plus);
            return new ReportPaycheck(
                    Optional.of(first.get().entryId()), first.get().date(), all, false);
        }
        return new ReportPaycheck(Optional.empty(), period.span().startInclusive(), expectedPaycheck(), true);
    }

    /** The plan's own word, else what came last time, else nothing. */
    private Money expectedPaycheck() {
        return picture.settings()
                .schedule()
                .expectedPaycheck()
                .or(() -> picture.paychecks().stream()
                        .filter(paycheck ->
                                paycheck.date().isBefore(period.span().startInclusive()))
                        .max(Comparator.comparing(Paycheck::date).thenComparingLong(Paycheck::entryId))
                        .map(Paycheck::amount))
                .orElse(Money.zero(currency));
    }

    private Money forView(Money ofPeriod) {
        return view == ReportView.WEEK ? week.partOfPeriod(ofPeriod) : ofPeriod;
    }

    private Optional<CategoryLines.Limit> limitForView(CategoryPath category) {
        return view == ReportView.WEEK
                ? picture.plan()
                        .limitIn(category, week)
                        .map(amount -> new CategoryLines.Limit(amount, carrying.into(category, week)))
                : picture.plan()
                        .limitIn(category, period)
                        .map(amount -> new CategoryLines.Limit(amount, carrying.into(category, period)));
    }

    private Money discretionary(Spending spending) {
        return Money.ofMinor(spending.discretionary(picture.categories()), currency);
    }

    private Money incomeUntilNow() {
        DateSpan days = new DateSpan(period.span().startInclusive(), asOf.plusDays(1));
        long units = picture.dayTotals().stream()
                .filter(total -> total.kind() == EntryKind.INCOME && days.contains(total.date()))
                .mapToLong(DayTotal::minorUnits)
                .reduce(0, Math::addExact);
        return Money.ofMinor(units, currency);
    }
}
