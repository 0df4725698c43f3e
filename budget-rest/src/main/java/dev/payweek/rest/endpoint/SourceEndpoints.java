package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetView;
import dev.payweek.plan.PaySource;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.Paydays.Recognised;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Pay sources: where pay comes from, when, and how much. */
final class SourceEndpoints {

    private static final QueryParameter DRY_RUN =
            new QueryParameter("dry_run", QueryParameter.Type.FLAG, "Shows what would change, and writes nothing.");

    private SourceEndpoints() {}

    /** What a change of a source changes: which income is the pay of which payday. */
    @Schema("SourceChange")
    record Changed(SourceJson source, List<Recognition> recognised) {}

    @Schema("Recognition")
    record Recognition(long income, Optional<PayOf> before, Optional<PayOf> after) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/sources", Access.READ, "Lists the pay sources.", SourceEndpoints::list)
                        .giving(Content.many(SourceJson.class)),
                Route.of("GET", "/sources/{name}", Access.READ, "Shows a pay source.", SourceEndpoints::get)
                        .giving(SourceJson.class),
                Route.of(
                                "PUT",
                                "/sources/{name}",
                                Access.WRITE,
                                "Sets a pay source, and shows what income it recognises.",
                                SourceEndpoints::put)
                        .taking(SourceJson.Body.class)
                        .giving(Changed.class)
                        .with(DRY_RUN),
                Route.of("DELETE", "/sources/{name}", Access.WRITE, "Removes a pay source.", SourceEndpoints::delete)
                        .answering(204),
                Route.of(
                                "GET",
                                "/sources/{name}/paydays",
                                Access.READ,
                                "Lists the paydays of a source.",
                                call -> ScheduleEndpoints.paydays(call, call.path("name")))
                        .giving(Content.many(ScheduleEndpoints.PaydayJson.class))
                        .with(ScheduleEndpoints.SPAN));
    }

    static PaySource find(BudgetView view, String name) {
        return view.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> LedgerException.notFound("There is no pay source \"" + name + "\"."));
    }

    private static Response list(Call call) {
        return call.view(view -> view.sources().stream()
                .map(source -> SourceJson.of(source, view.settings().currency()))
                .toList());
    }

    private static Response get(Call call) {
        return call.view(view ->
                SourceJson.of(find(view, call.path("name")), view.settings().currency()));
    }

    private static boolean isThere(BudgetView view, String name) {
        return view.sources().stream().anyMatch(source -> source.name().equals(name));
    }

    private static Response put(Call call) {
        PaySource source = call.body(SourceJson.Body.class).source(call.path("name"), call.currency());
        if (call.query().flag("dry_run")) {
            return call.budget().whatIf(edit -> {
                Map<Long, Recognised> before = edit.paydays().recognised();
                edit.put(source);
                return Response.json(200, changed(edit, source, before));
            });
        }
        return call.changeNamed(view -> isThere(view, source.name()), edit -> {
            Map<Long, Recognised> before = edit.paydays().recognised();
            edit.put(source);
            return ChangeResult.done(edit, changed(edit, source, before));
        });
    }

    private static Changed changed(BudgetView view, PaySource source, Map<Long, Recognised> before) {
        Map<Long, Recognised> after = view.paydays().recognised();
        List<Recognition> differences = new ArrayList<>();
        TreeSet<Long> incomes = new TreeSet<>(before.keySet());
        incomes.addAll(after.keySet());
        for (long income : incomes) {
            Optional<PayOf> then = Optional.ofNullable(before.get(income)).map(PayOf::of);
            Optional<PayOf> now = Optional.ofNullable(after.get(income)).map(PayOf::of);
            if (!then.equals(now)) {
                differences.add(new Recognition(income, then, now));
            }
        }
        return new Changed(SourceJson.of(source, view.settings().currency()), differences);
    }

    private static Response delete(Call call) {
        return call.changeLedger(edit -> {
            edit.removeSource(call.path("name"));
            return ChangeResult.nothing();
        });
    }
}
