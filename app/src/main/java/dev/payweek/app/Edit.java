package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes an entry. */
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        description = {
            "Changes what is given of an entry and leaves the rest.",
            "  payweek edit 901 --amount 4.80 --category Fun:Coffee --note \"with Ada\""
        })
final class Edit implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(paramLabel = "ID", description = "The entry's number, as payweek list shows it.")
    private long id;

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "Another amount.")
    private Optional<String> amount = Optional.empty();

    @Option(names = "--title", paramLabel = "TITLE", description = "Another title.")
    private Optional<String> title = Optional.empty();

    @Option(names = "--category", paramLabel = "CATEGORY", description = "Another category, of an expense.")
    private Optional<String> category = Optional.empty();

    @Option(names = "--on", paramLabel = "DATE", description = "Another day.")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--account", paramLabel = "NAME", description = "Another account; \"\" for none.")
    private Optional<String> account = Optional.empty();

    @Option(names = "--to", paramLabel = "NAME", description = "The account a transfer went to; \"\" for none.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "Another note; \"\" for none.")
    private Optional<String> note = Optional.empty();

    @Option(names = "--tag", paramLabel = "TAG", description = "The tags it has from now on; \"\" for none.")
    private List<String> tags = List.of();

    @Override
    public void run() {
        database.changeSayingNew(budget -> {
            Map<String, Object> patch = patch(budget);
            if (patch.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "Say what is to change, such as --amount 4.80.");
            }
            Entry entry = budget.<Entry>read(view -> view.getEntry(id));
            requireFitting(entry.kind());
            ApiOutput.send(budget, "PATCH", EntryText.path(entry) + "/" + id, patch);
            budget.use(view -> spec.commandLine().getOut().println(EntryText.line(view.getEntry(entry.kind(), id))));
        });
    }

    private static Object place(Budget budget, String name) {
        return name.isEmpty() ? Optional.empty() : budget.<String>read(view -> EntryText.account(view, name));
    }

    /** What only entries of one kind have is refused in words that name the kind. */
    private void requireFitting(EntryKind kind) {
        if (category.isPresent() && kind != EntryKind.EXPENSE) {
            throw new ParameterException(spec.commandLine(), id + " is no expense, so it has no category.");
        }
        if (to.isPresent() && kind != EntryKind.TRANSFER) {
            throw new ParameterException(spec.commandLine(), id + " is no transfer, so it went to no account.");
        }
    }

    /** What is given empty is taken away. */
    private Map<String, Object> patch(Budget budget) {
        Map<String, Object> patch = new LinkedHashMap<>();
        amount.ifPresent(text -> patch.put(
                "amount",
                budget.<String>read(
                        view -> AmountText.ofLedger(view, text).decimal().toPlainString())));
        title.ifPresent(text -> patch.put("title", text));
        category.ifPresent(text -> patch.put("category", text));
        on.ifPresent(day -> patch.put("date", day.toString()));
        account.ifPresent(text -> patch.put("account", place(budget, text)));
        to.ifPresent(text -> patch.put("to_account", place(budget, text)));
        note.ifPresent(text -> patch.put("note", text.isEmpty() ? Optional.empty() : text));
        if (!tags.isEmpty()) {
            patch.put("tags", tags.stream().filter(tag -> !tag.isEmpty()).toList());
        }
        return patch;
    }
}
