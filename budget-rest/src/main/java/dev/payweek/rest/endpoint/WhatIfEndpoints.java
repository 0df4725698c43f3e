package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.money.Money;
import dev.payweek.plan.Bill;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Faults;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What would be: the answer with entries, limits, bills or paydays that are only supposed. */
final class WhatIfEndpoints {

    private WhatIfEndpoints() {}

    @Schema("Supposition")
    record Supposition(
            Optional<LocalDate> on,
            List<ExpenseEndpoints.NewExpense> expenses,
            List<IncomeEndpoints.NewIncome> income,
            List<SupposedLimit> limits,
            List<SupposedBill> bills,
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

    @Schema("SupposedBill")
    record SupposedBill(
            @Text(max = Bill.MAX_NAME) String name,
            @Text(max = CategoryEndpoints.MAX_TEXT) String category,
            Optional<Money> amount,
            ScheduleJson schedule,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {

        Bill bill(BudgetEdit edit) {
            return new BillEndpoints.Body(category, amount, schedule, Optional.empty(), from, until).bill(edit, name);
        }
    }

    static List<Route> routes() {
        return List.of(Route.of(
                        "POST",
                        "/budget/what-if",
                        Access.READ,
                        "Shows the budget as it would be; nothing is written.",
                        WhatIfEndpoints::answer)
                .taking(Supposition.class)
                .giving(BudgetJson.class));
    }

    private static Response answer(Call call) {
        Supposition supposed = call.body(Supposition.class);
        return call.budget().whatIf(edit -> {
            suppose(edit, supposed);
            LocalDate on = supposed.on().orElse(edit.today());
            return Response.json(200, BudgetJson.of(edit.answer(on)));
        });
    }

    private static void suppose(BudgetEdit edit, Supposition supposed) {
        var checks = new Faults();
        supposed.schedule().ifPresent(schedule -> checks.read("/schedule", () -> edit.paidOn(schedule.schedule())));
        each(checks, "expenses", supposed.expenses(), expense -> edit.add(ExpenseEndpoints.draft(expense)));
        each(checks, "income", supposed.income(), income -> edit.add(IncomeEndpoints.draft(income)));
        each(checks, "limits", supposed.limits(), limit -> limit(edit, limit));
        each(checks, "bills", supposed.bills(), bill -> edit.put(bill.bill(edit)));
        checks.refuseIfAny();
    }

    private static void limit(BudgetEdit edit, SupposedLimit limit) {
        new LimitEndpoints.LimitBody(
                        limit.amount(), limit.per(), limit.rollover(), limit.cap(), limit.reset(), limit.from())
                .set(edit, limit.category());
    }

    private static <T> void each(Faults checks, String field, List<T> items, Consumer<T> supposing) {
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            checks.read("/" + field + "/" + i, () -> {
                supposing.accept(item);
                return item;
            });
        }
    }
}
