package dev.payweek.query;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.report.AccountBalance;
import dev.payweek.report.AccountBalance.Parting;
import dev.payweek.statement.StatedBalances;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares what the bank says its accounts held with the ledger's entries: {@code new BankBalances(reader).all()}. For
 * one thread, with its reader.
 */
public final class BankBalances {

    private final LedgerReader ledger;

    /** Creates the comparison of a ledger. */
    public BankBalances(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /**
     * Returns a comparison for each account of which the bank has stated a balance, by name. Where files differ about a
     * day, the one that goes on longer knows more of it.
     */
    public List<AccountBalance> all() {
        Map<String, List<StatedBalances>> byAccount = new TreeMap<>();
        ledger.all(Kinds.BALANCES)
                .forEach(balances -> byAccount
                        .computeIfAbsent(balances.account(), name -> new ArrayList<>())
                        .add(balances));
        List<AccountBalance> all = new ArrayList<>();
        byAccount.forEach((account, files) -> all.add(compared(account, stated(files))));
        return all;
    }

    private static NavigableMap<LocalDate, Money> stated(List<StatedBalances> files) {
        NavigableMap<LocalDate, Money> days = new TreeMap<>();
        files.stream()
                .sorted(Comparator.comparing(StatedBalances::until).thenComparing(StatedBalances::batch))
                .forEach(file -> days.putAll(file.days()));
        files.stream()
                .flatMap(file -> file.opening().stream())
                .min(Comparator.comparing(StatedBalances.Opening::day))
                .filter(opening -> days.isEmpty() || !opening.day().isAfter(days.firstKey()))
                .ifPresent(opening -> days.put(opening.day().minusDays(1), opening.held()));
        return days;
    }

    private AccountBalance compared(String account, NavigableMap<LocalDate, Money> stated) {
        NavigableMap<LocalDate, Money> moved =
                stated.size() == 1 ? new TreeMap<>() : moved(account, between(stated.firstKey(), stated.lastKey()));
        AccountBalance asStated = compared(account, stated, moved);
        if (asStated.parting().isEmpty()) {
            return asStated;
        }
        // Some card issuers state what is owed to them, so that the balance falls when the account's rises.
        NavigableMap<LocalDate, Money> owed = new TreeMap<>();
        stated.forEach((day, held) -> owed.put(day, held.negated()));
        AccountBalance asOwed = compared(account, owed, moved);
        return asOwed.parting().isEmpty() ? asOwed : asStated;
    }

    private AccountBalance compared(
            String account, NavigableMap<LocalDate, Money> stated, NavigableMap<LocalDate, Money> moved) {
        Money held = stated.firstEntry().getValue();
        LocalDate agreed = stated.firstKey();
        LocalDate before = agreed;
        Optional<Parting> parting = Optional.empty();
        for (Map.Entry<LocalDate, Money> bank : stated.tailMap(agreed, false).entrySet()) {
            LocalDate day = bank.getKey();
            for (Money amount : moved.subMap(before, false, day, true).values()) {
                held = held.plus(amount);
            }
            before = day;
            if (parting.isEmpty() && held.equals(bank.getValue())) {
                agreed = day;
            } else if (parting.isEmpty()) {
                parting = Optional.of(new Parting(day, bank.getValue(), held, entries(account, between(agreed, day))));
            }
        }
        return new AccountBalance(
                account,
                stated.lastKey(),
                stated.lastEntry().getValue(),
                held,
                Optional.of(agreed).filter(day -> day.isAfter(stated.firstKey())),
                parting);
    }

    /** The days after one, up to and with another. */
    private static DateSpan between(LocalDate after, LocalDate last) {
        return new DateSpan(after.plusDays(1), last.plusDays(1));
    }

    private NavigableMap<LocalDate, Money> moved(String account, DateSpan days) {
        NavigableMap<LocalDate, Money> moved = new TreeMap<>();
        for (EntryKind kind : EntryKind.values()) {
            ledger.forEachEntry(
                    EntryQuery.all(kind).onAccount(account).during(days),
                    entry -> moved.merge(entry.date(), entry.addedTo(account), Money::plus));
        }
        return moved;
    }

    private List<Entry> entries(String account, DateSpan days) {
        List<Entry> entries = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            ledger.forEachEntry(
                    EntryQuery.all(kind).onAccount(account).during(days).first(Parting.MOST), entries::add);
        }
        return entries.stream()
                .sorted(Comparator.comparing(Entry::date).thenComparing(Entry::id))
                .limit(Parting.MOST)
                .toList();
    }
}
