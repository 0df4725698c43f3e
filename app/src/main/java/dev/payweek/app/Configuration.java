package dev.payweek.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a command is set to, option by option, and where each value came from. */
final class Configuration {

    private static final String SET = "(set)";

    private Configuration() {}

    /**
     * Prints every option of a command.
     *
     * @param named what is printed for the database, whose address may hold a password
     */
    static void print(CommandLine command, String named, PrintWriter out) {
        List<String[]> rows = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.usageHelp()
                    && !option.versionHelp()
                    && !option.longestName().equals("--print-config")) {
                String name = option.longestName().substring(2);
                rows.add(new String[] {name, value(option, named), source(command, option)});
            }
        }
        int widest = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int wide = rows.stream().mapToInt(row -> row[1].length()).max().orElse(0);
        rows.stream()
                .sorted((one, other) -> one[0].compareTo(other[0]))
                .map(row -> String.format("%-" + widest + "s  %-" + Math.max(1, wide) + "s  %s", (Object[]) row))
                .forEach(out::println);
        out.flush();
    }

    private static String value(OptionSpec option, String named) {
        Object held = option.getValue();
        Optional<?> value = held instanceof Optional<?> optional ? optional : Optional.ofNullable(held);
        return value.map(given -> switch (option.longestName()) {
                    case "--db" -> named;
                    case "--token-sha256" -> SET;
                    default ->
                        given instanceof List<?> several
                                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                : given.toString();
                })
                .orElse("");
    }

    private static String source(CommandLine command, OptionSpec option) {
        if (command.getParseResult().hasMatchedOption(option)) {
            return "command line";
        }
        return command.getDefaultValueProvider() instanceof EnvironmentDefaults given
                ? given.source(option)
                : EnvironmentDefaults.BUILT_IN;
    }
}
