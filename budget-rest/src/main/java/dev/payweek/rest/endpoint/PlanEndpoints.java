package dev.payweek.rest.endpoint;

import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SoftLimit;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The plan: soft limits and reserved amounts, each from a day on. */
final class PlanEndpoints {

    private PlanEndpoints() {}

    @Schema("LimitUpdate")
    record LimitBody(
            Money amount,
            Optional<Per> per,
            Optional<Rollover.Policy> rollover,
            Optional<Money> cap,
            Optional<Boolean> reset,
            Optional<LocalDate> from) {

        Rollover rolling() {
            return new Rollover(rollover.orElse(Rollover.Policy.NONE), cap, reset.orElse(false));
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

    @Schema("ReservedUpdate")
    record ReservedBody(Money amount, Optional<LocalDate> from) {}

    @Schema("Reserved")
    record ReservedJson(String name, Money amount, LocalDate from) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/limits", Access.READ, "Lists every limit ever set.", PlanEndpoints::limits)
                        .giving(Content.many(LimitJson.class)),
                Route.of(
                                "PUT",
                                "/limits/{category}",
                                Access.WRITE,
                                "Sets a limit from a day on.",
                                PlanEndpoints::putLimit)
                        .taking(LimitBody.class)
                        .giving(LimitJson.class),
                Route.of(
                                "DELETE",
                                "/limits/{category}",
                                Access.WRITE,
                                "Removes every limit on a category.",
                                PlanEndpoints::deleteLimits)
                        .answering(204),
                Route.of("GET", "/reserved", Access.READ, "Lists every amount ever set aside.", PlanEndpoints::reserved)
                        .giving(Content.many(ReservedJson.class)),
                Route.of(
                                "PUT",
                                "/reserved/{name}",
                                Access.WRITE,
                                "Sets an amount aside in each pay period from a day on.",
                                PlanEndpoints::putReserved)
                        .taking(ReservedBody.class)
                        .giving(ReservedJson.class),
                Route.of(
                                "DELETE",
                                "/reserved/{name}",
                                Access.WRITE,
                                "Stops setting an amount aside.",
                                PlanEndpoints::deleteReserved)
                        .answering(204));
    }

    private static Response limits(Call call) {
        return call.view(
                view -> view.limits().stream().map(PlanEndpoints::toJson).toList());
    }

    private static Response putLimit(Call call) {
        String category = call.path("category");
        LimitBody body = call.body(LimitBody.class);
        return call.changeLedger(edit -> {
            LocalDate from = body.from().orElse(edit.today());
            SoftLimit limit = edit.limit(category, body.amount(), body.per().orElse(Per.WEEK), from, body.rolling());
            return ChangeResult.done(edit, toJson(limit));
        });
    }

    private static Response deleteLimits(Call call) {
        return call.changeLedger(edit -> {
            edit.removeLimits(edit.categories().resolve(call.path("category")));
            return ChangeResult.nothing();
        });
    }

    private static Response reserved(Call call) {
        return call.view(
                view -> view.reserved().stream().map(PlanEndpoints::toJson).toList());
    }

    private static Response putReserved(Call call) {
        ReservedBody body = call.body(ReservedBody.class);
        return call.changeLedger(edit -> {
            LocalDate from = body.from().orElse(edit.today());
            return ChangeResult.done(edit, toJson(edit.reserve(call.path("name"), body.amount(), from)));
        });
    }

    private static Response deleteReserved(Call call) {
        return call.changeLedger(edit -> {
            edit.removeReserved(call.path("name"));
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

    private static ReservedJson toJson(Reserved reserved) {
        return new ReservedJson(reserved.name(), reserved.amount(), reserved.from());
    }
}
