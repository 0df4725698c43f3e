package dev.payweek.app;

import dev.payweek.rest.PayweekApi;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of a command, made of what its help says, in the language of {@code man}. */
final class ManualPage {

    private static final int ASCII_ENDS = 0x7F;

    private final StringBuilder text = new StringBuilder();

    private ManualPage() {}

    /** Returns the page of a command, dated a day. */
    static String of(CommandLine command, LocalDate day) {
        return new ManualPage().page(command, day).text.toString();
    }

    /** Returns what the page is called. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    private ManualPage page(CommandLine command, LocalDate day) {
        String name = name(command);
        boolean whole = command.getParent() == null;
        // The date is for programs, so its hyphens are no minus signs.
        text.append(String.format(
                ".TH \"%s\" 1 \"%s\" \"payweek %s\" Payweek\n",
                name.toUpperCase(Locale.ROOT), day, PayweekApi.version()));
        macro("SH", "NAME");
        line(name + " - " + summary(command));
        macro("SH", "SYNOPSIS");
        synopsis(command);
        macro("SH", "DESCRIPTION");
        description(List.of(command.getCommandSpec().usageMessage().description()));
        arguments("OPTIONS", command);
        List<CommandLine> below = shown(command);
        if (!below.isEmpty()) {
            macro("SH", "COMMANDS");
        }
        for (CommandLine one : below) {
            if (whole) {
                macro("TP");
                bold(one.getCommandName());
                line(summary(one));
            } else {
                macro("SS", one.getCommandSpec().qualifiedName(" "));
                description(List.of(one.getCommandSpec().usageMessage().description()));
                synopsis(one);
                arguments("", one);
            }
        }
        if (whole) {
            macro("SH", "ENVIRONMENT");
            List.of(command.getCommandSpec().usageMessage().footer()).forEach(this::line);
        }
        macro("SH", "EXIT STATUS");
        line("0 when all went well, 2 when the command was not understood, 1 when it could not be carried out.");
        macro("SH", "SEE ALSO");
        line(
                whole
                        ? String.join(
                                ", ",
                                below.stream().map(one -> name(one) + "(1)").toList())
                        : "payweek(1)");
        return this;
    }

    /** The commands below one, but for the help, which each has itself, and what only shells call. */
    private static List<CommandLine> shown(CommandLine command) {
        return command.getSubcommands().values().stream()
                .filter(one -> !one.getCommandName().equals("help")
                        && !one.getCommandSpec().usageMessage().hidden())
                .toList();
    }

    private static String summary(CommandLine command) {
        String[] description = command.getCommandSpec().usageMessage().description();
        String first = description.length == 0 ? command.getCommandName() : description[0];
        return first.replaceFirst("[.:]$", "");
    }

    private void synopsis(CommandLine command) {
        macro("nf");
        command.getHelp().synopsis(0).lines().forEach(this::line);
        macro("fi");
    }

    /** What is indented is to be typed, and stays as it is. */
    private void description(List<String> lines) {
        boolean typed = false;
        for (String line : lines) {
            boolean indented = line.startsWith(" ");
            if (indented != typed) {
                macro(indented ? "PP" : "fi");
                if (indented) {
                    macro("nf");
                }
            }
            typed = indented;
            line(line);
        }
        if (typed) {
            macro("fi");
        }
    }

    private void arguments(String heading, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        List<ArgSpec> arguments = Stream.<ArgSpec>concat(spec.positionalParameters().stream(), spec.options().stream())
                .filter(argument -> !argument.hidden())
                .toList();
        if (!heading.isEmpty() && !arguments.isEmpty()) {
            macro("SH", heading);
        }
        for (ArgSpec argument : arguments) {
            macro("TP");
            if (argument instanceof OptionSpec option) {
                String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
                bold(String.join(", ", option.names()) + value);
            } else {
                bold(argument.paramLabel());
            }
            List.of(argument.description()).forEach(this::line);
        }
    }

    private void bold(String words) {
        macro("B", words);
    }

    private void macro(String name, String... arguments) {
        text.append('.').append(name);
        for (String argument : arguments) {
            text.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        text.append('\n');
    }

    private void line(String words) {
        String escaped = escaped(Ansi.OFF.string(words).stripTrailing());
        text.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "")
                .append(escaped.isEmpty() ? "\\&" : escaped)
                .append('\n');
    }

    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(c -> {
            if (c == '\\') {
                escaped.append("\\e");
            } else if (c == '-') {
                escaped.append("\\-");
            } else if (c > ASCII_ENDS) {
                escaped.append(String.format("\\[u%04X]", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
