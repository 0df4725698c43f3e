package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.report.AccountBalance;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what the accounts hold, as the bank and as the ledger have it. */
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        description = "Lists the accounts with the bank's balance, the ledger's, and the first day on which they part.")
final class Accounts implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--json", description = "Prints the answer of GET /accounts.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.openReadOnly()) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ApiOutput.print(budget, "/accounts", Map.of(), out);
            } else {
                budget.use(view -> print(view, out));
                out.flush();
            }
        }
    }

    private static void print(BudgetView view, PrintWriter out) {
        for (Account account : view.accounts()) {
            Optional<AccountBalance> balance = view.accountBalances().stream()
                    .filter(known -> known.account().equals(account.name()))
                    .findFirst();
            out.println(account.name() + (account.closed() ? " (closed)" : "") + ": "
                    + balance.map(Accounts::said).orElse("no balance of the bank's is known."));
            balance.flatMap(AccountBalance::parting)
                    .ifPresent(parting -> parting.entries().forEach(entry -> out.println(line(account, entry))));
        }
    }

    private static String said(AccountBalance balance) {
        String held = "bank " + balance.bank() + ", ledger " + balance.ledger() + " on " + balance.day() + ". ";
        String agreed = balance.reconciledUntil()
                .map(day -> "Reconciled up to " + day + ".")
                .orElse(balance.parting().isPresent() ? "" : "There is no second balance yet to compare.");
        return (held + agreed + balance.parting().map(Accounts::parted).orElse("")).strip();
    }

    private static String parted(AccountBalance.Parting parting) {
        String begin = " They part on " + parting.day() + ": bank " + parting.bank() + ", ledger " + parting.ledger();
        return begin + (parting.entries().isEmpty() ? "; the ledger has no entry there." : ". In question:");
    }

    private static String line(Account account, Entry entry) {
        return "  " + entry.id() + "  " + entry.date() + "  "
                + Lines.right(entry.addedTo(account.name()).decimal().toPlainString(), 12) + "  "
                + entry.details().title();
    }
}
