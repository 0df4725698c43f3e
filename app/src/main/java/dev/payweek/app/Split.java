package dev.payweek.app;

import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Divides an expense among categories. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description = {
            "Divides an expense among categories; one may be left without an amount and gets the rest.",
            "  payweek split 901 Fun=12.00 \"Predictable Necessities:Groceries\""
        })
final class Split implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(index = "0", paramLabel = "ID", description = "The expense's number, as payweek list shows it.")
    private long id;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "CATEGORY[=AMOUNT]",
            description = "The parts; a single category without an amount makes it whole again.")
    private List<String> parts = List.of();

    @Override
    public void run() {
        database.changeSayingNew(budget -> {
            Map<String, Object> patch = new LinkedHashMap<>();
            if (parts.size() == 1 && !parts.get(0).contains("=")) {
                patch.put("splits", List.of());
                patch.put("category", parts.get(0));
            } else {
                patch.put("splits", budget.<List<Map<String, String>>>read(this::splits));
            }
            ApiOutput.send(budget, "PATCH", "/expenses/" + id, patch);
            budget.use(view -> EntryText.lines(view.getEntry(EntryKind.EXPENSE, id))
                    .forEach(line -> spec.commandLine().getOut().println(line)));
        });
    }

    private List<Map<String, String>> splits(BudgetView view) {
        Entry whole = view.getEntry(EntryKind.EXPENSE, id);
        List<Optional<Money>> amounts = new ArrayList<>();
        Money rest = whole.amount();
        for (String part : parts) {
            Optional<Money> amount = part.contains("=")
                    ? Optional.of(AmountText.ofLedger(view, part.substring(part.lastIndexOf('=') + 1)))
                    : Optional.empty();
            amounts.add(amount);
            rest = amount.map(rest::minus).orElse(rest);
        }
        if (amounts.stream().filter(Optional::isEmpty).count() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "Only one part can get the rest; give the others amounts.");
        }
        List<Map<String, String>> splits = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            String category = part.contains("=") ? part.substring(0, part.lastIndexOf('=')) : part;
            Money amount = amounts.get(i).orElse(rest);
            splits.add(Map.of("category", category, "amount", amount.decimal().toPlainString()));
        }
        return splits;
    }
}
