package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.json.Faults;
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
import dev.payweek.rule.When;
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

    /** Stands in for a condition or an action that is refused, so that the rest of the rule is looked at too. */
    private static final RuleDraft SOME_RULE =
            RuleDraft.of("r", When.when().title().contains("a").thenTransfer());

    /** Reads a rule that stands at the pointer in the body; what is wrong with it is noted. */
    static RuleDraft draft(NewRule body, Call call, String pointer) {
        var faults = new Faults();
        Condition when = faults.read(pointer + "/when", () -> ConditionJson.read(body.when(), call.currency(), ""))
                .orElse(SOME_RULE.when());
        RuleAction then = action(body.then(), pointer + "/then", faults);
        call.note(faults);
        return new RuleDraft(body.name(), body.priority(), body.enabled().orElse(true), body.validFrom(), when, then);
    }

    private static RuleAction action(Action then, String pointer, Faults faults) {
        boolean transfer = then.transfer().orElse(false);
        long named = then.category().stream().count() + then.split().stream().count() + (transfer ? 1 : 0);
        if (named != 1) {
            faults.note(pointer, "one_action", "Exactly one of category, split and transfer must be given.");
        }
        Optional<Outcome> category =
                then.category().flatMap(name -> faults.read(pointer, () -> new Categorise(CategoryPath.of(name))));
        Optional<Outcome> split = then.split().flatMap(shares -> split(shares, pointer, faults));
        Outcome outcome = category.or(() -> split).orElseGet(MarkTransfer::new);
        return faults.read(
                        pointer,
                        () -> new RuleAction(outcome, then.rename(), then.tags().orElse(List.of())))
                .orElse(SOME_RULE.then());
    }

    private static Optional<Outcome> split(List<Share> shares, String pointer, Faults faults) {
        List<RuleAction.Share> read = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            CategoryPath path = faults.read(pointer + "/split/" + i, () -> CategoryPath.of(share.category()))
                    .orElse(Categories.OTHER);
            read.add(new RuleAction.Share(share.percent(), path));
        }
        return faults.read(pointer, () -> new SplitUp(read));
    }

    /**
     * The core speaks of a rule's fields and of what its action holds; in the body they stand in the rule and in its
     * action.
     *
     * @param rule where the rule stands, without a slash before it; empty if it is the body
     */
    static <T> T placed(String rule, Supplier<T> work) {
        try {
            return work.get();
        } catch (LedgerException refusal) {
            List<FieldError> problems = refusal.problems().stream()
                    .map(one -> isOfAction(one) ? one.inside("then") : one)
                    .map(one -> one.inside(rule))
                    .toList();
            throw new LedgerException(refusal.reason(), refusal.getMessage(), problems);
        }
    }

    private static boolean isOfAction(FieldError problem) {
        return List.of("category", "split", "rename", "tags")
                .contains(problem.field().split("/", 2)[0]);
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
