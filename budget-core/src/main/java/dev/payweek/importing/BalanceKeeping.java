package dev.payweek.importing;

import dev.payweek.edit.LedgerSession;
import dev.payweek.money.Money;
import dev.payweek.statement.StatedBalances;
import dev.payweek.store.Kinds;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Keeps the balances that a file states. They come and go with its import, as its rows do, and are therefore not
 * recorded one by one.
 */
final class BalanceKeeping {

    private final LedgerSession edit;
    private final Currency currency;

    BalanceKeeping(LedgerSession edit, Currency currency) {
        this.edit = edit;
        this.currency = currency;
    }

    /** Keeps those of an account. A file of known rows only becomes an import if it says what no other has said. */
    void keep(AccountImport account) {
        SortedMap<LocalDate, Money> stated = account.stated(currency);
        if (account.batch().isEmpty() && isNew(account.name(), stated)) {
            account.become(edit.writer().nextId());
        }
        account.batch()
                .filter(batch -> !stated.isEmpty())
                .map(batch -> new StatedBalances(
                        batch, account.name(), account.until(stated.lastKey()), stated, account.opening(currency)))
                .ifPresent(balances -> edit.writer().put(Kinds.BALANCES, balances));
    }

    private boolean isNew(String account, SortedMap<LocalDate, Money> stated) {
        List<StatedBalances> before = edit.reader().all(Kinds.BALANCES).stream()
                .filter(balances -> balances.account().equals(account))
                .toList();
        return stated.entrySet().stream().anyMatch(held -> before.stream().noneMatch(known -> says(known, held)));
    }

    private static boolean says(StatedBalances known, Map.Entry<LocalDate, Money> held) {
        return held.getValue().equals(known.days().get(held.getKey()));
    }
}
