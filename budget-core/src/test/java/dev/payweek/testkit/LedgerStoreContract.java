package dev.payweek.testkit;

/**
 * What a {@link dev.payweek.store.LedgerStore} promises, on whatever it keeps its ledgers.
 *
 * <p>A test of a store implements this and opens a fresh one for each test:
 *
 * <pre>{@code
 * class MemoryStoreTest implements LedgerStoreContract {
 *     public LedgerStore newStore() { return new MemoryStore(); }
 * }
 * }</pre>
 */
public interface LedgerStoreContract
        extends StoreWritesContract,
                StoreEntriesContract,
                StoreSearchContract,
                StoreQueriesContract,
                StoreTotalsContract,
                StoreThingsContract,
                StoreAnswersContract,
                StoreRulesContract,
                StoreImportsContract,
                StoreThreadsContract,
                StoreModelContract {}
