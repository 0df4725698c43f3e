package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Faults;
import dev.payweek.rest.json.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Soft limits, each from a day on. */
final class LimitEndpoints {

    private LimitEndpoints() {}

    @Schema("LimitUpdate")
    record LimitBody(
            Money amount,
            Optional<Per> per,
            Optional<Rollover.Policy> rollover,
            Optional<Money> cap,
            Optional<Boolean> reset,
            Optional<LocalDate> from) {

        /** Sets the limit; refuses with all that is wrong with it and with what rolls over. */
        SoftLimit set(BudgetEdit edit, String category) {
            var faults = new Faults();
            Optional<Rollover> rolling = faults.read(
                    "", () -> new Rollover(rollover.orElse(Rollover.Policy.NONE), cap, reset.orElse(false)));
            Optional<SoftLimit> limit = faults.read(
                    "",
                    () -> edit.limit(
                            category,
                            amount,
                            per.orElse(Per.WEEK),
                            from.orElse(edit.today()),
                            rolling.orElse(Rollover.NONE)));
            faults.refuseIfAny();
            return limit.orElseThrow();
        }
    }

    @Schema("Limit")
    record LimitJson(
            String category,
            Money amount,
            Per per,
            Rollover.Policy rollover,
            Optional<Money> cap,
            boolean reset,
            LocalDate from) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/limits", Access.READ, "Lists every limit ever set.", LimitEndpoints::limits)
                        .giving(Content.many(LimitJson.class)),
                Route.of(
                                "PUT",
                                "/limits/{category}",
                                Access.WRITE,
                                "Sets a limit from a day on.",
                                LimitEndpoints::putLimit)
                        .taking(LimitBody.class)
                        .giving(LimitJson.class),
                Route.of(
                                "DELETE",
                                "/limits/{category}",
                                Access.WRITE,
                                "Removes every limit on a category.",
                                LimitEndpoints::deleteLimits)
                        .refusing(422)
                        .answering(204));
    }

    private static Response limits(Call call) {
        return call.view(
                view -> view.limits().stream().map(LimitEndpoints::toJson).toList());
    }

    private static boolean hasLimit(BudgetView view, String category) {
        Categories known = view.categories();
        List<SoftLimit> limits = view.limits();
        try {
            CategoryPath path = known.resolve(category);
            return limits.stream().anyMatch(limit -> limit.category().equals(path));
        } catch (LedgerException noCategory) {
            // What no category can be called has no limit; setting one says why, with all else that is wrong.
            return false;
        }
    }

    private static Response putLimit(Call call) {
        String category = call.path("category");
        LimitBody body = call.body(LimitBody.class);
        return call.changeNamed(view -> hasLimit(view, category), edit -> {
            return ChangeResult.done(edit, toJson(body.set(edit, category)));
        });
    }

    private static Response deleteLimits(Call call) {
        return call.changeLedger(edit -> {
            edit.removeLimits(edit.categories().resolve(call.path("category")));
            return ChangeResult.nothing();
        });
    }

    private static LimitJson toJson(SoftLimit limit) {
        Rollover rollover = limit.rollover();
        return new LimitJson(
                limit.category().name(),
                limit.amount(),
                limit.per(),
                rollover.policy(),
                rollover.cap(),
                rollover.reset(),
                limit.from());
    }
}
