package dev.payweek.app;

import dev.payweek.app.start.CommandDoor;
import dev.payweek.budget.Budget;
import dev.payweek.http.HttpServer;
import dev.payweek.http.Metrics;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Settings;
import dev.payweek.store.StoreProvider.Access;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final System.Logger LOG = System.getLogger(Serve.class.getName());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8000",
            description = "The port; 0 for a free one (default: 8000).")
    private int port;

    @Mixin
    private Exposure exposure = new Exposure();

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

    @Option(
            names = "--log",
            paramLabel = "FORM",
            description = "How events are written to the error stream: json, text or none (default: json, and text at a"
                    + " terminal).")
    private Optional<Log.Form> form = Optional.empty();

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            description = "From which weight on: debug, info, warn or error (default: info, and warn at a terminal).")
    private Optional<Log.Weight> weight = Optional.empty();

    @Option(names = "--print-config", description = "Prints what each option is and where it came from, and ends.")
    private boolean printConfig;

    @Override
    @SuppressWarnings("try") // the log is in force while it is open
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "A port is a number from 0 to 65535, not " + port + ".");
        }
        if (maxUpload < 1 || maxUpload > 100_000) {
            throw new ParameterException(
                    spec.commandLine(), "The largest upload is 1 to 100000 megabytes, not " + maxUpload + ".");
        }
        Settings settings = exposure.settings().withFilesUpTo(maxUpload * 1_000_000);
        if (printConfig) {
            Configuration.print(
                    Configuration.of(spec.commandLine(), database.named()),
                    Terminal.WIDEST,
                    spec.commandLine().getOut());
            return 0;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        boolean terminal = database.caller().terminal().errors();
        try (Log unused = Log.open(
                form.orElse(terminal ? Log.Form.TEXT : Log.Form.JSON),
                weight.orElse(terminal ? Log.Weight.WARN : Log.Weight.INFO))) {
            serve(settings, stopped);
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private void serve(Settings settings, CountDownLatch stopped) throws InterruptedException {
        CountDownLatch stopAsked = new CountDownLatch(1);
        try (Metrics metrics = new Metrics();
                Budget budget = open();
                HttpServer server = HttpServer.start(
                        new PayweekApi(budget, settings, List.of(metrics.route())),
                        new HttpServer.Options(exposure.host(), port).withRequestsLogged(),
                        metrics)) {
            StoreMetrics.of(budget, metrics);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopAsked, stopped), "stop"));
            Optional<CommandListener> door = door(new ServedLedger(budget, metrics::imported), server.address());
            spec.commandLine()
                    .getOut()
                    .println("Payweek is at " + server.address() + " with " + (demo ? "made-up data" : database.named())
                            + ". Ctrl-C ends it.");
            spec.commandLine().getOut().flush();
            LOG.log(
                    System.Logger.Level.INFO,
                    "started {0}",
                    Map.of(
                            "address", server.address().toString(),
                            "read_only", readOnly,
                            "store", budget.state().kind(),
                            "version", PayweekApi.version()));
            exposure.warning().ifPresent(sentence -> LOG.log(System.Logger.Level.WARNING, sentence));
            stopAsked.await();
            LOG.log(System.Logger.Level.INFO, "stopping");
            door.ifPresent(CommandListener::close);
            endedWell = true;
        }
    }

    /** Takes the commands of a terminal beside it, which could not write the ledgers' file themselves. */
    private Optional<CommandListener> door(ServedLedger ledger, URI page) {
        Optional<Path> file = demo || readOnly ? Optional.empty() : database.file();
        return file.map(path -> CommandListener.open(path, page, database.caller(), ledger));
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
        Access access = readOnly ? Access.READ_ONLY : Access.READ_WRITE;
        if (demo) {
            return Demo.budget(database.clock(), access);
        }
        try {
            return database.open(access);
        } catch (LedgerException taken) {
            // Most likely it is another terminal's service whose page is wanted.
            throw database.file()
                    .filter(file -> taken.reason() == Reason.STORE_UNAVAILABLE)
                    .flatMap(CommandDoor::of)
                    .map(door -> new LedgerException(
                            taken.reason(), taken.getMessage() + " Its page is at " + door.page() + ".", taken))
                    .orElse(taken);
        }
    }
}
