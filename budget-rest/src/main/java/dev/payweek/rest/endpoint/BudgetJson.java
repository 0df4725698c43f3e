package dev.payweek.rest.endpoint;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.LimitStatus;
import dev.payweek.report.Answer;
import dev.payweek.report.BillRow;
import dev.payweek.report.CategoryRow;
import dev.payweek.report.Pace;
import dev.payweek.report.PayRow;
import dev.payweek.report.PeriodFigures;
import dev.payweek.report.SetAsideRow;
import dev.payweek.report.Verdict;
import dev.payweek.report.WeekFigures;
import dev.payweek.rest.json.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The answer as JSON: verdict, pay period, week, and what they are made of. Ends of spans are exclusive. */
@Schema("Budget")
public record BudgetJson(
        LocalDate asOf,
        String currency,
        VerdictJson verdict,
        PeriodJson period,
        WeekJson week,
        List<PayJson> pay,
        List<DueJson> bills,
        List<PotJson> setAsides,
        List<CategoryJson> categories,
        long uncategorised) {

    @Schema("Verdict")
    record VerdictJson(
            Verdict.State state, Money leftUntilPayday, LocalDate payday, long daysToPayday, Money safeToday) {}

    @Schema("PayPeriod")
    record PeriodJson(
            LocalDate start,
            LocalDate end,
            long days,
            long daysLeft,
            Money carriedIn,
            Money income,
            Money committed,
            Money stillDue,
            Money paidOut,
            Money planned,
            Money discretionary,
            Money spent,
            Money upcoming,
            Money left,
            Money safeToSpendPerDay,
            Optional<Ratio> shareSpent,
            PaceJson pace) {}

    @Schema("Week")
    record WeekJson(
            LocalDate start,
            LocalDate end,
            long days,
            long daysLeft,
            Money allowance,
            Money spent,
            Money upcoming,
            Money left,
            Money safeToSpendPerDay,
            Optional<Ratio> shareSpent,
            PaceJson pace) {}

    @Schema("Pace")
    record PaceJson(Money expectedByNow, Money aheadBy, Money projected) {

        static PaceJson of(Pace pace) {
            return new PaceJson(pace.expectedByNow(), pace.aheadBy(), pace.projected());
        }
    }

    @Schema("Pay")
    record PayJson(
            String source, LocalDate payday, LocalDate date, Money amount, PayRow.State state, Optional<Long> entry) {}

    @Schema("BillDue")
    record DueJson(
            String bill, LocalDate due, Money amount, BillRow.State state, String category, Optional<Long> entry) {}

    @Schema("Pot")
    record PotJson(
            String setAside,
            Optional<String> category,
            Money amount,
            Money used,
            Money due,
            Money left,
            Money pot,
            Money fromPot) {}

    @Schema("CategoryRow")
    record CategoryJson(
            String category,
            boolean discretionary,
            long count,
            Optional<Ratio> share,
            StretchJson week,
            StretchJson period,
            List<CategoryJson> children) {}

    @Schema("Stretch")
    record StretchJson(
            Money spent,
            Money committed,
            Optional<Money> limit,
            Optional<Money> carryIn,
            Optional<Money> left,
            Optional<LimitStatus> status) {}

    /** Returns an answer as JSON. */
    public static BudgetJson of(Answer answer) {
        PeriodFigures period = answer.period();
        return new BudgetJson(
                answer.asOf(),
                period.left().currency().getCurrencyCode(),
                verdict(answer.verdict()),
                period(period),
                week(answer.week()),
                answer.pay().stream().map(BudgetJson::pay).toList(),
                answer.bills().stream().map(BudgetJson::due).toList(),
                answer.setAsides().stream().map(BudgetJson::pot).toList(),
                answer.categories().stream().map(BudgetJson::category).toList(),
                answer.uncategorised());
    }

    private static VerdictJson verdict(Verdict verdict) {
        return new VerdictJson(
                verdict.state(),
                verdict.leftUntilPayday(),
                verdict.payday(),
                verdict.daysToPayday(),
                verdict.safeToday());
    }

    private static PeriodJson period(PeriodFigures period) {
        DateSpan span = period.period().span();
        return new PeriodJson(
                span.startInclusive(),
                span.endExclusive(),
                span.days(),
                period.daysLeft(),
                period.carriedIn(),
                period.income(),
                period.committed(),
                period.stillDue(),
                period.paidOut(),
                period.planned(),
                period.discretionary(),
                period.spent(),
                period.upcoming(),
                period.left(),
                period.safePerDay(),
                period.shareSpent(),
                PaceJson.of(period.pace()));
    }

    private static WeekJson week(WeekFigures week) {
        DateSpan span = week.week().span();
        return new WeekJson(
                span.startInclusive(),
                span.endExclusive(),
                span.days(),
                week.daysLeft(),
                week.allowance(),
                week.spent(),
                week.upcoming(),
                week.left(),
                week.safePerDay(),
                week.shareSpent(),
                PaceJson.of(week.pace()));
    }

    private static PayJson pay(PayRow pay) {
        return new PayJson(pay.source(), pay.payday(), pay.date(), pay.amount(), pay.state(), boxed(pay.entry()));
    }

    private static DueJson due(BillRow bill) {
        String category = bill.category().name();
        return new DueJson(bill.bill(), bill.due(), bill.amount(), bill.state(), category, boxed(bill.entry()));
    }

    private static Optional<Long> boxed(OptionalLong id) {
        return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
    }

    private static PotJson pot(SetAsideRow row) {
        return new PotJson(
                row.setAside(),
                row.category().map(CategoryPath::name),
                row.amount(),
                row.used(),
                row.due(),
                row.left(),
                row.pot(),
                row.fromPot());
    }

    private static CategoryJson category(CategoryRow row) {
        return new CategoryJson(
                row.category().name(),
                row.discretionary(),
                row.count(),
                row.share(),
                stretch(row.week()),
                stretch(row.period()),
                row.children().stream().map(BudgetJson::category).toList());
    }

    private static StretchJson stretch(CategoryRow.Stretch stretch) {
        return new StretchJson(
                stretch.spent(),
                stretch.committed(),
                stretch.limit().map(CategoryRow.Limit::amount),
                stretch.limit().map(CategoryRow.Limit::carryIn),
                stretch.left(),
                stretch.status());
    }
}
