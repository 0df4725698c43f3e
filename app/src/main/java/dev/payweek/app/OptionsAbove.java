package dev.payweek.app;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Options that stand before a command below, as in {@code payweek settings --db other.db currency EUR}: they are meant
 * for that command, which otherwise would take its own and change another ledger than the one named.
 */
final class OptionsAbove {

    private OptionsAbove() {}

    /**
     * Gives the options of each command to the one below it, unless that one was given its own.
     *
     * @throws ParameterException if the one below has no such option
     */
    static void handDown(ParseResult parsed) {
        for (ParseResult above = parsed; above.hasSubcommand(); above = above.subcommand()) {
            ParseResult below = above.subcommand();
            for (OptionSpec given : above.matchedOptions()) {
                OptionSpec same = below.commandSpec().findOption(given.longestName());
                if (same == null) {
                    throw new ParameterException(
                            below.commandSpec().commandLine(),
                            given.longestName() + " is no option of payweek "
                                    + below.commandSpec().qualifiedName(" ").replaceFirst("^payweek ", "") + ".");
                }
                if (!below.hasMatchedOption(same)) {
                    same.setValue(given.getValue());
                }
            }
        }
    }
}
