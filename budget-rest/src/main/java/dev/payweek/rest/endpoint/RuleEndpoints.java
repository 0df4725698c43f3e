package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.budget.RuleDraft;
import dev.payweek.category.CategoryPath;
import dev.payweek.refusal.Refusal;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Call.Made;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.http.Route.Content;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Text;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Category rules, in the order they are asked. */
final class RuleEndpoints {

    private RuleEndpoints() {}

    record RuleBody(
            @Text(max = 80) String name,
            Optional<Integer> priority,
            Optional<Boolean> enabled,
            Optional<LocalDate> validFrom,
            JsonNode when,
            Then then) {}

    record Then(@Text(max = 200) Optional<String> category, Optional<Boolean> transfer, Optional<Boolean> paycheck) {}

    record RuleShown(
            long id,
            int version,
            String name,
            int priority,
            boolean enabled,
            Optional<LocalDate> validFrom,
            Map<String, Object> when,
            Then then) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/rules", Access.READ, "Lists the rules in their order.", RuleEndpoints::list)
                        .giving(Content.many(RuleShown.class)),
                Route.of("POST", "/rules", Access.WRITE, "Adds a rule.", RuleEndpoints::add)
                        .taking(RuleBody.class)
                        .giving(RuleShown.class)
                        .answering(201),
                Route.of("GET", "/rules/{id}", Access.READ, "Shows a rule.", RuleEndpoints::get)
                        .giving(RuleShown.class),
                Route.of("PUT", "/rules/{id}", Access.WRITE, "Replaces a rule.", RuleEndpoints::replace)
                        .taking(RuleBody.class)
                        .giving(RuleShown.class),
                Route.of("DELETE", "/rules/{id}", Access.WRITE, "Removes a rule.", RuleEndpoints::delete)
                        .answering(204));
    }

    private static Response list(Call call) {
        return call.view(view ->
                view.rules().inOrder().stream().map(RuleEndpoints::shown).toList());
    }

    private static Response get(Call call) {
        CategoryRule rule = call.budget().read(view -> view.getRule(call.id("id")));
        return call.answer(Integer.toString(rule.version()), shown(rule));
    }

    private static Response add(Call call) {
        RuleDraft draft = draft(call.body(RuleBody.class));
        return call.change(edit -> {
            CategoryRule rule = placed(() -> edit.add(draft));
            return Made.created("/rules/" + rule.id(), Integer.toString(rule.version()), shown(rule));
        });
    }

    private static Response replace(Call call) {
        RuleDraft draft = draft(call.body(RuleBody.class));
        return call.change(edit -> {
            CategoryRule before = edit.getRule(call.id("id"));
            call.requireSeen(Integer.toString(before.version()));
            CategoryRule rule = placed(() -> edit.replaceRule(before.id(), Optional.empty(), draft));
            return Made.done(Integer.toString(rule.version()), shown(rule));
        });
    }

    private static Response delete(Call call) {
        return call.change(edit -> {
            CategoryRule before = edit.getRule(call.id("id"));
            call.requireSeen(Integer.toString(before.version()));
            edit.removeRule(before.id());
            return Made.nothing();
        });
    }

    private static RuleDraft draft(RuleBody body) {
        List<Problem.Detail> problems = new ArrayList<>();
        Optional<Condition> when = read(problems, () -> ConditionJson.read(body.when(), "/when"));
        Optional<RuleAction> then = read(problems, () -> action(body.then()));
        if (!problems.isEmpty()) {
            throw Problem.of(422, "invalid", problems);
        }
        return new RuleDraft(
                body.name(),
                body.priority(),
                body.enabled().orElse(true),
                body.validFrom(),
                when.orElseThrow(),
                then.orElseThrow());
    }

    private static <T> Optional<T> read(List<Problem.Detail> problems, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Problem problem) {
            problems.addAll(problem.errors());
            return Optional.empty();
        }
    }

    private static RuleAction action(Then then) {
        boolean transfer = then.transfer().orElse(false);
        boolean paycheck = then.paycheck().orElse(false);
        long named = then.category().stream().count() + (transfer ? 1 : 0) + (paycheck ? 1 : 0);
        if (named != 1) {
            String message = "Exactly one of category, transfer and paycheck must be given.";
            throw Problem.of(422, "invalid", List.of(new Problem.Detail("/then", "one_action", message)));
        }
        return then.category()
                .<RuleAction>map(name -> placed(() -> new RuleAction.Categorise(CategoryPath.of(name))))
                .orElseGet(() -> transfer ? new RuleAction.MarkTransfer() : new RuleAction.MarkPaycheck());
    }

    /** The core speaks of a category; in the body it stands in the action. */
    private static <T> T placed(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (refusal.problems().stream().noneMatch(problem -> problem.field().equals("category"))) {
                throw refusal;
            }
            throw Problem.of(
                    422,
                    "invalid",
                    refusal.problems().stream()
                            .map(one -> new Problem.Detail("/then/" + one.field(), one.code(), one.message()))
                            .toList());
        }
    }

    private static RuleShown shown(CategoryRule rule) {
        return new RuleShown(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.priority(),
                rule.enabled(),
                rule.validFrom(),
                ConditionJson.shown(rule.when()),
                shown(rule.then()));
    }

    private static Then shown(RuleAction action) {
        return new Then(
                action instanceof RuleAction.Categorise to
                        ? Optional.of(to.category().name())
                        : Optional.empty(),
                action instanceof RuleAction.MarkTransfer ? Optional.of(true) : Optional.empty(),
                action instanceof RuleAction.MarkPaycheck ? Optional.of(true) : Optional.empty());
    }
}
