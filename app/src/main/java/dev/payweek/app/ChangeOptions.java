package dev.payweek.app;

import dev.payweek.rule.RuleChange;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which change of the rules is meant. */
final class ChangeOptions {

    @Option(names = "--replace", paramLabel = "ID", description = "The rule that the given one is to replace.")
    private Optional<Long> replace = Optional.empty();

    @Option(names = "--remove", paramLabel = "ID", description = "A rule to be removed; no other is given then.")
    private Optional<Long> remove = Optional.empty();

    @Option(names = "--force", description = "Moves what a person has chosen, too.")
    private boolean force;

    boolean isForced() {
        return force;
    }

    RuleChange change(
            CommandSpec spec,
            RuleOptions options,
            Optional<String> name,
            Optional<String> condition,
            Optional<String> action) {
        if (name.isPresent() != action.isPresent() || (name.isPresent() ? remove : replace).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give NAME, CONDITION and ACTION of a rule, with --replace if it stands for another;"
                            + " or --remove; or nothing for the rules as they are.");
        }
        if (remove.isPresent()) {
            return new RuleChange.Remove(remove.get());
        }
        return action.map(then -> options.draft(name.orElseThrow(), condition.orElseThrow(), then))
                .map(draft -> replace.<RuleChange>map(id -> new RuleChange.Replace(id, draft))
                        .orElseGet(() -> new RuleChange.Add(draft)))
                .orElse(RuleChange.NONE);
    }
}
