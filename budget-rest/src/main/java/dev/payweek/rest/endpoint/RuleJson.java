package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleAction.Categorise;
import dev.payweek.rule.RuleAction.MarkTransfer;
import dev.payweek.rule.RuleAction.Outcome;
import dev.payweek.rule.RuleAction.SplitUp;
import dev.payweek.rule.RuleDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A category rule as JSON. */
@Schema("Rule")
record RuleJson(
        long id,
        int version,
        String name,
        int priority,
        boolean enabled,
        Optional<LocalDate> validFrom,
        Map<String, Object> when,
        Action then) {

    @Schema("NewRule")
    record NewRule(
            @Text(max = CategoryRule.MAX_NAME) String name,
            Optional<Integer> priority,
            Optional<Boolean> enabled,
            Optional<LocalDate> validFrom,
            JsonNode when,
            Action then) {}

    @Schema("RuleAction")
    record Action(
            @Text(max = CategoryEndpoints.MAX_TEXT) Optional<String> category,
            Optional<List<Share>> split,
            Optional<Boolean> transfer,
            @Text(max = EntryDetails.MAX_TITLE) Optional<String> rename,
            @Text(max = EntryDetails.MAX_TAG) Optional<List<String>> tags) {}

    @Schema("RuleShare")
    record Share(@Text(max = CategoryEndpoints.MAX_TEXT) String category, int percent) {}

    @Schema("SuggestedRule")
    record Suggested(String name, Optional<Integer> priority, Map<String, Object> when, Action then) {}

    /** Reads a rule that stands at the pointer in the body; amounts are in the currency. */
    static RuleDraft draft(NewRule body, Currency currency, String pointer) {
        List<Problem.Detail> problems = new ArrayList<>();
        Optional<Condition> when = read(problems, () -> ConditionJson.read(body.when(), currency, pointer + "/when"));
        Optional<RuleAction> then = read(problems, () -> action(body.then(), pointer + "/then"));
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

    private static RuleAction action(Action then, String pointer) {
        boolean transfer = then.transfer().orElse(false);
        long named = then.category().stream().count() + then.split().stream().count() + (transfer ? 1 : 0);
        if (named != 1) {
            String message = "Exactly one of category, split and transfer must be given.";
            throw Problem.of(422, "invalid", List.of(new Problem.Detail(pointer, "one_action", message)));
        }
        return placed(pointer, () -> {
            Outcome outcome = then.category()
                    .<Outcome>map(name -> new Categorise(CategoryPath.of(name)))
                    .or(() -> then.split().map(RuleJson::split))
                    .orElseGet(MarkTransfer::new);
            return new RuleAction(outcome, then.rename(), then.tags().orElse(List.of()));
        });
    }

    private static SplitUp split(List<Share> shares) {
        return new SplitUp(shares.stream()
                .map(share -> new RuleAction.Share(share.percent(), CategoryPath.of(share.category())))
                .toList());
    }

    /** The core speaks of a category, and of what else an action holds; in the body it stands in the action. */
    static <T> T placed(String pointer, Supplier<T> work) {
        try {
            return work.get();
        } catch (LedgerException refusal) {
            List<String> ofActions = List.of("category", "split", "rename", "tags");
            if (refusal.problems().stream()
                    .noneMatch(problem -> ofActions.contains(problem.field().split("/", 2)[0]))) {
                throw refusal;
            }
            throw Problem.of(
                    422,
                    "invalid",
                    refusal.problems().stream()
                            .map(one -> new Problem.Detail(pointer + "/" + one.field(), one.code(), one.message()))
                            .toList());
        }
    }

    static RuleJson toJson(CategoryRule rule, Currency currency) {
        return new RuleJson(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.priority(),
                rule.enabled(),
                rule.validFrom(),
                ConditionJson.toJson(rule.when(), currency),
                toJson(rule.then()));
    }

    static Suggested toJson(RuleDraft draft, Currency currency) {
        return new Suggested(
                draft.name(), draft.priority(), ConditionJson.toJson(draft.when(), currency), toJson(draft.then()));
    }

    private static Action toJson(RuleAction action) {
        Outcome outcome = action.outcome();
        return new Action(
                outcome instanceof Categorise to ? Optional.of(to.category().name()) : Optional.empty(),
                outcome instanceof SplitUp split ? Optional.of(toJson(split)) : Optional.empty(),
                outcome instanceof MarkTransfer ? Optional.of(true) : Optional.empty(),
                action.rename(),
                Optional.of(action.tags()).filter(tags -> !tags.isEmpty()));
    }

    private static List<Share> toJson(SplitUp split) {
        return split.shares().stream()
                .map(share -> new Share(share.category().name(), share.percent()))
                .toList();
    }
}
