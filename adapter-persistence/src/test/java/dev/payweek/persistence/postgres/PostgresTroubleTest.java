package dev.payweek.persistence.postgres;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Category;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.IdempotentResponse;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.StoreThreadsContract;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What becomes of writes when the server, the way to it, or another client fails or interferes. */
class PostgresTroubleTest {

    private static final String END_OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE application_name = 'payweek' AND pid <> pg_backend_pid()";

    @Test
    void work_whose_connection_dies_before_the_commit_is_run_again_and_kept_once() {
        String url = TestPostgres.freshUrl();
        AtomicInteger runs = new AtomicInteger();
        try (LedgerStore store = Samples.withLedger(open(url))) {
            Samples.write(store, writer -> {
                writer.put(expense(writer.nextId(), "2026-11-20", "1.00", "Fun"));
                writer.put(Kinds.CATEGORY, Category.of("Fun:Kept"));
                if (runs.incrementAndGet() == 1) {
                    TestPostgres.execute(url, END_OTHERS);
                }
                assertEquals(1, writer.dayTotals(DateSpan.ALWAYS).get(0).count());
            });
            assertEquals(2, runs.get());
            assertEquals(
                    5, store.read(LEDGER, reader -> reader.all(Kinds.CATEGORY)).size());
            assertEquals(Long.valueOf(2), store.write(LEDGER, LedgerWriter::nextId));
        }
    }

    @Test
    void a_connection_that_always_dies_is_told_in_the_end() {
        String url = TestPostgres.freshUrl();
        try (LedgerStore store = Samples.withLedger(open(url))) {
            LedgerException refusal = assertThrows(
                    LedgerException.class,
                    () -> Samples.write(store, writer -> {
                        TestPostgres.execute(url, END_OTHERS);
                        writer.put(Kinds.CATEGORY, Category.of("Fun:Lost"));
                    }));
            assertEquals(Reason.STORE_UNAVAILABLE, refusal.reason());
            assertEquals("The database does not answer now.", refusal.getMessage());
            assertEquals(
                    4, store.read(LEDGER, reader -> reader.all(Kinds.CATEGORY)).size());
        }
    }

    @Test
    void a_connection_that_dies_before_the_commit_leaves_open_whether_it_was_kept() {
        String url = TestPostgres.freshUrl();
        try (LedgerStore store = Samples.withLedger(open(url))) {
            LedgerException refusal = assertThrows(
                    LedgerException.class,
                    () -> Samples.write(store, writer -> {
                        writer.putImportKeys(List.of(new ImportKey("Giro", "k", 1, 1, 1)));
                        TestPostgres.execute(url, END_OTHERS);
                    }));
            assertEquals(Reason.STORE_UNAVAILABLE, refusal.reason());
            assertTrue(refusal.getMessage().contains("may or may not be kept"), refusal.getMessage());
        }
    }

    @Test
    void a_deadlock_with_another_client_is_resolved_by_running_the_work_again() {
        String url = TestPostgres.freshUrl();
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch tableTaken = new CountDownLatch(1);
        CountDownLatch ledgerTaken = new CountDownLatch(1);
        try (LedgerStore store = Samples.withLedger(open(url))) {
            StoreThreadsContract.eachOf(2, thread -> {
                if (thread == 0) {
                    try (Connection other = DriverManager.getConnection(url);
                            Statement statement = other.createStatement()) {
                        other.setAutoCommit(false);
                        // The server ends whoever has waited this long, so it is not this client.
                        statement.execute("SET deadlock_timeout = '60s'");
                        statement.execute("LOCK TABLE kept_answer IN ACCESS EXCLUSIVE MODE");
                        tableTaken.countDown();
                        ledgerTaken.await();
                        statement.execute("UPDATE ledger SET last_id = 50");
                        other.rollback();
                    }
                } else {
                    tableTaken.await();
                    Samples.write(store, writer -> {
                        runs.incrementAndGet();
                        writer.put(Kinds.CATEGORY, Category.of("Fun:Twice"));
                        ledgerTaken.countDown();
                        writer.put(new IdempotentResponse("key", "x", 200, "", Instant.EPOCH));
                    });
                }
                return true;
            });
            assertTrue(runs.get() >= 2, "the work ran " + runs + " times");
            assertTrue(store.read(LEDGER, reader -> reader.findAnswer("key")).isPresent());
        }
    }

