package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetView;
import dev.payweek.money.Money;
import dev.payweek.report.History;
import dev.payweek.report.PeriodRow;
import dev.payweek.report.WeekRow;
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

/** The answer: what of the discretionary income has been spent since the last payday, on what, and what is left. */
final class BudgetEndpoints {

    private static final QueryParameter ON =
            new QueryParameter("on", QueryParameter.Type.DATE, "The day; today by default.");

    private static final QueryParameter TODAY = new QueryParameter(
            "today", QueryParameter.Type.DATE, "The day it is supposed to be asked on; the real one by default.");

    private BudgetEndpoints() {}

    /** What is known of the stretch depends on what it is: a pay period, or a week. */
    @Schema("HistoryRow")
    record RowJson(
            LocalDate start,
            LocalDate end,
            long days,
            Optional<Money> carriedIn,
            Optional<Money> income,
            Optional<Money> committed,
            Optional<Money> discretionary,
            Optional<Money> allowance,
            Money spent,
            Money left) {

        static RowJson of(PeriodRow row) {
            return new RowJson(
                    row.span().startInclusive(),
                    row.span().endExclusive(),
                    row.span().days(),
                    Optional.of(row.carriedIn()),
                    Optional.of(row.income()),
                    Optional.of(row.committed()),
                    Optional.of(row.discretionary()),
                    Optional.empty(),
                    row.spent(),
                    row.left());
        }

        static RowJson of(WeekRow row) {
            return new RowJson(
                    row.span().startInclusive(),
                    row.span().endExclusive(),
                    row.span().days(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(row.allowance()),
                    row.spent(),
                    row.left());
        }
    }

    static List<Route> routes() {
        return List.of(
                route("/budget", "Shows what of the discretionary income has been spent since the last payday."),
                route("/hello", "The same as /budget, at the address of the first budget API."),
                Route.of(
                                "GET",
                                "/budget/history",
                                Access.READ,
                                "Shows the weeks or pay periods that have ended, the oldest first.",
                                BudgetEndpoints::history)
                        .giving(Content.many(RowJson.class))
                        .with(
                                new QueryParameter(
                                                "periods",
                                                QueryParameter.Type.INTEGER,
                                                "How many, 1 to 600; 12 by default.")
                                        .within(1, History.MAX),
                                new QueryParameter("of", QueryParameter.Type.TEXT, "week or period; period by default.")
                                        .oneOf("week", "period"),
                                TODAY));
    }

    private static Route route(String path, String summary) {
        return Route.of("GET", path, Access.READ, summary, BudgetEndpoints::budget)
                .giving(BudgetJson.class)
                .with(ON, TODAY);
    }

    private static Response budget(Call call) {
        Query query = call.query();
        Optional<LocalDate> on = query.date("on");
        Optional<LocalDate> today = query.date("today");
        return call.view(view -> {
            LocalDate asked = today.orElse(view.today());
            return BudgetJson.of(view.answer(on.orElse(asked), asked));
        });
    }

    private static Response history(Call call) {
        Query query = call.query();
        int count = query.integer("periods").orElse(12);
        Optional<LocalDate> today = query.date("today");
        boolean weeks =
                query.choice("of", Map.of("week", true, "period", false)).orElse(false);
        return call.view(view -> rows(view, today.orElse(view.today()), weeks, count));
    }

    private static List<RowJson> rows(BudgetView view, LocalDate today, boolean weeks, int count) {
        return weeks
                ? view.weeks(today, count).stream().map(RowJson::of).toList()
                : view.periods(today, count).stream().map(RowJson::of).toList();
    }
}
