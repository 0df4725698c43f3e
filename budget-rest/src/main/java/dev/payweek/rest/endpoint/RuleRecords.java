package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.category.CategoryPath;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Text;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleAction.Categorise;
import dev.payweek.rule.RuleAction.MarkPaycheck;
import dev.payweek.rule.RuleAction.MarkTransfer;
import dev.payweek.rule.RuleAction.Outcome;
import dev.payweek.rule.RuleAction.SplitUp;
import dev.payweek.rule.RuleDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A category rule as JSON. */
final class RuleRecords {

    private RuleRecords() {}

    record RuleBody(
            @Text(max = 80) String name,
            Optional<Integer> priority,
            Optional<Boolean> enabled,
            Optional<LocalDate> validFrom,
            JsonNode when,
            Then then) {}

    record Then(
            @Text(max = 200) Optional<String> category,
            Optional<List<Share>> split,
            Optional<Boolean> transfer,
            Optional<Boolean> paycheck,
            @Text(max = 200) Optional<String> rename,
            @Text(max = 40) Optional<List<String>> tags) {}

    record Share(@Text(max = 200) String category, int percent) {}

    record RuleJson(
            long id,
            int version,
            String name,
            int priority,
            boolean enabled,
            Optional<LocalDate> validFrom,
            Map<String, Object> when,
            Then then) {}

    record RuleSuggested(String name, Optional<Integer> priority, Map<String, Object> when, Then then) {}

    /** Reads what a person says of a rule; the pointer tells where in the body it stands. */
    static RuleDraft draft(RuleBody body, String pointer) {
        List<Problem.Detail> problems = new ArrayList<>();
        Optional<Condition> when = read(problems, () -> ConditionJson.read(body.when(), pointer + "/when"));
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

    private static RuleAction action(Then then, String pointer) {
        boolean transfer = then.transfer().orElse(false);
        boolean paycheck = then.paycheck().orElse(false);
        long named = then.category().stream().count()
                + then.split().stream().count()
                + (transfer ? 1 : 0)
                + (paycheck ? 1 : 0);
        if (named != 1) {
            String message = "Exactly one of category, split, transfer and paycheck must be given.";
            throw Problem.of(422, "invalid", List.of(new Problem.Detail(pointer, "one_action", message)));
        }
        return placed(pointer, () -> {
            Outcome outcome = then.category()
                    .<Outcome>map(name -> new Categorise(CategoryPath.of(name)))
                    .or(() -> then.split().map(RuleRecords::split))
                    .orElseGet(() -> transfer ? new MarkTransfer() : new MarkPaycheck());
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

    static RuleJson toJson(CategoryRule rule) {
        return new RuleJson(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.priority(),
                rule.enabled(),
                rule.validFrom(),
                ConditionJson.toJson(rule.when()),
                toJson(rule.then()));
    }

    static RuleSuggested toJson(RuleDraft draft) {
        return new RuleSuggested(
                draft.name(), draft.priority(), ConditionJson.toJson(draft.when()), toJson(draft.then()));
    }

    private static Then toJson(RuleAction action) {
        Outcome outcome = action.outcome();
        return new Then(
                outcome instanceof Categorise to ? Optional.of(to.category().name()) : Optional.empty(),
                outcome instanceof SplitUp split ? Optional.of(toJson(split)) : Optional.empty(),
                outcome instanceof MarkTransfer ? Optional.of(true) : Optional.empty(),
                outcome instanceof MarkPaycheck ? Optional.of(true) : Optional.empty(),
                action.rename(),
                Optional.of(action.tags()).filter(tags -> !tags.isEmpty()));
    }

    private static List<Share> toJson(SplitUp split) {
        return split.shares().stream()
                .map(share -> new Share(share.category().name(), share.percent()))
                .toList();
    }
}
