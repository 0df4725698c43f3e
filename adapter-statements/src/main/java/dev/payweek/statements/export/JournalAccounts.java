package dev.payweek.statements.export;

import dev.payweek.category.Category;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.period.DateSpan;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The accounts a journal names, which strict readers want declared first. */
final class JournalAccounts {

    private JournalAccounts() {}

    /** Returns every account that an entry moves, by name; goes through the entries once. */
    static Set<String> usedBy(LedgerReader ledger) throws IOException {
        Set<String> accounts = new TreeSet<>();
        ledger.all(Kinds.CATEGORY).stream()
                .map(Category::path)
                .forEach(path -> accounts.add("Expenses:" + path.name()));
        ledger.all(Kinds.ACCOUNT).stream().map(Account::name).forEach(name -> accounts.add("Assets:" + name));
        AllEntries.forEach(ledger, DateSpan.ALWAYS, entry -> addAll(entry, accounts));
        return accounts;
    }

    private static void addAll(Entry entry, Set<String> accounts) {
        Postings.of(entry).postings().forEach(posting -> accounts.add(posting.account()));
    }
}
