package dev.payweek.app;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.refusal.LedgerException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a change back, whatever it was. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = "Undoes the last change, or the one of a version. Undoing that brings it back.")
final class Undo implements Runnable {

    @Mixin
    private Database database = new Database();

    @Parameters(
            arity = "0..1",
            paramLabel = "VERSION",
            description = "As payweek changes shows it (default: the last one).")
    private Optional<Long> version = Optional.empty();

    @Override
    public void run() {
        database.change(edit -> edit.undo(version.orElseGet(() -> last(edit))));
    }

    /** An undo is a change like any other, so that a second one brings back what the first took. */
    private static long last(BudgetEdit edit) {
        if (edit.version() == 0) {
            throw LedgerException.notFound("Nothing has been changed yet.");
        }
        return edit.version();
    }
}
