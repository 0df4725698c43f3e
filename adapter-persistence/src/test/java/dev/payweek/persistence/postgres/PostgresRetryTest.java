package dev.payweek.persistence.postgres;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Category;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.persistence.WatchedConnection;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.IdempotentResponse;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.StoreThreadsContract;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of a write when the server refuses any one of its statements or the commit, and of ledgers that many
 * services share.
 */
class PostgresRetryTest {

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void a_write_that_the_server_ends_at_any_statement_is_made_once(String state) {
        String url = TestPostgres.freshUrl();
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        int statements = 0;
        DataSource refusing = refusing(url, left, state);
        try (LedgerStore store = Samples.withLedger(
                PostgresStore.open(refusing, Access.READ_WRITE, MigrationMode.TOGETHER, Migrations.CURRENT))) {
            boolean refused = true;
            while (refused) {
                int n = ++statements;
                left.set(n);
                Samples.write(store, writer -> change(writer, n));
                refused = left.get() <= 0;
                left.set(Integer.MAX_VALUE);
                assertEquals(List.of(), store.check().findings());
                store.read(LEDGER, reader -> {
                    assertEquals(n, reader.version());
                    assertEquals(n, reader.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
                    assertEquals(n, reader.dayTotals(DateSpan.ALWAYS).get(0).count());
                    return true;
                });
            }
        }
        assertTrue(statements > 15, "only " + statements + " statements were tried");
    }

    private static void change(LedgerWriter writer, int n) {
        long id = writer.nextId();
        writer.put(expense(id, "2026-11-20", "1.00", "Fun"));
        writer.put(Kinds.CATEGORY, Category.of("Fun:Number " + n));
        writer.put(new IdempotentResponse("key " + n, "x", 201, "", Instant.EPOCH));
        writer.putImportKeys(List.of(new ImportKey("Giro", "k" + n, 1, id, 1)));
        Edit<Category> edit = new Edit<>(Kinds.CATEGORY, "Fun", Optional.empty(), Optional.of(Category.of("Fun")));
        writer.append(new Change(writer.version() + 1, Instant.EPOCH, "local", "add", List.of(edit)));
    }

    @Test
    void services_that_share_a_database_lose_no_update() {
        String url = TestPostgres.freshUrl();
        Samples.withLedger(open(url)).close();
        StoreThreadsContract.eachOf(4, instance -> {
            try (LedgerStore store = open(url + "&poolSize=2")) {
                StoreThreadsContract.eachOf(3, thread -> {
                    for (int i = 0; i < 15; i++) {
                        Samples.write(store, writer -> change(writer, (int) writer.version()));
                    }
                    return true;
                });
            }
            return true;
        });
        try (LedgerStore store = open(url)) {
            assertEquals(Long.valueOf(180), store.read(LEDGER, LedgerReader::version));
            assertEquals(List.of(), store.check().findings());
            assertEquals(180, store.check().entries());
        }
    }

    private static LedgerStore open(String url) {
        return new SqlStoreProvider().open(url, Access.READ_WRITE);
    }

    /** Connections of which one statement fails: the one that counts the number down to zero. */
    private static DataSource refusing(String url, AtomicInteger left, String state) {
        return WatchedConnection.source(url, sql -> {
            if (left.decrementAndGet() == 0) {
                throw new SQLException("planned", state);
            }
        });
    }
}
