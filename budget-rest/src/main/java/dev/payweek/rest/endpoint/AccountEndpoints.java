package dev.payweek.rest.endpoint;

import dev.payweek.ledger.Account;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Accounts: where money is moved. */
final class AccountEndpoints {

    private AccountEndpoints() {}

    @Schema("AccountUpdate")
    record AccountBody(Optional<Boolean> closed, Optional<Map<String, String>> reading) {}

    @Schema("Account")
    record AccountJson(String account, boolean closed, Map<String, String> reading) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/accounts", Access.READ, "Lists the accounts.", AccountEndpoints::list)
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
        return call.view(
                view -> view.accounts().stream().map(AccountEndpoints::toJson).toList());
    }

    private static Response put(Call call) {
        AccountBody body = call.body(AccountBody.class);
        return call.changeLedger(edit -> {
            Account before = edit.accounts().stream()
                    .filter(account -> account.name().equals(call.path("account")))
                    .findFirst()
                    .orElseGet(() -> Account.of(call.path("account")));
            Account account = edit.put(new Account(
                    before.name(),
                    body.closed().orElse(before.closed()),
                    body.reading().map(TreeMap::new).orElseGet(() -> new TreeMap<>(before.reading()))));
            return ChangeResult.done(edit, toJson(account));
        });
    }

    private static Response delete(Call call) {
        return call.changeLedger(edit -> {
            edit.removeAccount(call.path("account"));
            return ChangeResult.nothing();
        });
    }

    private static AccountJson toJson(Account account) {
        return new AccountJson(account.name(), account.closed(), account.reading());
    }
}
