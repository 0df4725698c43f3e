package dev.payweek.app;

import dev.payweek.http.CannotListen;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.PayweekApi;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
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
        description = "How much of my discretionary income have I spent since my last paycheck, and on what?")
public final class Payweek implements Runnable {

    private static final int FAILED = 1;

    /** In the order of the help, which comes last itself. */
    private static final List<Class<?>> COMMANDS = List.of(
            Serve.class,
            Week.class,
            Add.class,
            IncomeCommand.class,
            ListExpenses.class,
            Import.class,
            Sync.class,
            Schedule.class,
            Sources.class,
            Bills.class,
            SetAsides.class,
            Limits.class,
            Rules.class,
            SettingsCommand.class,
            Check.class,
            Backup.class,
            Restore.class,
            Export.class,
            CategoriesCommand.class,
            Changes.class,
            Events.class);

    @Spec
    private CommandSpec spec;

    private final Clock clock;

    Payweek(CommandSpec spec, Clock clock) {
        this.spec = spec;
        this.clock = clock;
    }

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    /**
     * Returns the command line that takes these arguments. If they name a command, it has no others: to make them all
     * costs more than most of them do.
     */
    static CommandLine commandLine(String... arguments) {
        return commandLine(machineClock(), arguments);
    }

    /** Returns the command line that takes these arguments and goes by another clock than the machine's. */
    static CommandLine commandLine(Clock clock, String... arguments) {
        CommandLine commandLine = new CommandLine(new Payweek(CommandSpec.create(), clock));
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
                .toList();
        (named.isEmpty() ? COMMANDS : named).forEach(commandLine::addSubcommand);
        commandLine.addSubcommand(CommandLine.HelpCommand.class);
        return configure(commandLine);
    }

    /** Returns the clock of the machine, in whose zone a new ledger begins. */
    static Clock machineClock() {
        return Clock.system(ZoneId.systemDefault());
    }

    /** Returns the clock that the commands go by. */
    Clock clock() {
        return clock;
    }

    private static String name(Class<?> command) {
        Command described = command.getAnnotation(Command.class);
        return described == null ? "" : described.name();
    }

    /** Returns the command with the manners that all of them share: environment, exit codes, one sentence. */
    static CommandLine configure(CommandLine commandLine) {
        commandLine.setDefaultValueProvider(new EnvironmentDefaults(System.getenv()));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler((misunderstood, arguments) -> {
            CommandLine command = misunderstood.getCommandLine();
            command.getErr()
                    .println(sentence(String.valueOf(misunderstood.getMessage())) + " See payweek help"
                            + nameAfter(command) + ".");
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
        commandLine.setExecutionExceptionHandler((failure, command, result) -> {
            report(failure, command.getErr());
            return FAILED;
        });
        return commandLine;
    }

    private static void report(Exception failure, PrintWriter err) {
        if (failure instanceof LedgerException refusal) {
            err.println(sentence(refusal.getMessage()));
            refusal.problems().stream()
                    .skip(1)
                    .map(FieldError::message)
                    .map(Payweek::sentence)
                    .forEach(err::println);
        } else if (failure instanceof UncheckedIOException || failure instanceof CannotListen) {
            err.println(sentence(String.valueOf(failure.getMessage())));
        } else {
            err.println("Something went wrong that should not have:");
            failure.printStackTrace(err);
        }
    }

    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse("It failed").strip();
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }

    private static String nameAfter(CommandLine command) {
        return command.getParent() == null ? "" : " " + command.getCommandName();
    }

    /** Called without a subcommand: says what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Prints the version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"payweek " + PayweekApi.version()};
        }
    }
}
