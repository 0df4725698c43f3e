package dev.payweek.app;

import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What may be said of a rule besides its name, condition and action. */
final class RuleOptions {

    static final String ACTION = "A category, transfer, or a split like: split 60%% \"Fun:Coffee\", 40%% \"Other\"";

    @Option(names = "--priority", paramLabel = "PRIORITY", description = "Its place, lowest first (default: the last).")
    private Optional<Integer> priority = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day whose entries it looks at.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--rename", paramLabel = "TITLE", description = "The title that imported entries get.")
    private Optional<String> rename = Optional.empty();

    @Option(names = "--tag", paramLabel = "TAG", description = "A tag that entries get; may be given several times.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--off", description = "Keeps the rule switched off.")
    private boolean off;

    RuleDraft draft(String name, String condition, String action) {
        RuleAction then = action(action);
        for (String tag : tags) {
            then = then.tagging(tag);
        }
        RuleAction whole = rename.map(then::renaming).orElse(then);
        return new RuleDraft(name, priority, !off, from, Condition.parse(condition), whole);
    }

    private static RuleAction action(String text) {
        if (text.equals("paycheck")) {
            throw LedgerException.invalid(
                    "then",
                    "not_an_action",
                    "Which income is pay is for a pay source to say, not for a rule:"
                            + " payweek sources set NAME --match 'title contains \"…\"'.");
        }
        boolean word = text.equals("transfer") || text.startsWith("split ");
        return RuleAction.parse(word ? text : "category " + text);
    }
}
