package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.WhatIfLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That imagining changes looks like making them, and makes none. */
class WhatIfLedgerTest {

    @Test
    void what_is_imagined_looks_like_what_is_done() {
        ForAll.forAll(300, dice -> {
            Random random = new Random(dice.between(0L, Long.MAX_VALUE - 1));
            List<RandomWrites.Step> before = steps(random);
            List<RandomWrites.Step> after = steps(random);
            EntryQuery query = RandomWrites.query(random);
            try (LedgerStore done = Samples.withLedger(new MemoryStore());
                    LedgerStore untouched = Samples.withLedger(new MemoryStore())) {
                Samples.write(untouched, writer -> before.forEach(step -> step.run(writer)));
                Samples.write(done, writer -> before.forEach(step -> step.run(writer)));
                List<Object> asItWas = untouched.read(LEDGER, StoreModelContract::picture);
                Samples.write(done, writer -> after.forEach(step -> step.run(writer)));
                untouched.read(LEDGER, reader -> {
                    WhatIfLedger imagined = new WhatIfLedger(reader);
                    after.forEach(step -> step.run(imagined));
                    List<Object> wanted = done.read(LEDGER, StoreModelContract::picture);
                    List<Object> got = StoreModelContract.picture(imagined);
                    for (int i = 0; i < wanted.size(); i++) {
                        assertEquals(wanted.get(i), got.get(i), before + " then " + after);
                    }
                    assertEquals(
                            StoreEntriesContract.ids(done, query),
                            StoreEntriesContract.entries(imagined, query).stream()
                                    .map(Entry::id)
                                    .toList(),
                            before + " then " + after + " then " + query);
                    return true;
                });
                assertEquals(asItWas, untouched.read(LEDGER, StoreModelContract::picture));
            }
        });
    }

    private static List<RandomWrites.Step> steps(Random random) {
        return IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> RandomWrites.step(random))
                .toList();
    }

    @Test
    void a_page_is_full_although_real_entries_are_hidden() {
        try (LedgerStore store = Samples.withLedger(new MemoryStore())) {
            Samples.write(
                    store,
                    writer -> IntStream.rangeClosed(1, 9)
                            .forEach(id -> writer.put(expense(id, "2026-11-0" + id, "1.00", "Fun"))));
            store.read(LEDGER, reader -> {
                WhatIfLedger imagined = new WhatIfLedger(reader);
                imagined.removeEntry(1);
                imagined.removeEntry(3);
                imagined.put(expense(imagined.nextId(), "2026-11-02", "2.00", "Fun"));
                List<Long> ids = new ArrayList<>();
                imagined.forEachEntry(
                        EntryQuery.all(EntryKind.EXPENSE)
                                .ordered(EntryOrder.OLDEST_FIRST)
                                .first(4),
                        entry -> ids.add(entry.id()));
                assertEquals(List.of(2L, 9_000_000_000_000_000L, 4L, 5L), ids);
                return true;
            });
        }
    }

    @Test
    void the_memory_of_rows_goes_with_the_last_of_an_import() {
        try (LedgerStore store = Samples.withLedger(new MemoryStore())) {
            Samples.write(store, writer -> {
                for (long id = 1; id <= 2; id++) {
                    writer.put(brought(id));
                    writer.putImportKeys(List.of(new ImportKey("Giro", "k" + id, 1, id, 7)));
                }
            });
            store.read(LEDGER, reader -> {
                WhatIfLedger imagined = new WhatIfLedger(reader);
                ImportKey one = new ImportKey("Giro", "k1", 1, 1, 7);
                ImportKey two = new ImportKey("Giro", "k2", 1, 2, 7);
                imagined.removeEntriesOf(7, List.of(1L));
                imagined.removeImportKeys(List.of(one));
                assertEquals(List.of(two), imagined.importKeysOf(7, 1));
                assertEquals(List.of(two), imagined.importKeys("Giro", List.of("k1", "k2")));
                assertEquals(List.of(2L), imagined.entryIdsOfImport(7));
                assertEquals(List.of(one, two), reader.importKeysOf(7, 9));
                assertEquals(List.of(1L, 2L), reader.entryIdsOfImport(7));
                return true;
            });
        }
    }

    private static Expense brought(long id) {
        Expense one = expense(id, "2026-11-20", "1.00", "Fun");
        return new Expense(
                id, 1, one.details(), one.category(), one.provenance(), List.of(), Optional.empty(), Optional.of(7L));
    }

    @Test
    void imagined_things_have_numbers_beyond_the_real_ones_and_use_none_up() {
        try (LedgerStore store = Samples.withLedger(new MemoryStore())) {
            Samples.write(store, writer -> writer.skipIdsTo(40));
            store.read(LEDGER, reader -> {
                WhatIfLedger imagined = new WhatIfLedger(reader);
                assertTrue(imagined.nextId() > 1L << 50);
                assertEquals(40, imagined.lastId());
                return true;
            });
        }
    }
}
