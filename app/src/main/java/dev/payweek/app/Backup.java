package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.store.StoreProvider.Access;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the ledgers to a file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes a verified copy of everything to a file; works beside a running service.")
final class Backup implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(paramLabel = "FILE", description = "Where to; an older backup there is replaced by a sound one only.")
    private Path file = Path.of("");

    @Override
    public void run() {
        try (Budget budget = database.open(Access.READ_ONLY)) {
            budget.backUp(database.caller().file(file));
            spec.commandLine().getOut().println("Backed up to " + file + ".");
        }
    }
}
