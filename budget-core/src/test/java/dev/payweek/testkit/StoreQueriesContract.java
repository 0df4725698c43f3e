package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.write;
import static dev.payweek.testkit.StoreEntriesContract.entries;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.EntryQuery.Only;
import dev.payweek.store.LedgerStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That any query gives, page by page and in its order, just the entries that pass its test. */
public interface StoreQueriesContract extends FreshStore {

    /** More categories than a store asks for one by one. */
    int PLACES = 70;

    LocalDate FIRST = LocalDate.of(2026, 10, 25);
    LocalDate LAST = LocalDate.of(2026, 11, 5);

    @Test
    default void any_query_gives_page_by_page_just_what_its_test_selects() {
        ForAll.forAll(2, dice -> {
            List<Entry> all = new ArrayList<>();
            for (long id = 1; id <= 120; id++) {
                all.add(anyEntry(dice, id));
            }
            int found = 0;
            try (LedgerStore store = newLedger()) {
                write(store, writer -> all.forEach(writer::put));
                for (int i = 0; i < 60; i++) {
                    EntryQuery query = anyQuery(dice);
                    List<Long> expected = all.stream()
                            .filter(query.selection())
                            .sorted(comparator(query.order()))
                            .map(Entry::id)
                            .toList();
                    String about = query.toString();
                    assertEquals(expected, StoreEntriesContract.ids(store, query), about);
                    assertEquals(expected, inPages(store, query, dice.between(1, 7), expected.size()), about);
                    found += expected.size();
                }
            }
            assertTrue(found > 60, "queries that select nothing test nothing");
        });
    }

    /** A person who looks at an account expects what came to it as well as what left it. */
    @Test
    default void a_transfer_is_on_the_account_it_left_and_on_the_one_it_reached() {
        List<Entry> all = List.of(
                transfer(1, "5.00", Optional.of("Giro"), Optional.of("Savings")),
                transfer(2, "7.00", Optional.of("Savings"), Optional.of("Giro")),
                transfer(3, "3.00", Optional.empty(), Optional.of("Savings")),
                transfer(4, "-4.00", Optional.of("Savings"), Optional.empty()),
                transfer(5, "6.00", Optional.of("Giro"), Optional.empty()),
                transfer(6, "1.00", Optional.of("Giro"), Optional.of("Card")));
        Map<String, List<Long>> byDay = Map.of(
                "Giro", List.of(6L, 5L, 2L, 1L),
                "Savings", List.of(4L, 3L, 2L, 1L),
                "Card", List.of(6L),
                "Nowhere", List.of());
        try (LedgerStore store = newLedger()) {
            write(store, writer -> all.forEach(writer::put));
            byDay.forEach((account, expected) -> {
                for (EntryOrder order : EntryOrder.values()) {
                    EntryQuery query = EntryQuery.all(EntryKind.TRANSFER)
                            .onAccount(account)
                            .ordered(order);
                    List<Long> sorted = all.stream()
                            .filter(entry -> expected.contains(entry.id()))
                            .sorted(comparator(order))
                            .map(Entry::id)
                            .toList();
                    assertEquals(sorted, StoreEntriesContract.ids(store, query), query.toString());
                    assertEquals(sorted, inPages(store, query, 1, expected.size()), query.toString());
                    assertEquals(sorted, inPages(store, query, 3, expected.size()), query.toString());
                }
                EntryQuery newest = EntryQuery.all(EntryKind.TRANSFER).onAccount(account);
                assertEquals(expected, StoreEntriesContract.ids(store, newest), account);
            });
        }
    }

    private static Transfer transfer(long id, String amount, Optional<String> account, Optional<String> to) {
        EntryDetails plain = EntryDetails.of(FIRST.plusDays(id / 2), Money.of(amount, "USD"), "Moved " + id);
        return new Transfer(id, 1, account.map(plain::withAccount).orElse(plain), to, Optional.empty());
    }

