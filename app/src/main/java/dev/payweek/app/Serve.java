package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.http.HttpServer;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Settings;
import dev.payweek.store.StoreProvider.Access;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the page and the API. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves the web page and the API.")
final class Serve implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--port", defaultValue = "8000", description = "The port; 0 for a free one (default: 8000).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: 127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(
            names = "--allow-origin",
            paramLabel = "URL",
            description = "Another origin whose pages may call the API; may be repeated.")
    private List<String> origins = List.of();

    @Option(
            names = "--token-sha256",
            paramLabel = "HEX",
            description = "The SHA-256 of the token that opens the API; needed to listen beyond this machine.")
    private Optional<String> tokenSha256 = Optional.empty();

    @Option(names = "--demo", description = "Serves a year of made-up data that is forgotten at the end.")
    private boolean demo;

    @Option(names = "--read-only", description = "Refuses every change.")
    private boolean readOnly;

    @Option(
            names = "--max-upload",
            paramLabel = "MB",
            defaultValue = "20",
            description = "The largest file taken over HTTP, in megabytes (default: 20).")
    private long maxUpload = 20;

    private volatile boolean endedWell;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "A port is a number from 0 to 65535, not " + port + ".");
        }
        if (maxUpload < 1 || maxUpload > 100_000) {
            throw new ParameterException(
                    spec.commandLine(), "The largest upload is 1 to 100000 megabytes, not " + maxUpload + ".");
        }
        Settings settings = settings().withFilesUpTo(maxUpload * 1_000_000);
        CountDownLatch stopAsked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Budget budget = open();
                HttpServer server =
                        HttpServer.start(new PayweekApi(budget, settings), new HttpServer.Options(host, port))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopAsked, stopped), "stop"));
            Optional<CommandListener> door = door(budget, server.address());
            spec.commandLine()
                    .getOut()
                    .println("Payweek is at " + server.address() + " with " + (demo ? "made-up data" : database.named())
                            + ". Ctrl-C ends it.");
            spec.commandLine().getOut().flush();
            stopAsked.await();
            door.ifPresent(CommandListener::close);
            endedWell = true;
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    /** Takes the commands of a terminal beside it, which could not write the ledgers' file themselves. */
    private Optional<CommandListener> door(Budget budget, URI page) {
        Optional<Path> file = demo || readOnly ? Optional.empty() : database.file();
        return file.map(path -> CommandListener.open(path, page, database.caller(), budget));
    }

    /**
     * The process may end only when requests under way are answered and the ledger is closed. To be asked to end is no
     * failure, so it ends with 0 then; Java by itself would end with the number of the signal.
     */
    private void stop(CountDownLatch asked, CountDownLatch stopped) {
        asked.countDown();
        try {
            stopped.await();
            if (endedWell) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Budget open() {
        return demo ? Demo.budget(database.clock()) : database.open(readOnly ? Access.READ_ONLY : Access.READ_WRITE);
    }

    private Settings settings() {
        if (tokenSha256.isPresent()) {
            return Settings.guardedBy(tokenSha256.get()).allowing(Set.copyOf(origins));
        }
        if (!Settings.LOOPBACK.contains(host) && !host.equals("::1")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Listening on " + host + " would let anybody in: give --token-sha256 with the SHA-256 of a token of"
                            + " your own, as printf %s TOKEN | sha256sum prints it.");
        }
        return Settings.LOCAL.allowing(Set.copyOf(origins));
    }
}
