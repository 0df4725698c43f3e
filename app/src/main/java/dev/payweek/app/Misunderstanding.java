package dev.payweek.app;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command, in the words of whoever typed them and not in those of Java. */
record Misunderstanding(ParameterException misunderstood) {

    /** Returns a sentence. */
    String sentence() {
        if (misunderstood instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        Optional<ArgSpec> argument = Optional.ofNullable(misunderstood.getArgSpec());
        Optional<String> value = Optional.ofNullable(misunderstood.getValue());
        return argument.isPresent() && value.isPresent()
                ? value(argument.get(), value.get())
                : String.valueOf(misunderstood.getMessage());
    }

    /** Returns where the command's help is. */
    String help() {
        CommandLine command = misunderstood.getCommandLine();
        if (command.getParent() == null) {
            return "payweek help";
        }
        return command.getParent().getParent() == null
                ? "payweek help " + command.getCommandName()
                : command.getCommandSpec().qualifiedName(" ") + " --help";
    }

    private static String unmatched(UnmatchedArgumentException unmatched) {
        List<String> words = unmatched.getUnmatched();
        List<String> meant = unmatched.getSuggestions();
        boolean first = unmatched.getCommandLine().getParent() == null
                || !unmatched.getCommandLine().getSubcommands().isEmpty();
        if (belongsToCommands(unmatched.getCommandLine(), words.get(0))) {
            return words.get(0) + " stands after the command it is for, as in payweek week " + words.get(0);
        }
        String what = words.get(0).startsWith("-")
                ? "There is no option " + words.get(0)
                : first
                        ? "There is no command \"" + words.get(0) + "\""
                        : "\"" + String.join(" ", words) + "\" is more than the command takes";
        return meant.isEmpty() ? what : what + "; did you mean " + String.join(" or ", meant) + "?";
    }

    /** Other programs take such options before the command. */
    private static boolean belongsToCommands(CommandLine whole, String word) {
        CommandLine week = whole.getSubcommands().get("week");
        return whole.getParent() == null
                && week != null
                && week.getCommandSpec().findOption(word) != null;
    }

    private String value(ArgSpec argument, String value) {
        String place = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        Class<?> type = argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
        if (type.isEnum()) {
            return "\"" + value + "\" is not for " + place + "; it takes " + candidates(argument);
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "\"" + value + "\" is no number, which " + place + " takes";
        }
        // A type of ours says by itself what it takes.
        return misunderstood.getCause() instanceof TypeConversionException own
                ? place + ": " + own.getMessage()
                : String.valueOf(misunderstood.getMessage());
    }

    private static String candidates(ArgSpec argument) {
        return StreamSupport.stream(
                        Objects.requireNonNull(argument.completionCandidates()).spliterator(), false)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }
}
