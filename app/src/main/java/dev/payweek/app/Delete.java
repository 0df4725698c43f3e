package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes entries. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Deletes entries, as one change that payweek undo brings back.")
final class Delete implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The entries' numbers, as payweek list shows them.")
    private List<Long> ids = List.of();

    @Override
    public void run() {
        try (Budget budget = database.open()) {
            List<Entry> gone = budget.<List<Entry>>write(Budget.LOCAL, edit -> {
                List<Entry> entries = new ArrayList<>();
                for (long id : ids) {
                    Entry entry = edit.getEntry(id);
                    edit.delete(entry.kind(), id);
                    entries.add(entry);
                }
                return entries;
            });
            gone.forEach(entry -> spec.commandLine().getOut().println("deleted  " + EntryText.line(entry)));
        }
    }
}
