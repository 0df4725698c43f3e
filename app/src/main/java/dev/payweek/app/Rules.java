package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.RuleDraft;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows, adds and removes category rules. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists the category rules in their order.")
final class Rules implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--json", description = "Prints the answer of GET /rules.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.open()) {
            if (json) {
                ApiOutput.print(budget, "/rules", Map.of(), spec.commandLine().getOut());
            } else {
                budget.read(view -> {
                    view.rules()
                            .inOrder()
                            .forEach(rule -> spec.commandLine().getOut().println(line(rule)));
                    return view.version();
                });
            }
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a rule, such as: payweek rules add coffee 'title contains \"coffee\"' Fun:Coffee")
    void add(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", description = "What the rule is called.") String name,
            @Parameters(paramLabel = "CONDITION", description = "What must hold of an entry.") String condition,
            @Parameters(paramLabel = "ACTION", description = "A category, or paycheck or transfer.") String action,
            @Option(names = "--priority", description = "Its place, lowest first (default: the last).")
                    Optional<Integer> priority) {
        RuleAction then = action.equals("paycheck") || action.equals("transfer")
                ? RuleAction.parse(action)
                : RuleAction.parse("category " + action);
        try (Budget budget = where.open()) {
            CategoryRule rule = budget.write(
                    "local",
                    edit -> edit.add(
                            new RuleDraft(name, priority, true, Optional.empty(), Condition.parse(condition), then)));
            spec.commandLine().getOut().println(line(rule));
        }
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a rule.")
    void remove(@Mixin Database where, @Parameters(paramLabel = "ID", description = "Its number.") long id) {
        try (Budget budget = where.open()) {
            budget.write("local", edit -> {
                edit.removeRule(id);
                return id;
            });
        }
    }

    private static String line(CategoryRule rule) {
        return String.format(
                "%4d  %5d  %-20s  %s -> %s%s",
                rule.id(), rule.priority(), rule.name(), rule.when(), rule.then(), rule.enabled() ? "" : "  (off)");
    }
}
