package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryKind;
import dev.payweek.rest.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records money moved between own accounts. */
@Command(
        name = "transfer",
        mixinStandardHelpOptions = true,
        description = "Records money moved between own accounts, which is neither spent nor earned:"
                + " payweek transfer 200.00 --from Giro --to Savings")
final class TransferCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(index = "0", paramLabel = "AMOUNT", description = "Such as 200.00.")
    private String amount = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "TITLE", description = "What it was (default: Transfer).")
    private Optional<String> title = Optional.empty();

    @Option(names = "--from", paramLabel = "ACCOUNT", description = "Where it left.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "ACCOUNT", description = "Where it arrived.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--on", paramLabel = "DATE", description = "The day (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Override
    public void run() {
        try (Budget budget = database.open()) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("title", title.orElse("Transfer"));
            body.put(
                    "amount",
                    budget.<String>read(
                            view -> AmountText.in(view, amount).decimal().toPlainString()));
            from.ifPresent(name -> body.put("account", name));
            to.ifPresent(name -> body.put("to_account", name));
            on.ifPresent(day -> body.put("date", day.toString()));
            String made = ApiOutput.send(budget, "POST", "/transfers", body);
            long id =
                    Json.parse(made.getBytes(StandardCharsets.UTF_8)).path("id").asLong();
            budget.use(
                    view -> spec.commandLine().getOut().println(EntryText.line(view.getEntry(EntryKind.TRANSFER, id))));
        }
    }
}
