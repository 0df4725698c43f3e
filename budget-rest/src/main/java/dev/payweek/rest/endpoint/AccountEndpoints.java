package dev.payweek.rest.endpoint;

import static java.util.stream.Collectors.toMap;

import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.report.AccountBalance;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Accounts: where money is moved, and what they hold as the bank and as the ledger have it. */
final class AccountEndpoints {

    private AccountEndpoints() {}

    @Schema("AccountUpdate")
    record AccountBody(Optional<Boolean> closed, Optional<Map<String, String>> reading) {}

    @Schema("Account")
    record AccountJson(String account, boolean closed, Map<String, String> reading, Optional<BalanceJson> balance) {}

    @Schema("AccountBalance")
    record BalanceJson(
            LocalDate day,
            Money bank,
            Money ledger,
            Optional<LocalDate> reconciledUntil,
            Optional<PartingJson> parting) {

        static BalanceJson of(AccountBalance balance) {
            return new BalanceJson(
                    balance.day(),
                    balance.bank(),
                    balance.ledger(),
                    balance.reconciledUntil(),
                    balance.parting().map(parting -> PartingJson.of(balance.account(), parting)));
        }
    }

    @Schema("BalanceParting")
    record PartingJson(LocalDate day, Money bank, Money ledger, List<QuestionedJson> entries) {

        static PartingJson of(String account, AccountBalance.Parting parting) {
            return new PartingJson(
                    parting.day(),
                    parting.bank(),
                    parting.ledger(),
                    parting.entries().stream()
                            .map(entry -> QuestionedJson.of(account, entry))
                            .toList());
        }
    }

    /** An entry in question; the amount is signed as in the bank's books, money out negative. */
    @Schema("EntryInQuestion")
    record QuestionedJson(long entry, EntryKind kind, LocalDate date, Money amount, String title) {

        static QuestionedJson of(String account, Entry entry) {
            return new QuestionedJson(
                    entry.id(),
                    entry.kind(),
                    entry.date(),
                    entry.addedTo(account),
                    entry.details().title());
        }
    }

    static List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                "/accounts",
                                Access.READ,
                                "Lists the accounts, and what they hold as the bank and as the ledger have it.",
                                AccountEndpoints::list)
                        .giving(Content.many(AccountJson.class)),
                Route.of(
                                "PUT",
                                "/accounts/{account}",
                                Access.WRITE,
                                "Adds or changes one: whether it is closed, and how its bank's files are read.",
                                AccountEndpoints::put)
                        .taking(AccountBody.class)
                        .giving(AccountJson.class),
                Route.of(
                                "DELETE",
                                "/accounts/{account}",
                                Access.WRITE,
                                "Removes one that no entry names.",
                                AccountEndpoints::delete)
                        .answering(204));
    }

    private static Response list(Call call) {
        return call.view(view -> {
            Map<String, BalanceJson> balances = balances(view);
            return view.accounts().stream()
                    .map(account -> toJson(account, balances))
                    .toList();
        });
    }

    private static Map<String, BalanceJson> balances(BudgetView view) {
        return view.accountBalances().stream().collect(toMap(AccountBalance::account, BalanceJson::of));
    }

    private static Optional<Account> find(BudgetView view, String name) {
        return view.accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst();
    }

    private static Response put(Call call) {
        AccountBody body = call.body(AccountBody.class);
        String name = call.path("account");
        return call.changeNamed(view -> find(view, name).isPresent(), edit -> {
            Account before = find(edit, name).orElseGet(() -> Account.of(name));
            Account account = edit.put(new Account(
                    before.name(),
                    body.closed().orElse(before.closed()),
                    body.reading().map(TreeMap::new).orElseGet(() -> new TreeMap<>(before.reading()))));
            return ChangeResult.done(edit, toJson(account, balances(edit)));
        });
    }

    private static Response delete(Call call) {
        return call.changeLedger(edit -> {
            edit.removeAccount(call.path("account"));
            return ChangeResult.nothing();
        });
    }

    private static AccountJson toJson(Account account, Map<String, BalanceJson> balances) {
        return new AccountJson(
                account.name(), account.closed(), account.reading(), Optional.ofNullable(balances.get(account.name())));
    }
}
