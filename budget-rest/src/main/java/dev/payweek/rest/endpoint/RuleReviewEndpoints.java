package dev.payweek.rest.endpoint;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a change of the rules would move, making it move, and which rules do nothing. */
final class RuleReviewEndpoints {

    private RuleReviewEndpoints() {}

    /** A rule alone is new, one with an id replaces that, an id may be removed; nothing is the rules as they are. */
    @Schema("RuleChange")
    record RuleChangeBody(
            Optional<RuleJson.NewRule> rule, Optional<Long> id, Optional<Boolean> remove, Optional<Boolean> force) {}

    @Schema("RuleDiff")
    record DiffJson(
            Optional<Long> rule,
            long looked,
            long moved,
            long kept,
            List<FlowJson> byCategory,
            List<PeriodJson> byPayPeriod,
            List<MoveJson> moves) {}

    @Schema("CategoryFlow")
    record FlowJson(String category, long arriving, long leaving, Money change) {}

    @Schema("PayPeriodFlow")
    record PeriodJson(LocalDate start, LocalDate end, List<FlowJson> byCategory) {}

    @Schema("ExpenseMove")
    record MoveJson(
            long expense,
            LocalDate date,
            String title,
            Money amount,
            String from,
            Optional<String> to,
            Optional<String> by) {}

    @Schema("RuleFinding")
    record FindingJson(
            RuleFinding.Kind kind,
            Optional<Long> rule,
            Optional<Long> other,
            Optional<String> category,
            String message) {}

    static List<Route> routes() {
        return List.of(
                Route.of(
                                "POST",
                                "/rules/dry-run",
                                Access.WRITE,
                                "Shows what a change of the rules would move, and changes nothing.",
                                RuleReviewEndpoints::dryRun)
                        .taking(RuleChangeBody.class)
                        .giving(DiffJson.class),
                Route.of(
                                "POST",
                                "/rules/apply",
                                Access.WRITE,
                                "Makes a change of the rules and moves the expenses it concerns.",
                                RuleReviewEndpoints::apply)
                        .refusing(404)
                        .taking(RuleChangeBody.class)
                        .giving(DiffJson.class),
                Route.of(
                                "GET",
                                "/rules/lint",
                                Access.READ,
                                "Lists rules and categories that do nothing.",
                                RuleReviewEndpoints::lint)
                        .giving(Content.many(FindingJson.class)));
    }

    private static Response dryRun(Call call) {
        RuleChangeBody body = call.body(RuleChangeBody.class);
        RuleChange change = change(body, call);
        boolean force = body.force().orElse(false);
        return call.budget()
                .read(view -> Response.json(200, RuleJson.placed("rule", () -> toJson(view.dryRun(change, force)))));
    }

    private static Response apply(Call call) {
        RuleChangeBody body = call.body(RuleChangeBody.class);
        RuleChange change = change(body, call);
        boolean force = body.force().orElse(false);
        return call.change(edit -> {
            RuleDiff diff = RuleJson.placed("rule", () -> edit.apply(change, force));
            return ChangeResult.done(edit, toJson(diff));
        });
    }

    private static RuleChange change(RuleChangeBody body, Call call) {
        boolean remove = body.remove().orElse(false);
        if (remove
                ? body.id().isEmpty() || body.rule().isPresent()
                : body.id().isPresent() && body.rule().isEmpty()) {
            String message = "Give a rule, a rule with the id it replaces, an id with remove, or none of them.";
            throw Problem.of(422, "invalid", List.of(new Problem.Detail("", "one_change", message)));
        }
        if (remove) {
            return new RuleChange.Remove(body.id().get());
        }
        return body.rule()
                .map(rule -> RuleJson.draft(rule, call, "/rule"))
                .<RuleChange>map(draft -> body.id()
                        .<RuleChange>map(id -> new RuleChange.Replace(id, draft))
                        .orElseGet(() -> new RuleChange.Add(draft)))
                .orElse(RuleChange.NONE);
    }

    private static Response lint(Call call) {
        return call.view(
                view -> view.lint().stream().map(RuleReviewEndpoints::toJson).toList());
    }

    private static FindingJson toJson(RuleFinding finding) {
        return new FindingJson(
                finding.kind(),
                finding.rule(),
                finding.other(),
                finding.category().map(CategoryPath::name),
                finding.message());
    }

    private static DiffJson toJson(RuleDiff diff) {
        return new DiffJson(
                diff.rule(),
                diff.looked(),
                diff.moved(),
                diff.kept(),
                flows(diff.byCategory()),
                diff.byPayPeriod().stream()
                        .map(one -> new PeriodJson(
                                one.period().startInclusive(), one.period().endExclusive(), flows(one.byCategory())))
                        .toList(),
                diff.moves().stream()
                        .map(move -> new MoveJson(
                                move.expense(),
                                move.date(),
                                move.title(),
                                move.amount(),
                                move.from().name(),
                                move.to().map(CategoryPath::name),
                                move.by()))
                        .toList());
    }

    private static List<FlowJson> flows(List<RuleDiff.Flow> flows) {
        return flows.stream()
                .map(flow -> new FlowJson(flow.category().name(), flow.arriving(), flow.leaving(), flow.change()))
                .toList();
    }
}
