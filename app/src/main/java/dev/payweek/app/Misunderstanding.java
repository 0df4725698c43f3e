package dev.payweek.app;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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
        if (misunderstood instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()
                && missing.getMissing().get(0) instanceof PositionalParamSpec few
                && few.arity().min() > 1) {
            return "At least " + few.arity().min() + " words are needed: " + few.paramLabel();
        }
        Optional<ArgSpec> argument = Optional.ofNullable(misunderstood.getArgSpec());
        Optional<String> value = Optional.ofNullable(misunderstood.getValue());
        boolean ofHelp =
                argument.isEmpty() && String.valueOf(misunderstood.getMessage()).startsWith("Unknown subcommand");
        if (ofHelp && value.isPresent()) {
            return noCommand(misunderstood.getCommandLine(), value.get());
        }
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
        boolean first = unmatched.getCommandLine().getParent() == null
                || !unmatched.getCommandLine().getSubcommands().isEmpty();
        if (belongsToCommands(unmatched.getCommandLine(), words.get(0))) {
            return words.get(0) + " stands after the command it is for, as in payweek week " + words.get(0);
        }
        if (!first && !words.get(0).startsWith("-")) {
            return tooMuch(unmatched.getCommandLine(), words);
        }
        return words.get(0).startsWith("-")
                ? "There is no option " + words.get(0) + near(words.get(0), options(unmatched.getCommandLine()))
                : noCommand(unmatched.getCommandLine(), words.get(0));
    }

    private static String noCommand(CommandLine above, String word) {
        return "There is no command \"" + word + "\""
                + near(word, above.getSubcommands().keySet());
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .toList();
    }

    /** The sentence is ended by who prints it. */
    private static String near(String word, Collection<String> known) {
        String question = NearWords.question(word, known);
        return question.equals(".") ? "" : question;
    }

    /** A word too many is one that is no number among numbers, or the rest of what has blanks. */
    private static String tooMuch(CommandLine command, List<String> words) {
        List<PositionalParamSpec> places = command.getCommandSpec().positionalParameters();
        boolean numbers = places.size() == 1
                && places.get(0).arity().max() > 1
                && Arrays.asList(places.get(0).auxiliaryTypes()).contains(Long.class);
        return numbers
                ? "\"" + words.get(0) + "\" is no number, which "
                        + places.get(0).paramLabel() + " takes"
                : "\"" + String.join(" ", words) + "\" is more than the command takes"
                        + (places.isEmpty() ? "" : "; what has blanks stands in quotes");
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
