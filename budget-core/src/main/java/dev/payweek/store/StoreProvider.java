package dev.payweek.store;

/**
 * Opens stores of one kind. Found by {@link java.util.ServiceLoader}, as database drivers are.
 */
public interface StoreProvider {

    /** Tells whether the URL is of this kind: {@code "jdbc:sqlite:budget.db"}. */
    boolean accepts(String url);

    /**
     * Opens the store, creating or upgrading it first where that is needed and allowed.
     *
     * @param access whether it may be written
     * @throws dev.payweek.refusal.Refusal with a sentence that says what is wrong: in use by another process, not a
     *     ledger, made by a newer version, not writable
     */
    LedgerStore open(String url, Access access);

    /** What may be done with a store. */
    enum Access {
        /** It is read and written. */
        READ_WRITE,
        /** It is read only; writes are refused. */
        READ_ONLY
    }
}
