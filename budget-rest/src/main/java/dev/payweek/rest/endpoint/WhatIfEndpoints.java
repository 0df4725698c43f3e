package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.Rollover;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import dev.payweek.report.ReportView;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What would be: the report with entries, limits, reserved amounts or paydays that are only supposed. */
final class WhatIfEndpoints {

    private WhatIfEndpoints() {}

    @Schema("Supposition")
    record Supposition(
            Optional<LocalDate> on,
            Optional<ReportView> view,
            List<ExpenseEndpoints.NewExpense> expenses,
            List<IncomeEndpoints.NewIncome> income,
            List<SupposedLimit> limits,
            List<SupposedReserve> reserved,
            Optional<ScheduleJson> schedule) {}

    @Schema("SupposedLimit")
    record SupposedLimit(
            @Text(max = CategoryEndpoints.MAX_TEXT) String category,
            Money amount,
            Optional<Per> per,
            Optional<Rollover.Policy> rollover,
            Optional<Money> cap,
            Optional<Boolean> reset,
            Optional<LocalDate> from) {}

    @Schema("SupposedReserved")
    record SupposedReserve(@Text(max = Reserved.MAX_NAME) String name, Money amount, Optional<LocalDate> from) {}

    static List<Route> routes() {
        return List.of(Route.of(
                        "POST",
                        "/budget/what-if",
                        Access.READ,
                        "Shows the budget as it would be; nothing is written.",
                        WhatIfEndpoints::answer)
                .taking(Supposition.class)
                .giving(ReportEndpoints.BudgetJson.class));
    }

    private static Response answer(Call call) {
        Supposition supposed = call.body(Supposition.class);
        return call.budget().whatIf(edit -> {
            suppose(edit, supposed);
            LocalDate on = supposed.on().orElse(edit.today());
            return Response.json(
                    200, ReportEndpoints.toJson(edit.report(on, supposed.view().orElse(ReportView.WEEK))));
        });
    }

    private static void suppose(BudgetEdit edit, Supposition supposed) {
        var checks = new Validation();
        supposed.schedule().ifPresent(schedule -> edit.paidOn(schedule.schedule()));
        each(checks, "expenses", supposed.expenses(), expense -> edit.add(ExpenseEndpoints.draft(expense)));
        each(checks, "income", supposed.income(), income -> edit.add(IncomeEndpoints.draft(income)));
        each(checks, "limits", supposed.limits(), limit -> limit(edit, limit));
        each(
                checks,
                "reserved",
                supposed.reserved(),
                one -> edit.reserve(one.name(), one.amount(), one.from().orElse(edit.today())));
        checks.refuseIfAny();
    }

    private static void limit(BudgetEdit edit, SupposedLimit limit) {
        edit.limit(
                limit.category(),
                limit.amount(),
                limit.per().orElse(Per.WEEK),
                limit.from().orElse(edit.today()),
                new Rollover(
                        limit.rollover().orElse(Rollover.Policy.NONE),
                        limit.cap(),
                        limit.reset().orElse(false)));
    }

    private static <T> void each(Validation checks, String field, List<T> items, Consumer<T> supposing) {
        for (int i = 0; i < items.size(); i++) {
            try {
                supposing.accept(items.get(i));
            } catch (LedgerException refusal) {
                checks.add(field + "/" + i, refusal);
            }
        }
    }
}
