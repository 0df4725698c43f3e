package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static dev.payweek.testkit.Samples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreCheck;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How ledgers come into being, and that a write is made whole or not at all. */
public interface StoreWritesContract extends FreshStore {

    @Test
    default void a_new_ledger_has_its_settings_the_four_groups_and_nothing_else() {
        try (LedgerStore store = newStore()) {
            LedgerSettings settings = new LedgerSettings("Ours", Money.currency("EUR"), ZoneId.of("Europe/Berlin"), 85);
            assertTrue(store.create(LEDGER, () -> settings));
            store.read(LEDGER, reader -> {
                assertEquals(settings, reader.settings());
                assertEquals(0, reader.version());
                assertEquals(
                        List.of("Fun", "Other", "Predictable Necessities", "Unpredictable Necessities"),
                        reader.all(Kinds.CATEGORY).stream()
                                .map(category -> category.path().name())
                                .toList());
                assertEquals(new HashSet<>(Categories.STANDARD), new HashSet<>(reader.all(Kinds.CATEGORY)));
                assertEquals(List.of(), reader.all(Kinds.RULE));
                assertEquals(List.of(), reader.dayTotals(DateSpan.ALWAYS));
                return true;
            });
        }
    }

    @Test
    default void creating_a_ledger_that_exists_leaves_it_as_it_is() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(Kinds.CATEGORY, Category.of("Fun:Books")));
            assertFalse(store.create(LEDGER, () -> {
                throw new AssertionError("nobody needs settings for a ledger that exists");
            }));
            assertEquals(
                    Integer.valueOf(5),
                    store.read(LEDGER, reader -> reader.all(Kinds.CATEGORY).size()));
        }
    }

    @Test
    default void a_ledger_that_does_not_exist_is_not_found() {
        try (LedgerStore store = newLedger()) {
            LedgerId other = new LedgerId(2);
            assertEquals(
                    Reason.NOT_FOUND,
                    assertThrows(LedgerException.class, () -> store.read(other, LedgerReader::version))
                            .reason());
            assertEquals(
                    Reason.NOT_FOUND,
                    assertThrows(LedgerException.class, () -> store.write(other, LedgerReader::version))
                            .reason());
        }
    }

    @Test
    default void ledgers_in_one_store_know_nothing_of_each_other() {
        try (LedgerStore store = newLedger()) {
            LedgerId other = new LedgerId(Long.MAX_VALUE);
            store.create(other, Samples::settings);
            write(store, writer -> writer.put(expense(writer.nextId(), "2026-11-20", "4.50", "Fun")));
            store.read(other, reader -> {
                assertEquals(Optional.empty(), reader.findEntry(1));
                assertEquals(List.of(), reader.dayTotals(DateSpan.ALWAYS));
                return true;
            });
            assertEquals(Long.valueOf(1), store.write(other, writer -> writer.nextId()));
        }
    }

    @Test
    default void what_a_write_returns_and_what_it_throws_reach_the_caller() {
        try (LedgerStore store = newLedger()) {
            assertEquals("done", store.write(LEDGER, writer -> "done"));
            assertEquals("seen", store.read(LEDGER, reader -> "seen"));
            IllegalStateException thrown = new IllegalStateException("mine");
            assertSame(
                    thrown,
                    assertThrows(
                            IllegalStateException.class,
                            () -> store.write(LEDGER, writer -> {
                                throw thrown;
                            })));
            AssertionError error = new AssertionError("mine too");
            assertSame(
                    error,
                    assertThrows(
                            AssertionError.class,
                            () -> store.read(LEDGER, reader -> {
                                throw error;
                            })));
        }
    }

    @Test
    default void ids_count_up_from_one_within_and_across_writes() {
        try (LedgerStore store = newLedger()) {
            assertEquals(List.of(1L, 2L), store.write(LEDGER, writer -> List.of(writer.nextId(), writer.nextId())));
            assertEquals(Long.valueOf(3), store.write(LEDGER, writer -> writer.nextId()));
        }
    }

    @Test
    default void a_write_sees_what_it_has_written() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(expense(1, "2026-11-20", "4.50", "Fun"));
                assertEquals(Optional.of(expense(1, "2026-11-20", "4.50", "Fun")), writer.findEntry(1));
                assertEquals(450, writer.dayTotals(DateSpan.ALWAYS).get(0).minorUnits());
                writer.removeEntry(1);
                assertEquals(Optional.empty(), writer.findEntry(1));
                assertEquals(List.of(), writer.dayTotals(DateSpan.ALWAYS));
            });
        }
    }

    @Test
    default void a_write_that_throws_leaves_nothing_behind() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(expense(writer.nextId(), "2026-11-20", "4.50", "Fun"));
                writer.append(change(1));
            });
            assertThrows(
                    IllegalStateException.class,
                    () -> write(store, writer -> {
                        writer.put(expense(writer.nextId(), "2026-11-20", "9.00", "Fun"));
                        writer.put(expense(1, "2026-11-21", "1.00", "Other"));
                        writer.put(Kinds.CATEGORY, Category.of("Fun:Books"));
                        writer.put(Kinds.SETTINGS, Samples.settings().withCurrency(Money.currency("EUR")));
                        writer.append(change(2));
                        throw new IllegalStateException("half way");
                    }));
            store.read(LEDGER, reader -> {
                assertEquals(Optional.of(expense(1, "2026-11-20", "4.50", "Fun")), reader.findEntry(1));
                assertEquals(Optional.empty(), reader.findEntry(2));
                assertEquals(1, reader.dayTotals(DateSpan.ALWAYS).size());
                assertEquals(450, reader.dayTotals(DateSpan.ALWAYS).get(0).minorUnits());
                assertEquals(4, reader.all(Kinds.CATEGORY).size());
                assertEquals(Samples.settings(), reader.settings());
                assertEquals(1, reader.version());
                assertEquals(List.of(change(1)), reader.changesAfter(0, 10));
                return true;
            });
            assertEquals(Long.valueOf(2), store.write(LEDGER, writer -> writer.nextId()));
        }
    }

    @Test
    default void settings_are_replaced_whole() {
        try (LedgerStore store = newLedger()) {
            LedgerSettings other =
                    new LedgerSettings("Käthe & söhne", Money.currency("JPY"), ZoneId.of("Asia/Tokyo"), 1);
            write(store, writer -> {
                writer.put(Kinds.SETTINGS, other);
                assertEquals(other, writer.settings());
            });
            assertEquals(other, store.read(LEDGER, LedgerReader::settings));
        }
    }

    @Test
    default void a_store_that_was_checked_is_sound_and_goes_on() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(expense(writer.nextId(), "2026-11-20", "4.50", "Fun")));
            assertEquals(new StoreCheck(1, 1, 0, List.of()), store.check());
            write(store, writer -> writer.put(expense(writer.nextId(), "2026-11-21", "1.00", "Fun")));
            assertEquals(2, store.check().entries());
        }
    }

    @Test
    default void a_store_says_that_it_answers() {
        try (LedgerStore store = newLedger()) {
            assertTrue(store.state().ready());
            assertTrue(store.state().writable());
        }
    }

    private static Change change(long version) {
        return new Change(
                version,
                Instant.parse("2026-11-22T10:00:00.123Z"),
                "local",
                "add expense",
                List.of(new Edit<>(Kinds.CATEGORY, "Fun", Optional.empty(), Optional.of(Category.of("Fun")))));
    }
}
