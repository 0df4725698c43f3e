package dev.payweek.persistence;

import static dev.payweek.persistence.schema.tables.Account.ACCOUNT;
import static java.util.Comparator.comparing;

import dev.payweek.ledger.Account;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Accounts. The answers on how an account's files are read are kept one a line, {@code date_format=D/M/Y}. */
final class AccountRows {

    private static final Fixed ALL = Fixed.allOf(ACCOUNT, ACCOUNT.LEDGER);

    private final Link link;
    private final long ledger;

    AccountRows(Link link, long ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<Account> all() {
        return link.rows(ALL, ACCOUNT, ledger).stream()
                .map(row -> new Account(row.get(ACCOUNT.NAME), row.get(ACCOUNT.CLOSED), read(row.get(ACCOUNT.READING))))
                .sorted(comparing(Account::name))
                .toList();
    }

    void put(Account account) {
        remove(account.name());
        link.jooq()
                .insertInto(ACCOUNT)
                .set(ACCOUNT.LEDGER, ledger)
                .set(ACCOUNT.NAME, account.name())
                .set(ACCOUNT.CLOSED, account.closed())
                .set(ACCOUNT.READING, text(account.reading()))
                .execute();
    }

    void remove(String name) {
        link.jooq()
                .deleteFrom(ACCOUNT)
                .where(ACCOUNT.LEDGER.eq(ledger))
                .and(ACCOUNT.NAME.eq(name))
                .execute();
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
