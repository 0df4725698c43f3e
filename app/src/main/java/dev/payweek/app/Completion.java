package dev.payweek.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete the words of a command, and completes them for it. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what a shell needs to complete commands, options, and what the ledger holds.",
            "  source <(payweek completion bash)       in ~/.bashrc",
            "  source <(payweek completion zsh)        in ~/.zshrc",
            "  payweek completion fish | source        in ~/.config/fish/config.fish"
        })
final class Completion implements Runnable, Document {

    /** The shells. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "bash|zsh|fish", description = "The shell.")
    private Optional<Shell> shell = Optional.empty();

    @Override
    public void run() {
        String name = shell.map(given -> "completion." + given.name().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "Which shell: bash, zsh or fish?"));
        try (InputStream script = Completion.class.getResourceAsStream(name)) {
            spec.commandLine()
                    .getOut()
                    .print(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The program is damaged: " + name + " is not in it.", e);
        }
    }

    @Command(name = "words", hidden = true, description = "Prints what may come next; called by shells.")
    void words(
            @Mixin Database where,
            @Parameters(paramLabel = "bash|zsh|fish", description = "The shell that asks.") Shell asking,
            @Parameters(paramLabel = "LINE", description = "What is typed, up to the cursor.") String typed) {
        TypedLine line = TypedLine.of(typed);
        List<String> words = line.words();
        var ledger = new LedgerWords(where);
        List<LedgerWords.Word> next = new NextWords(
                        Payweek.commandLine(where.caller(), words.toArray(String[]::new)), ledger)
                .after(words, line.last());
        for (LedgerWords.Word word : next) {
            if (asking == Shell.BASH) {
                if (word.beginsWith(line.last()) && line.keeps(word.text())) {
                    spec.commandLine().getOut().println(line.ending(word.text()));
                }
            } else {
                spec.commandLine().getOut().println(word.text() + (word.about().isEmpty() ? "" : "\t" + word.about()));
            }
        }
    }
}