    private static List<Long> inPages(LedgerStore store, EntryQuery query, int size, int count) {
        List<Long> ids = new ArrayList<>();
        EntryQuery next = query.first(size);
        List<Entry> page;
        do {
            EntryQuery asked = next;
            page = store.read(LEDGER, reader -> entries(reader, asked));
            Long counted = store.read(LEDGER, reader -> reader.countEntries(asked));
            assertEquals(Long.valueOf(count), counted, asked.toString());
            page.forEach(entry -> ids.add(entry.id()));
            if (!page.isEmpty()) {
                next = query.first(size).startingAfter(EntryCursor.after(page.get(page.size() - 1), query.order()));
            }
        } while (page.size() == size);
        return ids;
    }

    private static Comparator<Entry> comparator(EntryOrder order) {
        Comparator<Entry> byKey = order.isByDate()
                ? Comparator.comparing(Entry::date)
                : Comparator.comparing(entry -> entry.amount().minorUnits());
        Comparator<Entry> ascending = byKey.thenComparing(Entry::id);
        return order.isDescending() ? ascending.reversed() : ascending;
    }

    private static EntryQuery anyQuery(Dice dice) {
        EntryQuery query = EntryQuery.all(dice.percent(80) ? EntryKind.EXPENSE : dice.oneOf(EntryKind.values()))
                .ordered(dice.oneOf(EntryOrder.values()));
        if (dice.percent(20)) {
            query = EntryQuery.all(EntryKind.TRANSFER).ordered(query.order());
            return dice.percent(20) ? query : query.onAccount(dice.oneOf("Giro", "Card", "Savings"));
        }
        query = dice.percent(50) ? query.inCategory(dice.percent(40) ? CategoryPath.of("Fun") : place(dice)) : query;
        query = dice.percent(30) ? query.onAccount(dice.oneOf("Giro", "Card", "Savings", "Nowhere")) : query;
        query = dice.percent(30) ? query.containing(dice.oneOf("SHOP", "1", "%", "nowhere")) : query;
        query = dice.percent(25) ? query.only(dice.oneOf(Only.values())) : query;
        LocalDate from = dice.day(FIRST, LAST);
        return dice.percent(40) ? query.during(DateSpan.ofDays(from, dice.between(1, 12))) : query;
    }

    private static CategoryPath place(Dice dice) {
        int number = dice.between(0, PLACES);
        return CategoryPath.of(number == PLACES ? "Fun" : number % 4 == 0 ? "Other:" + number : "Fun:" + number);
    }

    private static Optional<String> other(Dice dice, EntryDetails details) {
        String end = dice.oneOf("Giro", "Card", "Savings");
        return dice.maybe(() -> end).filter(name -> !details.account().equals(Optional.of(name)));
    }

    private static Entry anyEntry(Dice dice, long id) {
        Money amount = Money.ofMinor(dice.between(-3, 9), Money.currency("USD"));
        EntryDetails details = new EntryDetails(
                dice.day(FIRST, LAST),
                amount,
                dice.oneOf("Shop ", "100 % ", "Café ") + id % 12,
                Optional.empty(),
                dice.maybe(() -> dice.oneOf("Giro", "Card")),
                Optional.empty(),
                List.of());
        if (dice.percent(15)) {
            return dice.percent(50)
                    ? new Income(id, 1, details, Optional.empty())
                    : new Transfer(id, 1, details, other(dice, details), Optional.empty());
        }
        Money part = Money.ofMinor(dice.between(-2, 4), Money.currency("USD"));
        List<Split> splits = dice.percent(70)
                ? List.of()
                : List.of(new Split(place(dice), part), new Split(place(dice), amount.minus(part)));
        Optional<Long> refundOf = dice.percent(20) ? Optional.of((long) dice.between(1, 500)) : Optional.empty();
        return new Expense(id, 1, details, place(dice), Provenance.MANUAL, splits, refundOf, Optional.empty());
    }
}
