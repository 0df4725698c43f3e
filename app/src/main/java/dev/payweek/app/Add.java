package dev.payweek.app;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records an expense or an income. */
@Command(name = "add", mixinStandardHelpOptions = true, description = "Records an expense, or income with --income.")
final class Add implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(index = "0", paramLabel = "AMOUNT", description = "Such as 4.50; negative for a refund.")
    private String amount = "";

    @Parameters(index = "1", paramLabel = "TITLE", description = "What it was, such as \"Corner Coffee\".")
    private String title = "";

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "Such as Fun:Coffee (default: the rules decide).")
    private Optional<String> category = Optional.empty();

    @Option(names = "--account", paramLabel = "NAME", description = "The account, such as Giro (default: none).")
    private Optional<String> account = Optional.empty();

    @Option(names = "--on", paramLabel = "DATE", description = "The day, as YYYY-MM-DD (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--income", description = "It is money that came in; the pay sources say whether it is pay.")
    private boolean income;

    @Override
    public void run() {
        database.changeSayingNew(budget -> {
            Money money = budget.<Money>read(view -> AmountText.in(view, amount));
            EntryDraft draft = income ? EntryDraft.income(money, title) : EntryDraft.expense(money, title);
            draft = on.map(draft::on).orElse(draft);
            draft = account.map(name -> budget.<String>read(view -> EntryText.account(view, name)))
                    .map(draft::onAccount)
                    .orElse(draft);
            draft = category.map(draft::category).orElse(draft);
            Entry entry = budget.add(draft);
            spec.commandLine().getOut().println(EntryText.line(entry));
            budget.use(view -> Merge.warn(view, entry, spec.commandLine().getOut()));
        });
    }
}
