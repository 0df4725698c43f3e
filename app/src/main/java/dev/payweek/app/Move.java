package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts expenses in another category. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        description = "Puts expenses in another category, such as: payweek move 901 902 Fun:Coffee")
final class Move implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(
            arity = "2..*",
            paramLabel = "ID… CATEGORY",
            description = "The expenses' numbers, as payweek list shows them, and the category.")
    private List<String> words = List.of();

    @Override
    public void run() {
        String category = words.get(words.size() - 1);
        List<Long> ids =
                words.subList(0, words.size() - 1).stream().map(this::number).toList();
        database.changeSayingNew(budget -> {
            List<String> parts = new ArrayList<>();
            List<Entry> moved = budget.<List<Entry>>write(Budget.LOCAL, edit -> {
                List<Entry> entries = new ArrayList<>();
                for (long id : ids) {
                    parts.addAll(gone((Expense) edit.getEntry(EntryKind.EXPENSE, id)));
                    entries.add(edit.move(id, category));
                }
                return entries;
            });
            moved.forEach(entry -> spec.commandLine().getOut().println(EntryText.line(entry)));
            parts.forEach(spec.commandLine().getOut()::println);
        });
    }

    private static List<String> gone(Expense split) {
        return split.splits().isEmpty()
                ? List.of()
                : List.of(split.id() + " is whole again: it was "
                        + split.splits().stream()
                                .map(part -> part.amount() + " " + part.category())
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new ParameterException(
                    spec.commandLine(), "The number of an expense is meant, not \"" + text + "\"; see payweek list.");
        }
        return Long.parseLong(text);
    }
}
