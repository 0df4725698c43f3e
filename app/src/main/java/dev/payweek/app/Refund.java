package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records money given back for an expense. */
@Command(
        name = "refund",
        mixinStandardHelpOptions = true,
        description = "Records what was given back for an expense, in its category, or in those it is split into:"
                + " payweek refund 901 20.00")
final class Refund implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(index = "0", paramLabel = "ID", description = "The expense's number, as payweek list shows it.")
    private long id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AMOUNT",
            description = "How much came back (default: all of it).")
    private Optional<String> amount = Optional.empty();

    @Option(names = "--title", paramLabel = "TITLE", description = "What it is called (default: as the expense).")
    private Optional<String> title = Optional.empty();

    @Option(names = "--on", paramLabel = "DATE", description = "The day it came back (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Override
    public void run() {
        try (Budget budget = database.open()) {
            Map<String, Object> body = budget.<Map<String, Object>>read(this::body);
            String made = ApiOutput.send(budget, "POST", "/expenses", body);
            long refund =
                    Json.parse(made.getBytes(StandardCharsets.UTF_8)).path("id").asLong();
            budget.use(view -> spec.commandLine()
                    .getOut()
                    .println(EntryText.line(view.getEntry(EntryKind.EXPENSE, refund)) + ", refund of " + id));
        }
    }

    private Map<String, Object> body(BudgetView view) {
        Expense expense = (Expense) view.getEntry(EntryKind.EXPENSE, id);
        Money back = amount.map(text -> AmountText.ofLedger(view, text)).orElse(expense.amount());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title.orElse(expense.details().title()));
        body.put("amount", back.negated().decimal().toPlainString());
        if (expense.splits().isEmpty()) {
            body.put("category", expense.category().name());
        }
        body.put("refund_of", id);
        expense.details().account().ifPresent(name -> body.put("account", name));
        on.ifPresent(day -> body.put("date", day.toString()));
        return body;
    }
}
