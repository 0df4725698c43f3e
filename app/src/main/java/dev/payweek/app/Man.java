package dev.payweek.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints or keeps manual pages. */
@Command(
        name = "man",
        mixinStandardHelpOptions = true,
        description = {"Prints a manual page, which man reads.", "  payweek man week | man -l -"})
final class Man implements Runnable, Document {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command (default: payweek itself).")
    private Optional<String> command = Optional.empty();

    @Option(names = "--into", paramLabel = "FOLDER", description = "Writes every page into a folder instead.")
    private Optional<Path> folder = Optional.empty();

    @Override
    public void run() {
        Caller caller = spec.root().userObject() instanceof Caller.Known root ? root.caller() : Caller.ofProcess();
        LocalDate day = LocalDate.now(caller.clock());
        CommandLine whole = Payweek.commandLine(caller);
        Map<String, CommandLine> commands = whole.getSubcommands();
        if (folder.isPresent()) {
            Stream.concat(
                            Stream.of(whole),
                            commands.values().stream()
                                    .filter(one -> !one.getCommandName().equals("help")))
                    .forEach(one -> write(caller.file(folder.get()), one, day));
            return;
        }
        CommandLine asked = command.isEmpty() ? whole : commands.get(command.get());
        if (asked == null) {
            throw new ParameterException(spec.commandLine(), "There is no command \"" + command.orElse("") + "\".");
        }
        spec.commandLine().getOut().print(ManualPage.of(asked, day));
    }

    private static void write(Path folder, CommandLine command, LocalDate day) {
        Path file = folder.resolve(ManualPage.name(command) + ".1");
        try {
            Files.writeString(file, ManualPage.of(command, day), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + Reason.of(e), e);
        }
    }
}
