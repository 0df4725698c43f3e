package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/** What the ledger's own history suggests. Reading it changes nothing; accepting any number is one change. */
final class DiscoveryEndpoints {

    private DiscoveryEndpoints() {}

    @Schema("Discoveries")
    record Listed(List<DiscoveryJson> discoveries, List<Unexplained> unexplained) {}

    @Schema("UnexplainedPayee")
    record Unexplained(String name, int entries, String why) {}

    @Schema("DiscoveryIds")
    record Ids(List<String> ids) {}

    @Schema("DecidedDiscoveries")
    record Decided(List<String> ids, long version) {}

    static List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                "/discoveries",
                                Access.READ,
                                "Lists what the ledger's own history suggests, with the evidence.",
                                DiscoveryEndpoints::list)
                        .giving(Listed.class),
                Route.of(
                                "POST",
                                "/discoveries/accept",
                                Access.WRITE,
                                "Accepts several suggestions as one change.",
                                call -> decide(call, call.body(Ids.class).ids(), BudgetEdit::accept))
                        .refusing(404, 412)
                        .taking(Ids.class)
                        .giving(Decided.class),
                Route.of(
                                "POST",
                                "/discoveries/decline",
                                Access.WRITE,
                                "Declines several suggestions as one change.",
                                call -> decide(call, call.body(Ids.class).ids(), BudgetEdit::decline))
                        .refusing(404, 412)
                        .taking(Ids.class)
                        .giving(Decided.class),
                Route.of(
                                "POST",
                                "/discoveries/{id}/accept",
                                Access.WRITE,
                                "Accepts a suggestion.",
                                call -> decide(call, List.of(call.path("id")), BudgetEdit::accept))
                        .refusing(412)
                        .giving(Decided.class),
                Route.of(
                                "POST",
                                "/discoveries/{id}/decline",
                                Access.WRITE,
                                "Declines a suggestion, which is not made again.",
                                call -> decide(call, List.of(call.path("id")), BudgetEdit::decline))
                        .refusing(412)
                        .giving(Decided.class));
    }

    private static Response list(Call call) {
        return call.view(view -> toJson(call.discoveries(view)));
    }

    private static Listed toJson(Discoveries found) {
        return new Listed(
                found.discoveries().stream().map(DiscoveryJson::of).toList(),
                found.unexplained().stream()
                        .map(one -> new Unexplained(one.name(), one.entries(), one.why()))
                        .toList());
    }

    private static Response decide(
            Call call, List<String> ids, BiFunction<BudgetEdit, Collection<String>, List<Discovery>> how) {
        // What is not known yet is not looked for while others wait to write.
        call.budget().use(call::discoveries);
        return call.changeLedger(edit -> {
            List<String> decided =
                    how.apply(edit, ids).stream().map(Discovery::id).toList();
            return ChangeResult.done(edit, new Decided(decided, edit.versionAfter()));
        });
    }
}
