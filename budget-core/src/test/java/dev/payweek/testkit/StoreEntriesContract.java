package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.day;
import static dev.payweek.testkit.Samples.expense;
import static dev.payweek.testkit.Samples.income;
import static dev.payweek.testkit.Samples.split;
import static dev.payweek.testkit.Samples.transfer;
import static dev.payweek.testkit.Samples.usd;
import static dev.payweek.testkit.Samples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.PlainEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That entries come back as they were put, and in the order asked for. */
public interface StoreEntriesContract extends FreshStore {

    @Test
    default void an_entry_of_each_kind_comes_back_with_everything_it_has() {
        EntryDetails rich = new EntryDetails(
                day("2026-11-20"),
                usd("-12.50"),
                "Kauf „Größe 7“ 🧦\tO'Brien; DROP TABLE entry",
                Optional.of(" KARTE 4711 \n\\ % _ ' \" "),
                Optional.of("Giro, gemeinsam"),
                Optional.of(""),
                List.of("zurück", "a b", "Α"));
        Expense full = new Expense(
                1,
                7,
                rich,
                CategoryPath.of("Fun:Kleidung:Socken:Bunt"),
                Provenance.rule(9_000_000_000L, 3),
                List.of(
                        new Split(CategoryPath.of("Fun"), usd("-20.00")),
                        new Split(CategoryPath.of("Other"), usd("7.50")),
                        new Split(CategoryPath.of("Fun"), usd("0.00"))),
                Optional.of(77L),
                Optional.of(78L));
        Income income = new Income(2, 1, rich, Optional.of(78L));
        Transfer transfer = new Transfer(3, 1, rich, Optional.of("Tagesgeld"), Optional.empty());
        Transfer bare =
                new Transfer(4, 1, Samples.details("1900-01-01", "0.01", "x"), Optional.empty(), Optional.empty());
        try (LedgerStore store = newLedger()) {
            List<Entry> entries = List.of(full, income, transfer, bare);
            write(store, writer -> entries.forEach(writer::put));
            for (Entry entry : entries) {
                assertEquals(Optional.of(entry), store.read(LEDGER, reader -> reader.findEntry(entry.id())));
            }
            assertEquals(Optional.empty(), store.read(LEDGER, reader -> reader.findEntry(5)));
        }
    }

    @Test
    default void what_a_bank_could_tell_of_every_entry_is_that_of_the_entry() {
        EntryDetails unsaid = new EntryDetails(
                day("2026-11-20"),
                usd("-12.50"),
                "Größe",
                Optional.of(" "),
                Optional.of("Giro"),
                Optional.of("note"),
                List.of("a\nb"));
        List<Entry> entries = List.of(
                Income.of(1, 2, unsaid),
                split(2, "2026-11-20", "Fun", "3.00", "Other", "4.00"),
                new Transfer(3, 1, unsaid.withBankText("BANK’S"), Optional.of("Tagesgeld"), Optional.of(78L)),
                new Expense(
                        4,
                        1,
                        Samples.details("1900-01-01", "-0.01", "x"),
                        CategoryPath.of("Fun"),
                        Provenance.DEFAULT,
                        List.of(),
                        Optional.of(2L),
                        Optional.empty()));
        try (LedgerStore store = newLedger()) {
            write(store, writer -> entries.forEach(writer::put));
            List<PlainEntry> plain = new ArrayList<>();
            store.read(LEDGER, reader -> {
                reader.forEachPlainEntry(plain::add);
                return true;
            });
            plain.sort(Comparator.comparing(PlainEntry::id));
            assertEquals(entries.stream().map(PlainEntry::of).toList(), plain);
        }
    }

