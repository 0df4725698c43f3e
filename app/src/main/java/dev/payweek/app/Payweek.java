package dev.payweek.app;

import dev.payweek.app.start.KeptText;
import dev.payweek.rest.PayweekApi;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * The {@code payweek} command.
 *
 * <p>Ends with 0 when all went well, 2 when the command was not understood, 1 when it could not be carried out; in both
 * cases with one sentence on the error stream.
 */
@Command(
        name = "payweek",
        mixinStandardHelpOptions = true,
        versionProvider = Payweek.Version.class,
        description = "How much of my discretionary income have I spent since my last paycheck, and on what?",
        footer = {
            "Alone it shows the week.",
            "Every option can be an environment variable, --db as PAYWEEK_DB, or a line of the user's settings,",
            "db = …, in the file payweek/config below XDG_CONFIG_HOME or ~/.config.",
            "Days are written 2026-11-28, 28.11.2026, today, yesterday or -3d; amounts 12.50, 12,50, $12.50 or 5 EUR."
        })
public final class Payweek implements Callable<Integer>, Caller.Known {

    /** In the order of the help, which comes last itself. */
    private static final List<Class<?>> COMMANDS = List.of(
            Serve.class,
            Week.class,
            Add.class,
            IncomeCommand.class,
            ListEntries.class,
            Edit.class,
            Move.class,
            Split.class,
            Refund.class,
            TransferCommand.class,
            Delete.class,
            Merge.class,
            Import.class,
            Accounts.class,
            MoveIn.class,
            Sync.class,
            Schedule.class,
            Sources.class,
            Bills.class,
            SetAsides.class,
            Discover.class,
            Limits.class,
            Rules.class,
            SettingsCommand.class,
            Check.class,
            Backup.class,
            Restore.class,
            Export.class,
            CategoriesCommand.class,
            Changes.class,
            Undo.class,
            Events.class,
            Open.class,
            Completion.class,
            Man.class);

    @Spec
    private CommandSpec spec;

    private final Caller caller;

