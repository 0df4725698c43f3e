package dev.payweek.rest.endpoint;

import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.LimitStatus;
import dev.payweek.report.BudgetReport;
import dev.payweek.report.CategoryLine;
import dev.payweek.report.ReportPaycheck;
import dev.payweek.report.ReportView;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Query;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report: what of the discretionary income has been spent since the last paycheck. */
final class ReportEndpoints {

    private static final QueryParameter ON =
            new QueryParameter("on", QueryParameter.Type.DATE, "The day; today by default.");

    private static final QueryParameter VIEW = new QueryParameter(
            "view", QueryParameter.Type.TEXT, "week or pay_period: whose figures fill the body; week by default.");

    private ReportEndpoints() {}

    @Schema("BudgetReport")
    record BudgetJson(
            LocalDate asOf,
            String currency,
            ReportView view,
            Span week,
            Period payPeriod,
            Money income,
            Money reserved,
            Money discretionary,
            Money spent,
            Money upcoming,
            Money remaining,
            Ratio shareSpent,
            Money safeToSpendPerDay,
            PaceJson pace,
            List<CategoryLineJson> categories,
            long uncategorised) {}

    @Schema("Week")
    record Span(LocalDate start, LocalDate end, long days, long daysLeft) {}

    @Schema("PayPeriod")
    record Period(LocalDate start, LocalDate end, long days, long daysLeft, PaycheckJson paycheck) {}

    @Schema("Paycheck")
    record PaycheckJson(Optional<Long> id, LocalDate date, Money amount, boolean expected) {}

    @Schema("Pace")
    record PaceJson(Money expectedByNow, Money aheadBy, Money projected) {}

    @Schema("CategoryLine")
    record CategoryLineJson(
            String category,
            boolean discretionary,
            Money spent,
            Optional<Money> limit,
            Money carryIn,
            Optional<Money> remaining,
            Ratio share,
            long count,
            LimitStatus status,
            List<CategoryLineJson> children) {}

    static List<Route> routes() {
        return List.of(
                route("/budget", "Shows what of the discretionary income has been spent since the last paycheck."),
                route("/hello", "The same as /budget, at the address of the first budget API."),
                Route.of(
                                "GET",
                                "/budget/history",
                                Access.READ,
                                "Shows the same for the last weeks or pay periods, the newest first.",
                                ReportEndpoints::history)
                        .giving(Content.many(BudgetJson.class))
                        .with(
                                new QueryParameter(
                                        "periods", QueryParameter.Type.INTEGER, "How many, 1 to 600; 12 by default."),
                                ON,
                                VIEW));
    }

    private static Response history(Call call) {
        Query query = call.query();
        Optional<LocalDate> on = query.date("on");
        int count = query.integer("periods", 1, BudgetReport.MAX_HISTORY).orElse(12);
        return call.view(ledger -> ledger.history(on.orElse(ledger.today()), view(query), count).stream()
                .map(ReportEndpoints::toJson)
                .toList());
    }

    private static Route route(String path, String summary) {
        return Route.of("GET", path, Access.READ, summary, ReportEndpoints::budget)
                .giving(BudgetJson.class)
                .with(ON, VIEW);
    }

    private static Response budget(Call call) {
        Query query = call.query();
        Optional<LocalDate> on = query.date("on");
        ReportView view = view(query);
        return call.view(ledger -> toJson(ledger.report(on.orElse(ledger.today()), view)));
    }

    private static ReportView view(Query query) {
        return query.choice("view", Map.of("week", ReportView.WEEK, "pay_period", ReportView.PAY_PERIOD))
                .orElse(ReportView.WEEK);
    }

    static BudgetJson toJson(BudgetReport report) {
        DateSpan week = report.week().span();
        DateSpan period = report.period().span();
        LocalDate asOf = report.asOf();
        ReportPaycheck paycheck = report.paycheck();
        return new BudgetJson(
                asOf,
                report.spent().currency().getCurrencyCode(),
                report.view(),
                new Span(week.startInclusive(), week.endExclusive(), week.days(), week.daysLeft(asOf)),
                new Period(
                        period.startInclusive(),
                        period.endExclusive(),
                        period.days(),
                        period.daysLeft(asOf),
                        new PaycheckJson(paycheck.entryId(), paycheck.date(), paycheck.amount(), paycheck.expected())),
                report.income(),
                report.reserved(),
                report.discretionary(),
                report.spent(),
                report.upcoming(),
                report.remaining(),
                report.shareSpent(),
                report.safeToSpendPerDay(),
                new PaceJson(
                        report.pace().expectedByNow(),
                        report.pace().aheadBy(),
                        report.pace().projected()),
                report.categories().stream().map(ReportEndpoints::toJson).toList(),
                report.uncategorised());
    }

    private static CategoryLineJson toJson(CategoryLine line) {
        return new CategoryLineJson(
                line.category().name(),
                line.discretionary(),
                line.spent(),
                line.limit(),
                line.carryIn(),
                line.remaining(),
                line.share(),
                line.count(),
                line.status(),
                line.children().stream().map(ReportEndpoints::toJson).toList());
    }
}
