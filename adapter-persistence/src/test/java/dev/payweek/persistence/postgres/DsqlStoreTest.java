package dev.payweek.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.LedgerStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The contract of stores, kept through what behaves as Aurora DSQL. */
class DsqlStoreTest implements LedgerStoreContract {

    private static final Queue<DsqlProxy> PROXIES = new ConcurrentLinkedQueue<>();

    @Override
    public LedgerStore newStore() {
        try {
            // Connections that end are for DsqlWorkTest.
            var rules = new DsqlProxy.Rules(0.1, Integer.MAX_VALUE, PROXIES.size());
            DsqlProxy proxy = new DsqlProxy(TestPostgres.freshUrl(), rules);
            PROXIES.add(proxy);
            return new SqlStoreProvider().open(proxy.url() + "&schemaSteps=async", Access.READ_WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** More than one transaction takes; an import brings no such number, as DsqlWorkTest shows. */
    @Override
    @Test
    public void thousands_of_rows_are_remembered_and_asked_for_at_once() {
        assertTooMuch(LedgerStoreContract.super::thousands_of_rows_are_remembered_and_asked_for_at_once);
    }

    @Override
    @Test
    public void many_entries_come_one_by_one_while_others_are_asked_for() {
        assertTooMuch(LedgerStoreContract.super::many_entries_come_one_by_one_while_others_are_asked_for);
    }

    private static void assertTooMuch(Executable work) {
        assertEquals(Reason.INVALID, assertThrows(LedgerException.class, work).reason());
    }

    @AfterAll
    static void conflicts_came_and_nothing_else_was_refused() {
        assertTrue(PROXIES.stream().mapToInt(proxy -> proxy.count("conflict")).sum() > 5);
        PROXIES.forEach(proxy -> {
            proxy.happened.keySet().removeAll(List.of("conflict", "too many rows"));
            assertEquals("{}", proxy.happened.toString());
            proxy.close();
        });
    }
}
