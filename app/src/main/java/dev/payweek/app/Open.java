package dev.payweek.app;

import dev.payweek.app.start.CommandDoor;
import dev.payweek.refusal.LedgerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens the page of the service that runs. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Opens the page of the running service in the browser.")
final class Open implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--print", description = "Only prints where it is.")
    private boolean print;

    @Override
    public void run() {
        URI page = database.file()
                .flatMap(CommandDoor::of)
                .map(CommandDoor::page)
                .orElseThrow(() -> LedgerException.notFound(
                        "No service has " + database.named() + " open; payweek serve starts one."));
        spec.commandLine().getOut().println(page);
        if (!print) {
            show(page);
        }
    }

    private static void show(URI page) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> opener = system.startsWith("mac")
                ? List.of("open")
                : system.startsWith("win") ? List.of("cmd", "/c", "start") : List.of("xdg-open");
        try {
            new ProcessBuilder(concat(opener, page.toString())).inheritIO().start();
        } catch (IOException e) {
            throw new UncheckedIOException("No browser could be started; open the address above by hand.", e);
        }
    }

    private static List<String> concat(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last)).toList();
    }
}
