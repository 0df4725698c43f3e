package dev.payweek.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every command there is, with words that it understands. The commands come from the program, so that a new one is in
 * every table of tests by itself; its arguments are filled in by what the help calls them.
 */
final class EveryCommand {

    /** Entries of {@link #prepare}. */
    static final String STATEMENT = """
            Date,Description,Amount
            2026-11-20,Müller Café,-4.50
            2026-11-21,Noodle Bar with a very long name that no column of a terminal takes,-12.00
            """;

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("AMOUNT", "3.00"),
            Map.entry("AMOUNT|ID", "1500.00"),
            Map.entry("TITLE", "Müller Café"),
            Map.entry("ID", "1"),
            Map.entry("ID… CATEGORY", "1"),
            Map.entry("ID… CATEGORY ID… CATEGORY", "1"),
            Map.entry("EXPENSE", "1"),
            Map.entry("CATEGORY", "Fun"),
            Map.entry("CATEGORY[=AMOUNT]", "Fun"),
            Map.entry("FILE", "bank.csv"),
            Map.entry("NAME", "Rent"),
            Map.entry("DUE", "2026-12-01"),
            Map.entry("PRIORITY", "30"),
            Map.entry("CODE", "USD"),
            Map.entry("VERSION", "1"),
            Map.entry("COMMAND", "week"),
            Map.entry("ZONE", "Europe/Berlin"),
            Map.entry("CONDITION", "title contains \"bar\""),
            Map.entry("ACTION", "Fun"),
            Map.entry("bash|zsh|fish", "bash"),
            Map.entry("none|surplus|deficit|both", "both"),
            Map.entry("FROM", "Fun:Coffee"),
            Map.entry("TO", "Other:Café"),
            Map.entry("INTO", "Other"),
            Map.entry("LINE", "payweek li"));

    /** Where the words that the help's labels stand for would not do. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("move", List.of("1", "Fun:Coffee")),
            Map.entry("edit", List.of("1", "--note", "with Ada")),
            Map.entry("transfer", List.of("200.00", "--from", "Giro", "--to", "Savings")),
            Map.entry("categories merge", List.of("Fun:Coffee", "Other")),
            Map.entry("backup", List.of("another.db")),
            Map.entry("restore", List.of("copy.db", "--db", "restored.db")));

    /** What takes any words. */
    private static final Set<Class<?>> TEXTS = Set.of(String.class, Path.class);

    private EveryCommand() {}

    /** Returns the words of every command, in the order of the help; those that print without end are left out. */
    static List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of());
        add(Payweek.commandLine(), lines);
        return lines;
    }

    private static void add(CommandLine command, List<List<String>> lines) {
        for (CommandLine below : command.getSubcommands().values()) {
            if (!below.getCommandName().equals("serve")) {
                lines.add(line(below));
                add(below, lines);
            }
        }
    }

    /** Returns the names by which a command is called. */
    static List<String> path(CommandLine command) {
        List<String> path = new ArrayList<>();
        for (CommandSpec spec = command.getCommandSpec(); spec.parent() != null; spec = spec.parent()) {
            path.add(0, spec.name());
        }
        return path;
    }

    private static List<String> line(CommandLine command) {
        List<String> path = path(command);
        List<String> words = Optional.ofNullable(WORDS.get(String.join(" ", path)))
                .orElseGet(() -> command.getCommandSpec().positionalParameters().stream()
                        .filter(parameter -> parameter.arity().min() > 0)
                        .map(parameter -> value(path, parameter.paramLabel()))
                        .toList());
        return Stream.concat(path.stream(), words.stream()).toList();
    }

    private static String value(List<String> path, String label) {
        return Optional.ofNullable(VALUES.get(label))
                .orElseThrow(() -> new AssertionError("what could stand for " + label + " of " + path + "?"));
    }

    /** Returns every command that has an option, as it is called. */
    static List<List<String>> having(String option) {
        Map<String, CommandLine> commands = new TreeMap<>();
        collect(Payweek.commandLine(), commands);
        return lines().stream()
                .filter(line -> {
                    CommandLine command = commands.get(longest(line, commands));
                    return command != null && command.getCommandSpec().findOption(option) != null;
                })
                .toList();
    }

    private static Class<?> type(OptionSpec option) {
        return option.auxiliaryTypes().length > 0 ? option.auxiliaryTypes()[0] : option.type();
    }

    /** Returns the options of a command that do not take any words. */
    static List<OptionSpec> options(List<String> line) {
        Map<String, CommandLine> commands = new TreeMap<>();
        collect(Payweek.commandLine(), commands);
        CommandLine command = commands.get(longest(line, commands));
        return command == null
                ? List.of()
                : command.getCommandSpec().options().stream()
                        .filter(option -> option.arity().max() > 0 && !TEXTS.contains(type(option)))
                        .toList();
    }

    private static String longest(List<String> line, Map<String, CommandLine> commands) {
        return Stream.iterate(line.size(), size -> size > 0, size -> size - 1)
                .map(size -> line.stream().limit(size).collect(Collectors.joining(" ")))
                .filter(commands::containsKey)
                .findFirst()
                .orElse("");
    }

    private static void collect(CommandLine command, Map<String, CommandLine> commands) {
        command.getSubcommands().values().forEach(below -> {
            commands.put(String.join(" ", path(below)), below);
            collect(below, commands);
        });
    }

    /** Keeps a ledger that gives every command something to print. */
    static void prepare(Commands commands) throws IOException {
        Files.writeString(commands.folder().resolve("bank.csv"), STATEMENT);
        commands.printed("add", "4.50", "Müller Café", "--category", "Fun:Coffee", "--on", "2026-11-20");
        commands.printed("income", "1500.00", "Acme payroll", "--on", "2026-11-20");
        commands.printed("schedule", "every 2 weeks from 2026-11-20");
        commands.printed("limits", "set", "Fun", "1.00");
        commands.printed("bills", "set", "Rent", "monthly on 1", "--amount", "900.00");
        commands.printed("set-asides", "set", "Savings", "150.00");
        commands.printed("rules", "add", "coffee", "title contains \"coffee\"", "Fun:Coffee");
        commands.printed("backup", commands.folder().resolve("copy.db").toString());
    }
}
