package dev.payweek.app;

import dev.payweek.app.LedgerWords.Word;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows, adds and removes category rules, and reports what they do. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists the category rules in their order.")
final class Rules implements Runnable, LedgerWords.Naming {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--json", description = "Prints the answer of GET /rules.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.openReadOnly()) {
            if (json) {
                ApiOutput.print(budget, "/rules", Map.of(), spec.commandLine().getOut());
            } else {
                budget.read(view -> {
                    view.rules().inOrder().forEach(rule -> print(line(rule)));
                    return view.version();
                });
            }
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Adds a rule.",
                "  payweek rules add coffee 'title contains \"coffee\"' Fun:Coffee",
                "  payweek rules add gas 'all(title matches \"^shell\", amount at_least 20)' Car --tag car"
            })
    void add(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", description = "What the rule is called.") String name,
            @Parameters(paramLabel = "CONDITION", description = "What must hold of an entry.") String condition,
            @Parameters(paramLabel = "ACTION", description = RuleOptions.ACTION) String action,
            @Mixin RuleOptions options) {
        RuleDraft draft = options.draft(name, condition, action);
        where.changeSayingNew(budget -> {
            print(line(budget.<CategoryRule>write("local", edit -> edit.add(draft))));
        });
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a rule.")
    void remove(@Mixin Database where, @Parameters(paramLabel = "ID", description = "Its number.") long id) {
        where.change(edit -> edit.removeRule(id));
    }

    @Command(name = "on", mixinStandardHelpOptions = true, description = "Has a rule asked again.")
    void on(@Mixin Database where, @Parameters(paramLabel = "ID", description = "Its number.") long id) {
        replace(
                where,
                id,
                draft -> new RuleDraft(
                        draft.name(), draft.priority(), true, draft.validFrom(), draft.when(), draft.then()));
    }

    @Command(name = "off", mixinStandardHelpOptions = true, description = "Keeps a rule that is no longer asked.")
    void off(@Mixin Database where, @Parameters(paramLabel = "ID", description = "Its number.") long id) {
        replace(where, id, draft -> draft.disabled());
    }

    @Command(
            name = "order",
            mixinStandardHelpOptions = true,
            description = "Gives a rule another place; those of low priority numbers are asked first.")
    void order(
            @Mixin Database where,
            @Parameters(paramLabel = "ID", description = "Its number.") long id,
            @Parameters(paramLabel = "PRIORITY", description = "Its place, such as 30.") int priority) {
        replace(where, id, draft -> draft.withPriority(priority));
    }

    private void replace(Database where, long id, UnaryOperator<RuleDraft> change) {
        try (Budget budget = where.open()) {
            print(line(budget.<CategoryRule>write(Budget.LOCAL, edit -> {
                CategoryRule rule = edit.getRule(id);
                RuleDraft draft = new RuleDraft(
                        rule.name(),
                        Optional.of(rule.priority()),
                        rule.enabled(),
                        rule.validFrom(),
                        rule.when(),
                        rule.then());
                return edit.replaceRule(id, change.apply(draft));
            })));
        }
    }

    @Command(
            name = "dry-run",
            mixinStandardHelpOptions = true,
            description =
                    "Reports what a rule would move, and changes nothing. Without a rule: what the present ones would.")
    void dryRun(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", arity = "0..1", description = "The rule's name.") Optional<String> name,
            @Parameters(paramLabel = "CONDITION", arity = "0..1", description = "What must hold of an entry.")
                    Optional<String> condition,
            @Parameters(paramLabel = "ACTION", arity = "0..1", description = RuleOptions.ACTION)
                    Optional<String> action,
            @Mixin RuleOptions options,
            @Mixin ChangeOptions which) {
        RuleChange change = which.change(spec, options, name, condition, action);
        try (Budget budget = where.openReadOnly()) {
            print(budget.dryRun(change, which.isForced()));
        }
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Makes a change of the rules and moves the expenses it concerns. Takes what dry-run takes.")
    void apply(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", arity = "0..1", description = "The rule's name.") Optional<String> name,
            @Parameters(paramLabel = "CONDITION", arity = "0..1", description = "What must hold of an entry.")
                    Optional<String> condition,
            @Parameters(paramLabel = "ACTION", arity = "0..1", description = RuleOptions.ACTION)
                    Optional<String> action,
            @Mixin RuleOptions options,
            @Mixin ChangeOptions which) {
        RuleChange change = which.change(spec, options, name, condition, action);
        try (Budget budget = where.open()) {
            print(budget.applyRules(change, which.isForced()));
        }
    }

    @Command(
            name = "lint",
            mixinStandardHelpOptions = true,
            description = "Lists rules and categories that do nothing.")
    void lint(@Mixin Database where) {
        try (Budget budget = where.openReadOnly()) {
            budget.lintRules().forEach(finding -> print(finding.message()));
        }
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "Explains why an expense has its category, rule by rule.")
    void explain(@Mixin Database where, @Parameters(paramLabel = "EXPENSE", description = "Its number.") long expense) {
        try (Budget budget = where.openReadOnly()) {
            RuleText.lines(budget.explain(expense)).forEach(this::print);
        }
    }

    private void print(RuleDiff diff) {
        RuleText.lines(diff).forEach(this::print);
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }

    private static String line(CategoryRule rule) {
        return String.format(
                "%4d  %5d  %-20s  %s -> %s%s",
                rule.id(), rule.priority(), rule.name(), rule.when(), rule.then(), rule.enabled() ? "" : "  (off)");
    }

    @Override
    public Set<String> labels() {
        return Set.of("ID");
    }

    @Override
    public Stream<Word> words(BudgetView view) {
        return view.rules().inOrder().stream().map(rule -> new Word(Long.toString(rule.id()), rule.name()));
    }
}
