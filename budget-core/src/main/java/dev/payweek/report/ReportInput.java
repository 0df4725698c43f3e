package dev.payweek.report;

import dev.payweek.category.Categories;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayCalendar;
import dev.payweek.period.Paycheck;
import dev.payweek.plan.Plan;
import java.util.Comparator;
import java.util.List;

/**
 * All that a report is made from: a ledger at one moment, as far as the report needs it.
 *
 * <pre>{@code
 * var settings = LedgerSettings.fresh(Money.currency("USD"), ZoneOffset.UTC);
 * var categories = new Categories(Categories.STANDARD);
 * var picture = new ReportInput(settings, List.of(), categories, new Plan(List.of(), List.of()), List.of());
 * BudgetReport.of(picture, LocalDate.of(2026, 11, 22), ReportView.WEEK).spent();    // 0.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param settings the ledger's settings
 * @param paychecks the paychecks, at least those within two months of each pay period the report looks at
 * @param categories the categories
 * @param plan limits and reservations
 * @param dayTotals the totals of at least the days of those periods: the report's own, and where limits roll over all
 *     since the first one that does
 */
public record ReportInput(
        LedgerSettings settings, List<Paycheck> paychecks, Categories categories, Plan plan, List<DayTotal> dayTotals) {

    /** Creates a picture. */
    public ReportInput {
        paychecks = List.copyOf(paychecks);
        dayTotals = List.copyOf(dayTotals);
    }

    /** Returns when pay came and will come. */
    public PayCalendar calendar() {
        return new PayCalendar(settings.schedule(), paychecks);
    }

    /** Returns the days whose totals a report on the span needs, what rolls over into it counted in. */
    public static DateSpan daysNeeded(PayCalendar calendar, Plan plan, DateSpan span) {
        return plan.rollingOver().values().stream()
                .min(Comparator.naturalOrder())
                .map(day -> calendar.periodContaining(day).span().startInclusive())
                .filter(start -> start.isBefore(span.startInclusive()))
                .map(start -> new DateSpan(start, span.endExclusive()))
                .orElse(span);
    }
}