    @Test
    void work_that_hides_a_failure_is_taken_back_all_the_same() {
        try (LedgerStore store = Samples.withLedger(open(TestPostgres.freshUrl()))) {
            IdempotentResponse impossible = new IdempotentResponse("a\0b", "x", 200, "", Instant.EPOCH);
            LedgerException refusal = assertThrows(
                    LedgerException.class,
                    () -> Samples.write(store, writer -> {
                        writer.put(expense(1, "2026-11-20", "1.00", "Fun"));
                        assertThrows(LedgerException.class, () -> writer.put(impossible));
                    }));
            assertEquals(Reason.INVALID, refusal.reason());
            assertEquals(Optional.empty(), store.read(LEDGER, reader -> reader.findEntry(1)));
        }
    }

    @RepeatedTest(10)
    void two_programs_that_open_an_empty_database_at_once_make_its_tables_once() {
        String url = TestPostgres.freshUrl();
        List<Boolean> created = StoreThreadsContract.eachOf(4, thread -> {
            try (LedgerStore store = open(url)) {
                return store.create(LEDGER, Samples::settings);
            }
        });
        assertEquals(1, created.stream().filter(isNew -> isNew).count());
    }

    @Test
    void open_for_reading_it_reads_and_refuses_to_write() {
        String url = TestPostgres.freshUrl();
        assertEquals(
                Reason.STORE_UNUSABLE,
                assertThrows(LedgerException.class, () -> new SqlStoreProvider().open(url, Access.READ_ONLY))
                        .reason());
        try (LedgerStore writing = Samples.withLedger(open(url));
                LedgerStore reading = new SqlStoreProvider().open(url, Access.READ_ONLY)) {
            assertTrue(writing.state().writable());
            assertEquals(
                    4,
                    reading.read(LEDGER, reader -> reader.all(Kinds.CATEGORY)).size());
            assertEquals(
                    Reason.READ_ONLY,
                    assertThrows(LedgerException.class, () -> reading.write(LEDGER, LedgerReader::version))
                            .reason());
            assertFalse(reading.state().writable());
            assertTrue(reading.state().ready());
        }
    }

    @Test
    void a_database_whose_tables_are_of_another_version_is_refused() {
        String url = TestPostgres.freshUrl();
        open(url).close();
        TestPostgres.execute(url, "UPDATE schema_version SET checksum = 'other'");
        LedgerException edited = assertThrows(LedgerException.class, () -> open(url));
        assertEquals(Reason.STORE_UNUSABLE, edited.reason());
        TestPostgres.execute(url, "INSERT INTO schema_version VALUES (99, 'V99__new.sql', 'x')");
        LedgerException newer = assertThrows(LedgerException.class, () -> open(url));
        assertTrue(newer.getMessage().contains("newer version of Payweek (schema"), newer.getMessage());
    }

    @Test
    void a_server_that_is_not_there_is_told_without_its_address_or_the_password() {
        for (String url : List.of(
                "jdbc:postgresql://localhost:1/nowhere?user=me&password=s3cret",
                "jdbc:postgresql:///%zz?password=s3cret")) {
            LedgerException refusal = assertThrows(LedgerException.class, () -> open(url));
            assertEquals(Reason.STORE_UNAVAILABLE, refusal.reason());
            assertFalse(refusal.getMessage().matches(".*(s3cret|localhost|nowhere|jdbc).*"), refusal.getMessage());
        }
    }

    private static LedgerStore open(String url) {
        return new SqlStoreProvider().open(url, Access.READ_WRITE);
    }
}