    Payweek(CommandSpec spec, Caller caller) {
        this.spec = spec;
        this.caller = caller;
    }

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        // Before anything is logged: Java itself would end the log while the last requests are answered.
        System.setProperty("java.util.logging.manager", Log.Lasting.class.getName());
        Caller caller = Caller.ofProcess();
        KeptText kept = KeptText.of(caller.environment(), caller.clock().instant(), arguments);
        int code = run(caller.keeping(kept), Output.ofProcess(kept), Output.errorsOfProcess(), arguments);
        if (code == 0) {
            kept.keep(caller.clock().instant());
        }
        keepWhatIsDue(caller, kept);
        System.exit(code);
    }

    /** Prints and keeps again what a command has made untrue; whether that goes well is nobody's concern. */
    static void keepWhatIsDue(Caller caller, KeptText done) {
        for (KeptText due : done.due(caller.clock().instant())) {
            PrintWriter copy = Output.printer(new Output(OutputStream.nullOutputStream(), Optional.of(due)));
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            try {
                if (run(caller.keeping(due), copy, nowhere, due.words()) == 0) {
                    due.keep(caller.clock().instant());
                }
            } catch (RuntimeException failed) {
                // Then the next one who asks waits as long as this would have taken.
                return;
            }
        }
    }

    /** Runs a command whose output must arrive, and returns the exit code. */
    static int run(Caller caller, PrintWriter out, PrintWriter err, String... arguments) {
        Optional<String> damaged = Locales.damaged(arguments);
        if (damaged.isPresent()) {
            return failure(caller, err, arguments)
                    .misunderstood(damaged.get(), "payweek help", CommandLine.ExitCode.USAGE);
        }
        try {
            int code = execute(caller, out, err, arguments);
            out.flush();
            return code;
        } catch (Output.Failed failed) {
            return failure(caller, err, arguments).report(failed);
        }
    }

    /** Runs a command for a caller. */
    static int execute(Caller caller, PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine(caller, arguments).setOut(out).setErr(err).execute(arguments);
    }

    private static Failure failure(Caller caller, PrintWriter err, String... arguments) {
        boolean json = List.of(arguments).contains("--json");
        return new Failure(json ? err : caller.wrapped(err), json);
    }

    /**
     * Returns the command line that takes these arguments. If they name a command, it has no others: to make them all
     * costs more than most of them do.
     */
    static CommandLine commandLine(String... arguments) {
        return commandLine(Caller.ofProcess(), arguments);
    }

    /** Returns the command line that takes these arguments of a caller. */
    static CommandLine commandLine(Caller caller, String... arguments) {
        CommandLine commandLine = new CommandLine(new Payweek(CommandSpec.create(), caller));
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
                .toList();
        (named.isEmpty() ? COMMANDS : named).forEach(commandLine::addSubcommand);
        commandLine.addSubcommand(CommandLine.HelpCommand.class);
        return configure(commandLine, caller, arguments);
    }

    @Override
    public Caller caller() {
        return caller;
    }

    private static String name(Class<?> command) {
        Command described = command.getAnnotation(Command.class);
        return described == null ? "" : described.name();
    }

    /**
     * Returns the command with the manners that all of them share: environment, exit codes, one sentence. Where a
     * service has the ledger open, it is the service that runs the command.
     */
    static CommandLine configure(CommandLine commandLine, Caller caller, String... arguments) {
        commandLine.setDefaultValueProvider(new EnvironmentDefaults(caller.environment()));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.registerConverter(LocalDate.class, new DayText(caller.clock()));
        commandLine.setParameterExceptionHandler((misunderstood, given) -> {
            CommandLine command = misunderstood.getCommandLine();
            Misunderstanding what = new Misunderstanding(misunderstood);
            return failure(caller, command.getErr(), arguments)
                    .misunderstood(
                            what.sentence(),
                            what.help(),
                            command.getCommandSpec().exitCodeOnInvalidInput());
        });
        commandLine.setExecutionStrategy(parsed -> {
            OptionsAbove.handDown(parsed);
            PrintWriter err = commandLine.getErr();
            try {
                if (isDocument(parsed)) {
                    return new CommandLine.RunLast().execute(parsed);
                }
                Wrapped lines = caller.wrapping(commandLine.getOut());
                PrintWriter out = new PrintWriter(lines, true);
                commandLine.setOut(out).setErr(caller.wrapped(err));
                int code = new CommandLine.RunLast().execute(parsed);
                out.flush();
                // Not among what is listed, so that whoever counts lines gets none.
                if (code == 0 && lines.isSilent()) {
                    commandLine.getErr().println("Nothing to show.");
                }
                if (code == 0) {
                    nothingThere(parsed).ifPresent(commandLine.getErr()::println);
                }
                return code;
            } catch (Output.Failed failed) { // of the help, which is no command that could fail
                return failure(caller, err, arguments).report(failed);
            }
        });
        commandLine.setExecutionExceptionHandler((failed, command, result) -> {
            if (failed instanceof Elsewhere elsewhere) {
                return elsewhere.run(caller, failure(caller, command.getErr(), arguments), command.getOut(), arguments);
            }
            return failure(caller, command.getErr(), arguments).report(failed);
        });
        HelpLayout.set(commandLine, caller.terminal().columns());
        return commandLine;
    }

    /** Returns a sentence if the command has looked at a ledger that is not there, such as in the wrong folder. */
    private static Optional<String> nothingThere(CommandLine.ParseResult parsed) {
        return last(parsed).commandSpec().mixins().values().stream()
                .map(CommandSpec::userObject)
                .flatMap(mixed -> mixed instanceof Database ledger ? ledger.nothingThere().stream() : Stream.empty())
                .findFirst();
    }

    private static CommandLine.ParseResult last(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last;
    }

    /** Returns whether what is printed is for programs: it is then as it is, however wide the terminal. */
    private static boolean isDocument(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = last(parsed);
        CommandSpec asked = last.commandSpec();
        boolean help = last.isUsageHelpRequested();
        for (CommandSpec spec = asked; spec != null && !help; spec = spec.parent()) {
            if (spec.userObject() instanceof Document) {
                return true;
            }
        }
        OptionSpec json = asked.findOption("--json");
        return json != null && Boolean.TRUE.equals(json.getValue());
    }

    /** Called without a subcommand: answers the question Payweek is for. */
    @Override
    public Integer call() {
        CommandLine here = spec.commandLine();
        return execute(caller, here.getOut(), here.getErr(), "week");
    }

    /** Prints the version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"payweek " + PayweekApi.version()};
        }
    }
}
