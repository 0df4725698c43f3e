package dev.payweek.app;

import dev.payweek.app.LedgerWords.Word;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.report.BillRow;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and sets what falls due by a plan. */
@Command(
        name = "bills",
        mixinStandardHelpOptions = true,
        description = "Lists the bills: rent, phone, insurance, whatever falls due by a plan.")
final class Bills implements Runnable, LedgerWords.Naming {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--json", description = "Prints the answer of GET /bills.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.openReadOnly()) {
            if (json) {
                ApiOutput.print(budget, "/bills", Map.of(), spec.commandLine().getOut());
            } else {
                budget.use(view -> view.bills().forEach(this::print));
            }
        }
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = {
                "Adds a bill or changes what is said of it.",
                "  payweek bills set Rent \"monthly on 1\" --amount 900.00 --category Other:Housing",
                "  payweek bills set Insurance \"every 3 months from 2026-01-31\" --match 'title contains \"mutual\"'"
            })
    void set(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", description = "What it is called, such as Rent.") String name,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "WORDS",
                            description = "When it is due: \"monthly on 1\", \"yearly from 2026-03-15\";"
                                    + " needed for a new one.")
                    Optional<String> words,
            @Mixin BillOptions options) {
        where.changeSayingNew(budget -> {
            print(budget.<Bill>write(Budget.LOCAL, edit -> edit.put(options.bill(edit, name, words))));
            budget.use(view -> sayLate(view, name));
        });
    }

    /** A bill that was always there may be late at once, which somebody who sets it up does not expect. */
    private void sayLate(BudgetView view, String name) {
        PrintWriter out = spec.commandLine().getOut();
        view.answer(view.today()).bills().stream()
                .filter(row -> row.bill().equals(name) && row.state() == BillRow.State.LATE)
                .forEach(row -> {
                    String owed = row.amount().isPositive() ? ": " + row.amount() + " still due" : "";
                    out.println("  late since " + row.due() + owed);
                    out.println("  if it was paid, add the expense, or: payweek bills skip "
                            + (name.matches("[\\p{L}0-9.:_-]+") ? name : "\"" + name + "\"") + " " + row.due());
                });
    }

    @Command(
            name = "paid",
            mixinStandardHelpOptions = true,
            description = "Says which expense pays a due day, such as: payweek bills paid Rent 2026-12-01 901")
    void paid(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", description = "The bill's name.") String name,
            @Parameters(paramLabel = "DUE", description = "The due day.") LocalDate due,
            @Parameters(paramLabel = "EXPENSE", description = "The expense's number.") long expense) {
        where.change(edit -> edit.decide(BillDecision.paid(name, due, expense)));
    }

    @Command(
            name = "skip",
            mixinStandardHelpOptions = true,
            description = "Says that nothing is to be paid on a due day.")
    void skip(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", description = "The bill's name.") String name,
            @Parameters(paramLabel = "DUE", description = "The due day.") LocalDate due) {
        where.change(edit -> edit.decide(BillDecision.skipped(name, due)));
    }

    @Command(
            name = "by-rules",
            mixinStandardHelpOptions = true,
            description = "Leaves it to the ledger again what pays a due day.")
    void byRules(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", description = "The bill's name.") String name,
            @Parameters(paramLabel = "DUE", description = "The due day.") LocalDate due) {
        where.change(edit -> edit.undecideBill(name, due));
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a bill as if it had never been; to end one, use set NAME --until DATE.")
    void remove(@Mixin Database where, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        where.change(edit -> edit.removeBill(name));
    }

    private void print(Bill bill) {
        spec.commandLine().getOut().println(PlanText.line(bill));
    }

    @Override
    public Set<String> labels() {
        return Set.of("NAME");
    }

    @Override
    public Stream<Word> words(BudgetView view) {
        return LedgerWords.names(view.bills().stream().map(Bill::name));
    }
}
