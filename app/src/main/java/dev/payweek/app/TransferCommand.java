package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
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
import picocli.CommandLine.ParameterException;
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
        database.changeSayingNew(budget -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("title", title.orElse("Transfer"));
            body.put("amount", budget.<String>read(this::moved));
            from.ifPresent(name -> body.put("account", meant(budget, name)));
            to.ifPresent(name -> body.put("to_account", meant(budget, name)));
            on.ifPresent(day -> body.put("date", day.toString()));
            String made = ApiOutput.send(budget, "POST", "/transfers", body);
            long id =
                    Json.parse(made.getBytes(StandardCharsets.UTF_8)).path("id").asLong();
            budget.use(
                    view -> spec.commandLine().getOut().println(EntryText.line(view.getEntry(EntryKind.TRANSFER, id))));
        });
    }

    /** Two options say where it went, so that no sign has to. */
    private String moved(BudgetView view) {
        Money money = AmountText.ofLedger(view, amount);
        if (!money.isPositive()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "What is moved is more than nothing; to move it back, let --from and --to change places.");
        }
        return money.decimal().toPlainString();
    }

    private static String meant(Budget budget, String name) {
        return budget.<String>read(view -> EntryText.account(view, name));
    }
}
