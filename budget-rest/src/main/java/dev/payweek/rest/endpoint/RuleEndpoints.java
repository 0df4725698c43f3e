package dev.payweek.rest.endpoint;

import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleDraft;
import java.util.Currency;
import java.util.List;

/** Category rules, in the order they are asked. */
final class RuleEndpoints {

    private RuleEndpoints() {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/rules", Access.READ, "Lists the rules in their order.", RuleEndpoints::list)
                        .giving(Content.many(RuleJson.class)),
                Route.of("POST", "/rules", Access.WRITE, "Adds a rule.", RuleEndpoints::add)
                        .refusing(409)
                        .taking(RuleJson.NewRule.class)
                        .giving(RuleJson.class)
                        .answering(201),
                Route.of("GET", "/rules/{id}", Access.READ, "Shows a rule.", RuleEndpoints::get)
                        .giving(RuleJson.class),
                Route.of("PUT", "/rules/{id}", Access.WRITE, "Replaces a rule.", RuleEndpoints::replace)
                        .taking(RuleJson.NewRule.class)
                        .giving(RuleJson.class),
                Route.of("DELETE", "/rules/{id}", Access.WRITE, "Removes a rule.", RuleEndpoints::delete)
                        .answering(204));
    }

    private static Response list(Call call) {
        return call.view(view -> {
            Currency currency = view.settings().currency();
            return view.rules().inOrder().stream()
                    .map(rule -> RuleJson.toJson(rule, currency))
                    .toList();
        });
    }

    private static Response get(Call call) {
        CategoryRule rule = call.budget().read(view -> view.getRule(call.id("id")));
        return call.answer(Integer.toString(rule.version()), () -> RuleJson.toJson(rule, call.currency()));
    }

    private static Response add(Call call) {
        Currency currency = call.currency();
        RuleDraft draft = RuleJson.draft(call.body(RuleJson.NewRule.class), call, "");
        return call.change(edit -> {
            CategoryRule rule = RuleJson.placed("", () -> edit.add(draft));
            return ChangeResult.created(
                    "/rules/" + rule.id(), Integer.toString(rule.version()), RuleJson.toJson(rule, currency));
        });
    }

    private static Response replace(Call call) {
        Currency currency = call.currency();
        RuleDraft draft = RuleJson.draft(call.body(RuleJson.NewRule.class), call, "");
        return call.change(edit -> {
            CategoryRule before = edit.getRule(call.id("id"));
            call.requireSeen(Integer.toString(before.version()));
            CategoryRule rule = RuleJson.placed("", () -> edit.replaceRule(before.id(), draft));
            return ChangeResult.done(Integer.toString(rule.version()), RuleJson.toJson(rule, currency));
        });
    }

    private static Response delete(Call call) {
        return call.change(edit -> {
            CategoryRule before = edit.getRule(call.id("id"));
            call.requireSeen(Integer.toString(before.version()));
            edit.removeRule(before.id());
            return ChangeResult.nothing();
        });
    }
}
