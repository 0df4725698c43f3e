package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.Account.ACCOUNT;
import static java.util.Comparator.comparing;

import dev.payweek.ledger.Account;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Accounts. The answers on how an account's files are read are kept one a line, {@code date_format=D/M/Y}. */
final class AccountRows {

    static final ChecksummedTable ACCOUNTS = ChecksummedTable.sealed(ACCOUNT, 2);

    private final Session link;
    private final LedgerRow ledger;

    AccountRows(Session link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<Account> all() {
        return ACCOUNTS.all(link, ledger.seals()).stream()
                .map(row -> new Account(row.get(ACCOUNT.NAME), row.get(ACCOUNT.CLOSED), read(row.get(ACCOUNT.READING))))
                .sorted(comparing(Account::name))
                .toList();
    }

    void put(Account account) {
        ACCOUNTS.put(link, ledger.seals(), account.name(), account.closed(), text(account.reading()));
    }

    void remove(String name) {
        ACCOUNTS.remove(link, ledger.seals(), name);
    }

    private static String text(SortedMap<String, String> reading) {
        return reading.entrySet().stream()
                .map(answer -> answer.getKey() + "=" + answer.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static SortedMap<String, String> read(String text) {
        SortedMap<String, String> reading = new TreeMap<>();
        text.lines().forEach(line -> {
            int sign = line.indexOf('=');
            reading.put(line.substring(0, sign), line.substring(sign + 1));
        });
        return reading;
    }
}
