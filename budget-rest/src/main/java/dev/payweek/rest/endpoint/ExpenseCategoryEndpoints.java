package dev.payweek.rest.endpoint;

import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.rest.endpoint.ExpenseEndpoints.ExpenseJson;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Explanation;
import dev.payweek.rule.Field;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Why an expense has its category, and giving it another. */
final class ExpenseCategoryEndpoints {

    private ExpenseCategoryEndpoints() {}

    @Schema("Explanation")
    record ExplanationJson(
            long expense,
            String category,
            Provenance.Origin provenance,
            Optional<Long> rule,
            Optional<Integer> ruleVersion,
            long ruleSetVersion,
            Optional<Long> winner,
            List<AskedJson> rules) {}

    @Schema("ExplainedRule")
    record AskedJson(
            long rule,
            String name,
            int priority,
            Explanation.Verdict verdict,
            boolean matched,
            boolean decided,
            Optional<Long> shadowedBy,
            List<ComparedJson> conditions) {}

    @Schema("ExplainedCondition")
    record ComparedJson(String path, String field, String op, Object value, Object actual, boolean held) {}

    @Schema("CategoryChoice")
    record MoveBody(@Text(max = CategoryEndpoints.MAX_TEXT) String category) {}

    @Schema("MovedExpense")
    record Moved(ExpenseJson expense, Optional<RuleJson.Suggested> suggestedRule) {}

    static List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                "/expenses/{id}/explanation",
                                Access.READ,
                                "Explains why an expense has its category.",
                                ExpenseCategoryEndpoints::explain)
                        .giving(ExplanationJson.class),
                Route.of(
                                "POST",
                                "/expenses/{id}/category",
                                Access.WRITE,
                                "Moves an expense and offers the rule that would do it for its like.",
                                ExpenseCategoryEndpoints::move)
                        .refusing(412)
                        .taking(MoveBody.class)
                        .giving(Moved.class));
    }

    private static Response explain(Call call) {
        return call.view(
                view -> toJson(view.explain(call.id("id")), view.settings().currency()));
    }

    private static Response move(Call call) {
        MoveBody body = call.body(MoveBody.class);
        return call.change(edit -> {
            Expense before = (Expense) edit.getEntry(EntryKind.EXPENSE, call.id("id"));
            call.requireSeen(Integer.toString(before.version()));
            Expense moved = edit.move(before.id(), body.category());
            return ChangeResult.done(
                    Integer.toString(moved.version()),
                    new Moved(
                            ExpenseEndpoints.toJson(moved),
                            edit.suggestRule(moved)
                                    .map(rule ->
                                            RuleJson.toJson(rule, moved.amount().currency()))));
        });
    }

    private static ExplanationJson toJson(Explanation explanation, Currency currency) {
        var by = explanation.provenance();
        boolean byRule = by.ruleId() != 0;
        return new ExplanationJson(
                explanation.expense(),
                explanation.category().name(),
                by.origin(),
                byRule ? Optional.of(by.ruleId()) : Optional.empty(),
                byRule ? Optional.of(by.ruleVersion()) : Optional.empty(),
                explanation.ruleSetVersion(),
                explanation.winner().map(CategoryRule::id),
                explanation.rules().stream().map(rule -> toJson(rule, currency)).toList());
    }

    private static AskedJson toJson(Explanation.Asked asked, Currency currency) {
        return new AskedJson(
                asked.rule().id(),
                asked.rule().name(),
                asked.rule().priority(),
                asked.verdict(),
                asked.matched(),
                asked.decided(),
                asked.shadowedBy(),
                asked.comparisons().stream().map(one -> toJson(one, currency)).toList());
    }

    private static ComparedJson toJson(Explanation.Compared compared, Currency currency) {
        Field field = compared.comparison().field();
        List<Object> actual = ConditionJson.toJson(field, compared.actual(), currency);
        return new ComparedJson(
                compared.path(),
                field.word(),
                compared.comparison().operator().word(),
                ConditionJson.value(compared.comparison(), currency),
                field == Field.TAG ? actual : actual.get(0),
                compared.held());
    }
}
