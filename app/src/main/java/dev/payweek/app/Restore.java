package dev.payweek.app;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the ledgers back from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Brings everything back from a backup, which is verified before and after.")
final class Restore implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(paramLabel = "FILE", description = "What payweek backup wrote.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replaces the ledgers that are there.")
    private boolean force;

    @Override
    public void run() {
        database.restore(database.caller().file(file), force);
        spec.commandLine().getOut().println("Restored " + database.named() + " from " + file + ".");
    }
}
