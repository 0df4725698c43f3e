package dev.payweek.app;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What fish needs to complete a command: a line for each subcommand and option, with what it is for. */
final class FishCompletion {

    private FishCompletion() {}

    static String of(CommandLine command) {
        StringBuilder lines = new StringBuilder();
        String name = command.getCommandName();
        lines.append("complete -c ").append(name).append(" -f\n");
        options(lines, name, "__fish_use_subcommand", command);
        command.getSubcommands().forEach((word, sub) -> {
            line(lines, name, "__fish_use_subcommand", " -a " + word, description(sub.getCommandSpec()));
            String here = "__fish_seen_subcommand_from " + word;
            options(lines, name, here, sub);
            for (Map.Entry<String, CommandLine> second : sub.getSubcommands().entrySet()) {
                line(
                        lines,
                        name,
                        here,
                        " -a " + second.getKey(),
                        description(second.getValue().getCommandSpec()));
                options(lines, name, here + "; and __fish_seen_subcommand_from " + second.getKey(), second.getValue());
            }
        });
        return lines.toString();
    }

    private static void options(StringBuilder lines, String name, String where, CommandLine command) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            StringBuilder words = new StringBuilder();
            for (String one : option.names()) {
                words.append(one.startsWith("--") ? " -l " + one.substring(2) : " -s " + one.substring(1));
            }
            words.append(option.arity().max() > 0 ? " -r -F" : "");
            String[] description = option.description();
            line(lines, name, where, words.toString(), description.length == 0 ? "" : description[0]);
        }
    }

    private static String description(CommandSpec command) {
        String[] description = command.usageMessage().description();
        return description.length == 0 ? "" : description[0];
    }

    private static void line(StringBuilder lines, String name, String where, String words, String description) {
        lines.append("complete -c ")
                .append(name)
                .append(" -n ")
                .append(quoted(where))
                .append(words)
                .append(" -d ")
                .append(quoted(description))
                .append('\n');
    }

    /** In single quotes fish knows two characters of its own. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
