package dev.payweek.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.LedgerId;
import dev.payweek.money.Money;
import dev.payweek.plan.Discoveries;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Nobody who asks at once waits: not for another who looks through a long ledger, nor for the whole of it. */
class LongLookTest {

    private static final int MORE_THAN_A_MOMENT = 10_100;
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    /** What somebody was answered while another looked, whose look goes on only then: no wait for it would end. */
    private final List<Optional<Discoveries>> meanwhile = new ArrayList<>();

    private final Set<String> asked = new TreeSet<>();
    private final Budget budget =
            Budget.on(asking(), Access.READ_WRITE, Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    /** Returns a store in memory in whose long looks somebody else asks what is known. */
    private LedgerStore asking() {
        LedgerStore store = new MemoryStore();
        return (LedgerStore) Proxy.newProxyInstance(
                LedgerStore.class.getClassLoader(),
                new Class<?>[] {LedgerStore.class},
                (proxy, method, given) -> method.getName().equals("read")
                        ? store.read((LedgerId) given[0], reader -> asking(given[1], reader))
                        : invoke(method, store, given));
    }

    @SuppressWarnings("unchecked") // a store's read takes a function of a reader
    private Object asking(Object work, LedgerReader reader) {
        return ((Function<LedgerReader, Object>) work).apply((LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, given) -> {
                    asked.add(method.getName());
                    if (method.getName().equals("forEachPlainEntry")) {
                        meanwhile.add(another());
                    }
                    return invoke(method, reader, given);
                }));
    }

    private Optional<Discoveries> another() {
        return CompletableFuture.supplyAsync(
                        () -> budget.read(BudgetView::discoverAtOnce), started -> new Thread(started).start())
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    private static Object invoke(Method method, Object target, Object[] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void aLongLedger() {
        budget.change(Budget.LOCAL, edit -> {
            for (int i = 0; i < MORE_THAN_A_MOMENT; i++) {
                edit.add(EntryDraft.expense(Money.ofMinor(100 + i % 13 * 17L, Money.currency("USD")), "Kiosk " + i % 97)
                        .on(LAST.minusDays(i % 700)));
            }
        });
    }

    @Test
    void who_asks_while_another_looks_for_long_does_not_wait() {
        aLongLedger();
        budget.read(BudgetView::discover);
        assertEquals(List.of(Optional.empty()), meanwhile);
        assertTrue(budget.read(BudgetView::discoverAtOnce).isPresent());
    }

    @Test
    void what_an_import_brought_is_looked_at_without_going_through_the_ledger() {
        aLongLedger();
        budget.read(BudgetView::discover);
        String rent = """
                #rows
                2026-08-01;-900.00;Parkview Apartments
                2026-09-01;-900.00;Parkview Apartments
                2026-10-01;-900.00;Parkview Apartments
                2026-11-01;-900.00;Parkview Apartments""";
        budget.importStatement(
                StatementFile.of("bank.rows", rent.getBytes(StandardCharsets.UTF_8)), ImportOptions.NONE);
        asked.clear();
        Discoveries found = budget.read(BudgetView::discover);
        assertTrue(found.discoveries().stream().anyMatch(one -> one.name().equals("Parkview Apartments")));
        assertFalse(asked.contains("entryIdsOfImport") || asked.contains("forEachPlainEntry"), asked::toString);
        assertEquals(budget.whatIf(edit -> edit.discover()), found);
    }
}
