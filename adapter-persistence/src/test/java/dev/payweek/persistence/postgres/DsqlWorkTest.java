package dev.payweek.persistence.postgres;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryKind;
import dev.payweek.persistence.CountedRows;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportOptions;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.StoreThreadsContract;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports and shared work through what behaves as Aurora DSQL: bounds, conflicts, connections that end by age. */
class DsqlWorkTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final int ROWS = 2_500;

    /** A day for each row: so many rows of sums change with it as can. */
    @Test
    void an_import_of_any_length_fits_is_known_again_and_goes_and_comes_back_in_parts() throws IOException {
        var rules = new DsqlProxy.Rules(0.2, 7, 1);
        try (DsqlProxy proxy = new DsqlProxy(TestPostgres.freshUrl(), rules);
                Budget budget = Budget.open(proxy.url() + "&schemaSteps=async", Access.READ_WRITE, NOON)) {
            ImportBatch batch = taken(budget);
            assertEquals(ROWS, batch.inserted());
            assertEquals(ROWS, taken(budget).duplicates());
            assertEquals(List.of(), budget.check().findings());
            budget.removeImport("ann", batch.id());
            assertEquals(0, count(budget));
            assertEquals(List.of(), budget.check().findings());
            budget.change("ann", edit -> edit.undo(edit.version()));
            assertEquals(ROWS, count(budget));
            assertEquals(List.of(), budget.check().findings());
            assertEquals(0, proxy.count("too many rows"));
            int most = proxy.mostChanged.get();
            assertTrue(most > 1_400 && most <= DsqlProxy.MOST_CHANGES, most + " rows changed at once");
        }
    }

    private static long count(Budget budget) {
        return budget.<Long>read(view -> view.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
    }

    private static ImportBatch taken(Budget budget) {
        return budget.importStatement(CountedRows.file(1, ROWS, 1), ImportOptions.NONE)
                .accounts()
                .get(0)
                .batch();
    }

    @Test
    void what_changes_more_than_it_takes_is_refused_whole_and_in_a_sentence() throws IOException {
        var rules = new DsqlProxy.Rules(0, Integer.MAX_VALUE, 1);
        try (DsqlProxy proxy = new DsqlProxy(TestPostgres.freshUrl(), rules);
                LedgerStore store = Samples.withLedger(open(proxy))) {
            LedgerException refusal = assertThrows(
                    LedgerException.class,
                    () -> Samples.write(store, writer -> {
                        for (int i = 0; i < DsqlProxy.MOST_CHANGES + 10; i++) {
                            writer.put(expense(writer.nextId(), "2026-11-20", "1.00", "Fun"));
                        }
                    }));
            assertEquals(Reason.INVALID, refusal.reason());
            assertEquals(
                    "This changes more at once than the database takes; nothing was written. Do it in parts.",
                    refusal.getMessage());
            assertEquals(
                    Long.valueOf(0),
                    store.<Long>read(LEDGER, reader -> reader.countEntries(EntryQuery.all(EntryKind.EXPENSE))));
            assertTrue(proxy.count("too many rows") > 0);
        }
    }

    @Test
    void services_that_share_it_lose_nothing_and_write_nothing_twice() throws IOException {
        var rules = new DsqlProxy.Rules(0.2, 9, 7);
        try (DsqlProxy proxy = new DsqlProxy(TestPostgres.freshUrl(), rules)) {
            Samples.withLedger(open(proxy)).close();
            StoreThreadsContract.eachOf(3, service -> {
                try (LedgerStore store = open(proxy)) {
                    StoreThreadsContract.eachOf(2, thread -> {
                        for (int i = 0; i < 25; i++) {
                            Samples.write(
                                    store, writer -> writer.put(expense(writer.nextId(), "2026-11-20", "1.00", "Fun")));
                        }
                        return true;
                    });
                }
                return true;
            });
            try (LedgerStore store = open(proxy)) {
                assertEquals(List.of(), store.check().findings());
                assertEquals(150, store.check().entries());
            }
            assertTrue(proxy.count("conflict") > 3 && proxy.count("too old") > 3, proxy.happened.toString());
        }
    }

    private static LedgerStore open(DsqlProxy proxy) {
        return new SqlStoreProvider().open(proxy.url() + "&schemaSteps=async&poolSize=3", Access.READ_WRITE);
    }
}