    @Test
    default void the_longest_texts_and_the_greatest_amounts_fit() {
        EntryDetails longest = new EntryDetails(
                DateSpan.LATEST,
                Money.ofMinor(Money.MAX_MINOR_UNITS, Money.currency("USD")),
                "ß".repeat(EntryDetails.MAX_TITLE),
                Optional.of("ﬃ".repeat(EntryDetails.MAX_BANK_TEXT)),
                Optional.of("€".repeat(80)),
                Optional.of("🧦".repeat(500)),
                List.of("漢".repeat(40)));
        Expense expense = expense(
                Long.MAX_VALUE,
                longest,
                String.join(":", List.of("é".repeat(40), "ö".repeat(40), "ü".repeat(40), "ñ".repeat(40))));
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(expense));
            assertEquals(Optional.of(expense), store.read(LEDGER, reader -> reader.findEntry(Long.MAX_VALUE)));
        }
    }

    @Test
    default void a_put_replaces_the_entry_with_all_its_parts() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(split(1, "2026-11-20", "Fun", "3.00", "Other", "4.00")));
            write(store, writer -> writer.put(income(1, "2026-11-21", "7.00")));
            assertEquals(
                    Optional.of(income(1, "2026-11-21", "7.00")), store.read(LEDGER, reader -> reader.findEntry(1)));
            write(store, writer -> {
                writer.put(expense(2, "2026-11-20", "1.00", "Fun"));
                writer.put(split(2, "2026-11-20", "Fun", "1.00", "Other", "2.00"));
                writer.put(expense(2, "2026-11-20", "3.00", "Fun"));
            });
            assertEquals(
                    Optional.of(expense(2, "2026-11-20", "3.00", "Fun")),
                    store.read(LEDGER, reader -> reader.findEntry(2)));
        }
    }

    @Test
    default void entries_added_together_are_there_as_if_put_one_by_one() {
        List<Entry> entries = new ArrayList<>();
        try (LedgerStore store = newLedger();
                LedgerStore oneByOne = newLedger()) {
            write(store, writer -> {
                for (int i = 0; i < 1_234; i++) {
                    String day = "2026-1" + i % 2 + "-" + (10 + i % 19);
                    long id = writer.nextId();
                    entries.add(
                            switch (i % 5) {
                                case 0 -> split(id, day, "Fun", i + ".00", "Other", "-1.00");
                                case 1 -> income(id, day, i + ".00");
                                case 2 -> transfer(id, day, i + ".00");
                                default -> expense(id, day, i + ".25", "Fun:" + i % 7);
                            });
                }
                writer.add(entries.subList(0, 1_000));
                writer.put(expense(5_000, "2026-11-01", "1.00", "Fun"));
                writer.add(entries.subList(1_000, 1_234));
                writer.add(List.of());
            });
            write(oneByOne, writer -> {
                entries.forEach(writer::put);
                writer.put(expense(5_000, "2026-11-01", "1.00", "Fun"));
            });
            List<Object> expected = oneByOne.read(LEDGER, StoreEntriesContract::listed);
            List<Object> added = store.read(LEDGER, StoreEntriesContract::listed);
            assertEquals(expected, added);
        }
    }

    private static List<Object> listed(LedgerReader reader) {
        List<Object> all = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            all.add(entries(reader, EntryQuery.all(kind).ordered(EntryOrder.OLDEST_FIRST)));
        }
        all.add(reader.dayTotals(DateSpan.ALWAYS));
        all.add(reader.refundsOf(List.of(1L, 2L, 3L)));
        return all;
    }

    @Test
    default void adding_an_entry_that_is_there_is_refused_with_the_whole_write() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(expense(77, "2026-11-20", "5.00", "Fun")));
            List<Entry> entries = LongStream.rangeClosed(1, 120)
                    .<Entry>mapToObj(id -> expense(id, "2026-11-20", "1.00", "Fun"))
                    .toList();
            LedgerException refusal =
                    assertThrows(LedgerException.class, () -> write(store, writer -> writer.add(entries)));
            assertEquals(Reason.CONFLICT, refusal.reason());
            assertEquals(List.of(77L), ids(store, EntryQuery.all(EntryKind.EXPENSE)));
            assertEquals(
                    500,
                    store.read(LEDGER, reader -> reader.dayTotals(DateSpan.ALWAYS))
                            .get(0)
                            .minorUnits());
        }
    }

    @Test
    default void removing_an_entry_that_is_not_there_does_nothing() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(expense(1, "2026-11-20", "1.00", "Fun"));
                writer.removeEntry(2);
                writer.removeEntry(1);
                writer.removeEntry(1);
            });
            assertEquals(List.of(), ids(store, EntryQuery.all(EntryKind.EXPENSE)));
        }
    }

    @ParameterizedTest
    @EnumSource
    default void entries_come_in_order_and_equal_ones_by_id(EntryOrder order) {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(expense(3, "2026-11-20", "5.00", "Fun"));
                writer.put(expense(1, "2026-11-20", "-5.00", "Fun"));
                writer.put(expense(2, "2026-11-21", "5.00", "Fun"));
                writer.put(expense(12, "2026-11-19", "5.00", "Fun"));
                writer.put(income(5, "2026-11-20", "5.00"));
            });
            List<Long> expected = switch (order) {
                case NEWEST_FIRST -> List.of(2L, 3L, 1L, 12L);
                case OLDEST_FIRST -> List.of(12L, 1L, 3L, 2L);
                case LARGEST_FIRST -> List.of(12L, 3L, 2L, 1L);
                case SMALLEST_FIRST -> List.of(1L, 2L, 3L, 12L);
            };
            assertEquals(expected, ids(store, EntryQuery.all(EntryKind.EXPENSE).ordered(order)));
        }
    }

    @ParameterizedTest
    @EnumSource
    default void pages_give_each_entry_once_and_a_count_knows_no_page(EntryOrder order) {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                for (int id = 1; id <= 250; id++) {
                    writer.put(expense(id, "2026-11-" + (10 + id % 7), (id % 5) + ".00", "Fun"));
                }
            });
            EntryQuery all = EntryQuery.all(EntryKind.EXPENSE).ordered(order);
            List<Long> byPage = new ArrayList<>();
            Optional<EntryCursor> place = Optional.empty();
            do {
                EntryQuery rest = place.map(all::startingAfter).orElse(all);
                EntryQuery query = rest.first(37);
                List<Entry> page = store.read(LEDGER, reader -> entries(reader, query));
                page.forEach(entry -> byPage.add(entry.id()));
                place = page.size() < 37
                        ? Optional.empty()
                        : Optional.of(EntryCursor.after(page.get(page.size() - 1), order));
                assertEquals(Long.valueOf(250), store.read(LEDGER, reader -> reader.countEntries(query)));
            } while (place.isPresent());
            assertEquals(250, byPage.size());
            assertEquals(ids(store, all), byPage);
        }
    }

    @Test
    default void a_page_begins_after_a_place_whose_entry_is_gone() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(expense(1, "2026-11-20", "1.00", "Fun"));
                writer.put(expense(3, "2026-11-20", "1.00", "Fun"));
            });
            EntryCursor gone = new EntryCursor(day("2026-11-20").toEpochDay(), 2);
            assertEquals(
                    List.of(1L), ids(store, EntryQuery.all(EntryKind.EXPENSE).startingAfter(gone)));
            EntryCursor beyond = new EntryCursor(Long.MIN_VALUE, Long.MIN_VALUE);
            assertEquals(List.of(), ids(store, EntryQuery.all(EntryKind.EXPENSE).startingAfter(beyond)));
        }
    }

    @Test
    default void a_limit_of_nothing_gives_nothing() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(expense(1, "2026-11-20", "1.00", "Fun")));
            assertEquals(List.of(), ids(store, EntryQuery.all(EntryKind.EXPENSE).first(0)));
        }
    }

    @Test
    default void many_entries_come_one_by_one_while_others_are_asked_for() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                for (int id = 1; id <= 2_345; id++) {
                    writer.put(split(id, "2026-11-20", "Fun", "1.00", "Other", id + ".00"));
                }
            });
            List<Long> seen = new ArrayList<>();
            store.read(LEDGER, reader -> {
                reader.forEachEntry(EntryQuery.all(EntryKind.EXPENSE), entry -> {
                    if (entry.id() % 500 == 0) {
                        assertEquals(Optional.of(entry), reader.findEntry(entry.id()));
                    }
                    seen.add(entry.id());
                });
                return true;
            });
            assertEquals(2_345, seen.size());
            assertEquals(2_345L, seen.get(0));
            assertEquals(1L, seen.get(2_344));
        }
    }

    @Test
    default void refunds_and_splits_are_found_by_what_they_are() {
        try (LedgerStore store = newLedger()) {
            Expense shoes = expense(1, "2026-11-20", "30.00", "Fun");
            Expense back = new Expense(
                    2,
                    1,
                    Samples.details("2026-11-22", "-10.00", "Shoes back"),
                    CategoryPath.of("Fun"),
                    Provenance.MANUAL,
                    List.of(),
                    Optional.of(1L),
                    Optional.empty());
            write(store, writer -> {
                writer.put(shoes);
                writer.put(back);
                writer.put(split(3, "2026-11-21", "Fun", "3.00", "Other", "4.00"));
                writer.put(income(4, "2026-11-20", "200.00"));
            });
            EntryQuery all = EntryQuery.all(EntryKind.EXPENSE);
            assertEquals(List.of(2L), ids(store, all.only(EntryQuery.Only.REFUNDS)));
            assertEquals(List.of(3L), ids(store, all.only(EntryQuery.Only.SPLIT)));
            assertEquals(List.of(back), store.read(LEDGER, reader -> reader.refundsOf(List.of(1L, 3L))));
            assertEquals(List.of(), store.read(LEDGER, reader -> reader.refundsOf(List.of(2L, 3L))));
            assertEquals(List.of(), store.read(LEDGER, reader -> reader.refundsOf(List.of())));
            List<Long> many = LongStream.range(1, 40_000).boxed().toList();
            assertEquals(List.of(back), store.read(LEDGER, reader -> reader.refundsOf(many)));
            write(store, writer -> writer.removeEntry(2));
            assertEquals(List.of(), store.read(LEDGER, reader -> reader.refundsOf(List.of(1L))));
        }
    }

    /** Returns the ids of what a query selects, in its order. */
    static List<Long> ids(LedgerStore store, EntryQuery query) {
        return store.read(
                LEDGER, reader -> entries(reader, query).stream().map(Entry::id).toList());
    }

    /** Returns what a query selects, in its order. */
    static List<Entry> entries(LedgerReader reader, EntryQuery query) {
        List<Entry> entries = new ArrayList<>();
        reader.forEachEntry(query, entries::add);
        return entries;
    }
}
