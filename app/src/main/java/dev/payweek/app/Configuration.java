package dev.payweek.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What commands are set to, option by option, and where each value came from. */
final class Configuration {

    private static final String SET = "(set)";
    private static final String STRAY = "(no option is called so)";

    /** What nobody looking over a shoulder should read. */
    private static final Set<String> SECRETS = Set.of("--token-sha256", "--claim");

    /** A setting: its name, its value, and where that is from. */
    record Row(String name, String value, String origin) {

        /** Returns it as JSON shows it. */
        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", name);
            fields.put("value", value);
            fields.put("origin", origin);
            return fields;
        }
    }

    private Configuration() {}

    /**
     * Returns every option of a command.
     *
     * @param named what is shown for the database, whose address may hold a password
     */
    static List<Row> of(CommandLine command, String named) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp()
                        && !option.versionHelp()
                        && !option.longestName().equals("--print-config"))
                .map(option -> row(command, option, named))
                .sorted(Comparator.comparing(Row::name))
                .toList();
    }

    /** Returns the row of one option of a command. */
    static Row row(CommandLine command, OptionSpec option, String named) {
        Object held = option.getValue();
        Optional<?> value = held instanceof Optional<?> optional ? optional : Optional.ofNullable(held);
        return new Row(
                EnvironmentDefaults.name(option),
                value.map(given -> shown(option, given, named)).orElse(""),
                source(command, option));
    }

    /** Returns what environment and settings file say to any command, and what of them no command heeds. */
    static List<Row> given(CommandLine whole, String named) {
        Map<String, Row> rows = new TreeMap<>();
        if (whole.getDefaultValueProvider() instanceof EnvironmentDefaults defaults) {
            List<OptionSpec> options = options(whole).toList();
            for (OptionSpec option : options) {
                String value = defaults.defaultValue(option);
                if (value != null) {
                    String name = EnvironmentDefaults.name(option);
                    rows.put(name, new Row(name, shown(option, value, named), defaults.source(option)));
                }
            }
            defaults.strays(options).forEach((name, origin) -> rows.put(name, new Row(name, STRAY, origin)));
        }
        return List.copyOf(rows.values());
    }

    private static Stream<OptionSpec> options(CommandLine command) {
        return Stream.concat(
                command.getCommandSpec().options().stream(),
                command.getSubcommands().values().stream().flatMap(Configuration::options));
    }

    /** Prints rows in columns; where they do not fit, where a value is from has a line of its own. */
    static void print(List<Row> rows, int columns, PrintWriter out) {
        int names = width(rows.stream().map(Row::name));
        int values = width(rows.stream().map(Row::value));
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            String begin = Lines.left(row.name(), names) + "  ";
            String line = begin + Lines.left(row.value(), values) + "  " + row.origin();
            if (columns == Terminal.WIDEST || line.length() <= columns) {
                lines.add(line);
            } else {
                lines.add((begin + row.value()).stripTrailing());
                lines.add("  " + row.origin());
            }
        }
        lines.forEach(out::println);
        out.flush();
    }

    private static int width(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private static String shown(OptionSpec option, Object given, String named) {
        if (SECRETS.contains(option.longestName())) {
            return SET;
        }
        if (option.longestName().equals("--db")) {
            return named;
        }
        return given instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : given.toString();
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
