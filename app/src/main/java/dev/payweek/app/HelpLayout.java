package dev.payweek.app;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help as wide as the terminal. Where two columns have no room beside each other, each name has its own line. */
final class HelpLayout {

    /** The narrowest that two columns are laid out in. */
    private static final int NARROWEST = 55;

    /** So wide that nothing is broken before the terminal's width breaks it. */
    private static final int UNBROKEN = 10_000;

    private static final String NAME = "  ";
    private static final String WORDS = "      ";

    private HelpLayout() {}

    static void set(CommandLine command, int columns) {
        if (columns >= NARROWEST) {
            command.setUsageHelpWidth(columns);
            return;
        }
        command.setUsageHelpWidth(UNBROKEN);
        each(command);
    }

    private static void each(CommandLine command) {
        var sections = command.getHelpSectionMap();
        sections.put(
                UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
                help -> arguments(help.commandSpec().positionalParameters()));
        sections.put(
                UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                help -> arguments(help.commandSpec().options()));
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpLayout::commands);
        command.getSubcommands().values().forEach(HelpLayout::each);
    }

    private static String arguments(List<? extends ArgSpec> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.hidden())
                .map(argument -> paragraph(named(argument), argument.description()))
                .collect(Collectors.joining());
    }

    private static String named(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return String.join(", ", option.names()) + (option.arity().max() > 0 ? " " + option.paramLabel() : "");
        }
        return argument.paramLabel();
    }

    private static String commands(Help help) {
        return help.subcommands().entrySet().stream()
                .map(command -> paragraph(
                        command.getKey(),
                        Arrays.copyOf(
                                command.getValue().commandSpec().usageMessage().description(), 1)))
                .collect(Collectors.joining());
    }

    private static String paragraph(String name, String... description) {
        return Stream.concat(Stream.of(NAME + name), Stream.of(description).map(line -> WORDS + Ansi.OFF.string(line)))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
