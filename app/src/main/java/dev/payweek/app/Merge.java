package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one entry of two that stand for the same. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Makes one entry of an imported one and one made by hand that stand for the same; the one made by"
                + " hand stays. payweek import names such pairs.")
final class Merge implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(index = "0", paramLabel = "IMPORTED", description = "The number of the entry an import brought.")
    private long imported;

    @Parameters(index = "1", paramLabel = "BY-HAND", description = "The number of the entry made by hand.")
    private long byHand;

    @Override
    public void run() {
        try (Budget budget = database.open()) {
            Entry one = budget.<Entry>write(Budget.LOCAL, edit -> edit.merge(imported, byHand));
            spec.commandLine().getOut().println(EntryText.line(one));
        }
    }
}
