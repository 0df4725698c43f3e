package dev.payweek.app;

import dev.payweek.app.LedgerWords.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What may come next on a command line: commands, options, and what their values can be. */
final class NextWords {

    private final CommandLine whole;
    private final LedgerWords ledger;
    private CommandLine command;
    private int position;
    private Optional<OptionSpec> awaited = Optional.empty();
    private boolean onlyParameters;

    NextWords(CommandLine whole, LedgerWords ledger) {
        this.whole = whole;
        this.ledger = ledger;
        this.command = whole;
    }

    /** Returns what may follow whole words in the place of one that is begun. */
    List<Word> after(List<String> words, String begun) {
        for (int i = 0; i < words.size(); i++) {
            take(words.get(i));
            if (i > 0 && words.get(i - 1).equals("--db")) {
                ledger.of(words.get(i));
            }
        }
        if (awaited.isPresent()) {
            return values(awaited.get());
        }
        int equal = begun.indexOf('=');
        if (!onlyParameters && begun.startsWith("--") && equal > 0) {
            String given = begun.substring(0, equal);
            return option(given).stream()
                    .flatMap(option -> values(option).stream())
                    .map(word -> new Word(given + "=" + word.text(), word.about()))
                    .toList();
        }
        if (!onlyParameters && begun.startsWith("-")) {
            return command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .map(option -> new Word(option.longestName(), first(option.description())))
                    .toList();
        }
        return Stream.concat(position == 0 ? commands() : Stream.of(), parameters())
                .toList();
    }

    private void take(String word) {
        if (awaited.isPresent()) {
            awaited = Optional.empty();
        } else if (!onlyParameters && word.equals("--")) {
            onlyParameters = true;
        } else if (!onlyParameters && word.startsWith("-") && word.length() > 1) {
            awaited = option(word).filter(option -> option.arity().max() > 0);
        } else if (position == 0 && command.getSubcommands().containsKey(word)) {
            command = command.getSubcommands().getOrDefault(word, command);
        } else {
            position++;
        }
    }

    private Optional<OptionSpec> option(String name) {
        return Optional.ofNullable(command.getCommandSpec().findOption(name));
    }

    private Stream<Word> commands() {
        CommandLine of = command.getCommandName().equals("help") ? whole : command;
        return of.getSubcommands().entrySet().stream()
                .filter(sub -> !sub.getValue().getCommandSpec().usageMessage().hidden())
                .map(sub -> new Word(
                        sub.getKey(),
                        first(sub.getValue().getCommandSpec().usageMessage().description())));
    }

    private Stream<Word> parameters() {
        return command.getCommandSpec().positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(position))
                .findFirst()
                .stream()
                .flatMap(parameter -> values(parameter).stream());
    }

    private List<Word> values(ArgSpec argument) {
        String label = argument.paramLabel();
        if (label.matches("[a-z_|-]+")) {
            return Stream.of(label.split("\\|")).map(word -> new Word(word, "")).toList();
        }
        if (argument.completionCandidates() != null) {
            return StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                    .map(word -> new Word(word.toLowerCase(Locale.ROOT), ""))
                    .toList();
        }
        CommandSpec first = command.getCommandSpec();
        while (first.parent() != null && first.parent().parent() != null) {
            first = first.parent();
        }
        String name = argument instanceof PositionalParamSpec ? label : ((OptionSpec) argument).longestName();
        return ledger.words(first.userObject(), name, label);
    }

    private static String first(String[] description) {
        return description.length == 0 ? "" : description[0];
    }
}
