package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.day;
import static dev.payweek.testkit.Samples.expense;
import static dev.payweek.testkit.Samples.usd;
import static dev.payweek.testkit.Samples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.plan.ThresholdEvent.Threshold;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.FieldLines;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** That everything beside the entries is kept, replaced, removed and ordered as promised. */
public interface StoreThingsContract extends FreshStore {

    /** A moment with milliseconds, which is as fine as a store keeps it. */
    Instant AT = Instant.parse("2026-11-22T10:00:00.123Z");

    @Test
    default void categories_come_by_path_each_before_what_lies_below() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                List.of("Fun:b", "Fun B", "Fun:B", "Fun:B:z", "Ärger", "Fun!", "Zoo", "zoo", "Fun:🧦", "Fun:ﬃ")
                        .forEach(path -> writer.put(Kinds.CATEGORY, Category.of(path)));
                writer.put(Kinds.CATEGORY, new Category(CategoryPath.of("Fun:b"), false, true));
                writer.remove(Kinds.CATEGORY, "Zoo");
                writer.remove(Kinds.CATEGORY, "never there");
            });
            assertEquals(
                    List.of(
                            Category.of("Fun"),
                            Category.of("Fun:B"),
                            Category.of("Fun:B:z"),
                            new Category(CategoryPath.of("Fun:b"), false, true),
                            Category.of("Fun:🧦"),
                            Category.of("Fun:ﬃ"),
                            Category.of("Fun B"),
                            Category.of("Fun!"),
                            Category.of("Other"),
                            Category.of("Predictable Necessities"),
                            Category.of("Unpredictable Necessities"),
                            Category.of("zoo"),
                            Category.of("Ärger")),
                    store.read(LEDGER, reader -> reader.all(Kinds.CATEGORY)));
        }
    }

    @Test
    default void rules_come_by_priority_with_conditions_and_actions_as_they_were() {
        CategoryRule coffee = rule(1, 20, "title contains \"50% \\\"o_f\\\" 🧦\"", "category Fun:Coffee");
        CategoryRule pay = rule(2, 10, "all(title starts_with \"ACME\", not(account is \"Karte\"))", "transfer");
        CategoryRule dated = new CategoryRule(
                3,
                9,
                "from then on",
                0,
                false,
                Optional.of(day("2026-01-01")),
                Condition.parse("any(bank_text is \"a\", bank_text ends_with \"b\")"),
                RuleAction.parse("transfer"));
        try (LedgerStore store = newLedger()) {
            write(store, writer -> List.of(coffee, pay, dated).forEach(rule -> writer.put(Kinds.RULE, rule)));
            assertEquals(List.of(dated, pay, coffee), store.read(LEDGER, reader -> reader.all(Kinds.RULE)));
            CategoryRule first = rule(1, 5, "title is \"x\"", "transfer");
            write(store, writer -> {
                writer.put(Kinds.RULE, first);
                writer.remove(Kinds.RULE, "2");
                writer.remove(Kinds.RULE, "99");
            });
            assertEquals(List.of(dated, first), store.read(LEDGER, reader -> reader.all(Kinds.RULE)));
        }
    }

    @Test
    default void limits_are_named_by_category_and_first_day_and_set_asides_by_name() {
        SoftLimit week = new SoftLimit(CategoryPath.of("Fun:Dining"), usd("120.00"), Per.WEEK, day("2026-11-01"));
        SoftLimit period = new SoftLimit(CategoryPath.of("Fun"), usd("0.00"), Per.PERIOD, day("2026-12-01"));
        SoftLimit earlier = new SoftLimit(CategoryPath.of("Fun"), usd("9.99"), Per.WEEK, day("1999-12-31"));
        SetAside car = SetAside.of("Car", usd("900.00")).from(day("2026-11-01"));
        SetAside holiday = SetAside.of("car", usd("950.00"));
        SetAside savings = SetAside.of("Änderung", usd("0.00")).until(day("2026-11-01"));
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                List.of(week, period, earlier).forEach(limit -> writer.put(Kinds.LIMIT, limit));
                List.of(savings, holiday, car).forEach(one -> writer.put(Kinds.SET_ASIDE, one));
            });
            assertEquals(List.of(earlier, period, week), store.read(LEDGER, reader -> reader.all(Kinds.LIMIT)));
            assertEquals(List.of(car, holiday, savings), store.read(LEDGER, reader -> reader.all(Kinds.SET_ASIDE)));
            SoftLimit changed = new SoftLimit(period.category(), usd("5.00"), Per.WEEK, period.from());
            SetAside higher = SetAside.of("Car", usd("1000.00"));
            write(store, writer -> {
                writer.put(Kinds.LIMIT, changed);
                writer.remove(Kinds.LIMIT, "1999-12-31 Fun");
                writer.remove(Kinds.LIMIT, "2000-01-01 Fun");
                writer.put(Kinds.SET_ASIDE, higher);
                writer.remove(Kinds.SET_ASIDE, "car");
            });
            assertEquals(List.of(changed, week), store.read(LEDGER, reader -> reader.all(Kinds.LIMIT)));
            assertEquals(List.of(higher, savings), store.read(LEDGER, reader -> reader.all(Kinds.SET_ASIDE)));
        }
    }

    @Test
    default void a_limit_keeps_what_rolls_over() {
        SoftLimit capped = new SoftLimit(CategoryPath.of("Fun"), usd("1.00"), Per.WEEK, day("2026-11-01"))
                .with(Rollover.of(Rollover.Policy.BOTH).cappedAt(usd("0.50")).restarted());
        SoftLimit surplus = capped.on(CategoryPath.of("Other"))
                .with(new Rollover(Rollover.Policy.SURPLUS, Optional.empty(), false));
        try (LedgerStore store = newLedger()) {
            write(store, writer -> List.of(capped, surplus).forEach(limit -> writer.put(Kinds.LIMIT, limit)));
            assertEquals(List.of(capped, surplus), store.read(LEDGER, reader -> reader.all(Kinds.LIMIT)));
        }
    }

    @Test
    default void accounts_are_named_by_name() {
        Account card = new Account("Card", false, new TreeMap<>(Map.of("date_format", "D/M/Y", "sign", "a=b c")));
        Account cash = new Account("cash", true, new TreeMap<>());
        try (LedgerStore store = newLedger()) {
            write(store, writer -> List.of(cash, card).forEach(account -> writer.put(Kinds.ACCOUNT, account)));
            assertEquals(List.of(card, cash), store.read(LEDGER, reader -> reader.all(Kinds.ACCOUNT)));
            Account closed = new Account("Card", true, new TreeMap<>());
            write(store, writer -> {
                writer.put(Kinds.ACCOUNT, closed);
                writer.remove(Kinds.ACCOUNT, "cash");
                writer.remove(Kinds.ACCOUNT, "Cash");
            });
            assertEquals(List.of(closed), store.read(LEDGER, reader -> reader.all(Kinds.ACCOUNT)));
        }
    }

    /** Something that a later version may hold and no store has heard of. */
    record Note(String name, int stars) {}

    /** All that a store needs to know of it. */
    final class NoteKind extends Kind<Note> {

        NoteKind() {
            super("note", Note.class);
        }

        @Override
        public String key(Note note) {
            return note.name();
        }

        @Override
        protected void write(Note note, FieldLines to) {
            to.with("name", note.name()).with("stars", note.stars());
        }

        @Override
        protected Note read(FieldLines.Read from) {
            return new Note(from.one("name"), Integer.parseInt(from.one("stars")));
        }
    }

    @Test
    default void things_of_a_kind_that_is_new_are_kept_as_those_of_any_other() {
        Kind<Note> notes = new NoteKind();
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(notes, new Note("b\nc", 1));
                writer.put(notes, new Note("a", 2));
                writer.put(notes, new Note("gone", 3));
                writer.remove(notes, "gone");
                writer.remove(notes, "never there");
            });
            assertEquals(
                    List.of(new Note("a", 2), new Note("b\nc", 1)), store.read(LEDGER, reader -> reader.all(notes)));
            write(store, writer -> writer.put(notes, new Note("a", 5)));
            assertEquals(Optional.of(new Note("a", 5)), store.read(LEDGER, reader -> reader.find(notes, "a")));
            assertEquals(Optional.empty(), store.read(LEDGER, reader -> reader.find(notes, "A")));
        }
    }

    @Test
    default void threshold_events_come_oldest_first_and_do_not_raise_the_version() {
        DateSpan week = new DateSpan(day("2026-11-20"), day("2026-11-27"));
        DateSpan earlier = new DateSpan(day("2026-11-13"), day("2026-11-20"));
        ThresholdEvent begun = new ThresholdEvent(
                3,
                AT,
                Threshold.BILL_LET_GO,
                false,
                week,
                Optional.empty(),
                Optional.of("Rent 2026-11-05"),
                Optional.empty(),
                Optional.empty());
        ThresholdEvent over = new ThresholdEvent(
                9,
                AT.plusMillis(1),
                Threshold.OVER,
                true,
                earlier,
                Optional.of(CategoryPath.of("Fun:Dining")),
                Optional.empty(),
                Optional.of(usd("-1.50")),
                Optional.of(usd("100.00")));
        try (LedgerStore store = newLedger()) {
            write(store, writer -> List.of(over, begun).forEach(writer::add));
            assertEquals(List.of(begun, over), store.read(LEDGER, reader -> reader.thresholdEventsAfter(0, 10)));
            assertEquals(List.of(begun), store.read(LEDGER, reader -> reader.thresholdEventsAfter(0, 1)));
            assertEquals(List.of(over), store.read(LEDGER, reader -> reader.thresholdEventsAfter(3, 10)));
            assertEquals(List.of(begun), store.read(LEDGER, reader -> reader.thresholdEventsSince(day("2026-11-20"))));
            assertEquals(List.of(), store.read(LEDGER, reader -> reader.thresholdEventsSince(day("2026-11-21"))));
            assertEquals(0, store.read(LEDGER, LedgerReader::version));
        }
    }

    @Test
    default void changes_come_oldest_first_and_the_last_one_is_the_version() {
        List<Change> changes = new ArrayList<>();
        for (int version = 1; version <= 5; version++) {
            changes.add(new Change(
                    version,
                    AT.plusMillis(version),
                    "töken " + version,
                    "edit",
                    List.of(
                            new Edit<>(Kinds.ENTRY, "7", Optional.of(imported(7, 1)), Optional.empty()),
                            new Edit<>(Kinds.ACCOUNT, "", Optional.empty(), Optional.of(Account.of("two\\nlines"))),
                            new Edit<>(
                                    Kinds.CATEGORY,
                                    "Fun:🧦",
                                    Optional.of(Category.of("Fun:🧦")),
                                    Optional.of(Category.of("Fun:Socks"))))));
        }
        try (LedgerStore store = newLedger()) {
            changes.forEach(change -> write(store, writer -> {
                writer.append(change);
                assertEquals(change.version(), writer.version());
            }));
            assertEquals(Long.valueOf(5), store.read(LEDGER, LedgerReader::version));
            assertEquals(changes, store.read(LEDGER, reader -> reader.changesAfter(0, 100)));
            assertEquals(changes.subList(2, 4), store.read(LEDGER, reader -> reader.changesAfter(2, 2)));
            assertEquals(List.of(), store.read(LEDGER, reader -> reader.changesAfter(5, Integer.MAX_VALUE)));
        }
    }

    @Test
    default void imports_come_newest_first() {
        ImportBatch march = ImportBatch.begun(3, AT, "märz.csv", "csv", "Giro").completed();
        ImportBatch one = march.withCounts(5, 1, 2, 3).withDays(day("2026-03-01"), day("2026-03-31"));
        ImportBatch other = ImportBatch.begun(9, AT, "empty.qif", "qif", "Giro").completed();
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(other);
                writer.put(one);
            });
            assertEquals(List.of(other, one), store.read(LEDGER, LedgerReader::imports));
            assertEquals(Optional.of(one), store.read(LEDGER, reader -> reader.findImport(3)));
            assertEquals(Optional.empty(), store.read(LEDGER, reader -> reader.findImport(4)));
            ImportBatch recounted = march.withCounts(4, 2, 2, 3);
            write(store, writer -> {
                writer.put(recounted);
                writer.removeImport(9);
                writer.removeImport(10);
            });
            assertEquals(List.of(recounted), store.read(LEDGER, LedgerReader::imports));
        }
    }

    @Test
    default void the_memory_of_a_row_outlives_its_entry_and_goes_with_its_import() {
        ImportKey first = new ImportKey("Giro", "k1", 1, 1, 7);
        ImportKey second = new ImportKey("Giro", "k1", 2, 2, 7);
        ImportKey other = new ImportKey("Giro", "K1", 1, 3, 8);
        ImportKey elsewhere = new ImportKey("Karte", "k1", 1, 4, 7);
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(imported(1, 7));
                writer.put(imported(2, 7));
                writer.put(imported(3, 8));
                writer.putImportKeys(List.of(second, other, first, elsewhere));
                writer.putImportKeys(List.of());
            });
            List<String> keys = List.of("k1", "K1", "k1", "unknown");
            assertEquals(List.of(other, first, second), store.read(LEDGER, reader -> reader.importKeys("Giro", keys)));
            assertEquals(List.of(), store.read(LEDGER, reader -> reader.importKeys("Giro", List.of())));
            assertEquals(List.of(1L, 2L), store.read(LEDGER, reader -> reader.entryIdsOfImport(7)));
            assertEquals(List.of(), store.read(LEDGER, reader -> reader.changedEntriesOfImport(7)));
            write(store, writer -> {
                writer.put(imported(2, 7).withVersion(2));
                writer.put(imported(3, 8).withVersion(3));
            });
            assertEquals(List.of(2L), store.read(LEDGER, reader -> reader.changedEntriesOfImport(7)));
            write(store, writer -> writer.removeEntry(1));
            assertEquals(List.of(2L), store.read(LEDGER, reader -> reader.entryIdsOfImport(7)));
            assertEquals(
                    List.of(first, second), store.read(LEDGER, reader -> reader.importKeys("Giro", List.of("k1"))));
            write(store, writer -> writer.removeImport(7));
            assertEquals(List.of(other), store.read(LEDGER, reader -> reader.importKeys("Giro", keys)));
            assertEquals(List.of(), store.read(LEDGER, reader -> reader.importKeys("Karte", keys)));
            assertEquals(List.of(2L), store.read(LEDGER, reader -> reader.entryIdsOfImport(7)));
        }
    }

    @Test
    default void thousands_of_rows_are_remembered_and_asked_for_at_once() {
        List<ImportKey> keys = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 4_321; i++) {
            keys.add(new ImportKey("Giro", String.format("k%06d", i), 1, i, 7));
            names.add(keys.get(i).key());
        }
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.putImportKeys(keys));
            assertEquals(keys, store.read(LEDGER, reader -> reader.importKeys("Giro", names)));
        }
    }

    @Test
    default void a_change_is_recorded_once_and_only_after_those_before_it() {
        Edit<Entry> edit = new Edit<>(Kinds.ENTRY, "7", Optional.empty(), Optional.of(imported(7, 1)));
        Change second = new Change(2, AT, "local", "second", List.of(edit));
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.append(second));
            for (long version : new long[] {1, 2}) {
                Change again = new Change(version, AT, "local", "again", List.of(edit));
                LedgerException refusal =
                        assertThrows(LedgerException.class, () -> write(store, writer -> writer.append(again)));
                assertEquals(Reason.CONFLICT, refusal.reason());
            }
            assertEquals(List.of(second), store.read(LEDGER, reader -> reader.changesAfter(0, 10)));
            assertEquals(Long.valueOf(2), store.read(LEDGER, LedgerReader::version));
        }
    }

    private static CategoryRule rule(long id, int priority, String when, String then) {
        return new CategoryRule(
                id, 1, "rule " + id, priority, true, Optional.empty(), Condition.parse(when), RuleAction.parse(then));
    }

    private static Expense imported(long id, long batch) {
        Expense expense = expense(id, "2026-11-20", "1.00", "Fun");
        return new Expense(
                id,
                1,
                expense.details(),
                expense.category(),
                expense.provenance(),
                List.of(),
                Optional.empty(),
                Optional.of(batch));
    }
}
