package dev.payweek.store;

import dev.payweek.ledger.Account;
import java.util.SortedMap;
import java.util.TreeMap;

final class AccountKind extends Kind<Account> {

    AccountKind() {
        super("account", Account.class);
    }

    @Override
    public String key(Account account) {
        return account.name();
    }

    @Override
    protected void write(Account account, FieldLines to) {
        to.with("name", account.name()).with("closed", account.closed());
        account.reading().forEach((parameter, answer) -> to.with("reading", parameter + " " + answer));
    }

    @Override
    protected Account read(FieldLines.Read from) {
        SortedMap<String, String> reading = new TreeMap<>();
        for (String answer : from.each("reading")) {
            int blank = answer.indexOf(' ');
            reading.put(answer.substring(0, blank), answer.substring(blank + 1));
        }
        return new Account(from.one("name"), Boolean.parseBoolean(from.one("closed")), reading);
    }
}
