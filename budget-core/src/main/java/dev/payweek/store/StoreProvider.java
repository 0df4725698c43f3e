package dev.payweek.store;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Opens stores of one kind. Found by {@link java.util.ServiceLoader}, as database drivers are.
 *
 * <pre>{@code
 * String url = "jdbc:sqlite:provider.db";
 * LedgerStore opened = StoreProvider.of(url).open(url, StoreProvider.Access.READ_WRITE);
 * opened.state().kind();    // "sqlite"
 * opened.close();
 * }</pre>
 *
 * <p>Safe for use by any number of threads.
 */
public interface StoreProvider {

    /** Returns whether the URL is of this kind: {@code "jdbc:sqlite:budget.db"}. */
    boolean accepts(String url);

    /**
     * Opens the store, creating or upgrading it first where that is needed and allowed.
     *
     * @param access whether it may be written
     * @throws dev.payweek.refusal.LedgerException with a sentence that says what is wrong: in use by another process,
     *     not a ledger, made by a newer version, not writable
     */
    LedgerStore open(String url, Access access);

    /**
     * Puts a copy that {@link LedgerStore#backUp} made in the place of a store, after going over it.
     *
     * @param replace whether a store that is there may be lost
     * @throws LedgerException with reason CONFLICT if a store is there and may not be lost, STORE_UNAVAILABLE if a
     *     process has it open, STORE_UNUSABLE if the copy is not sound
     */
    default void restore(String url, Path copy, boolean replace) {
        throw new LedgerException(Reason.INVALID, "A store of this kind is restored by its own means.", List.of());
    }

    /**
     * Returns the provider that takes the URL.
     *
     * @throws LedgerException with the name of the jar to add if there is none
     */
    static StoreProvider of(String url) {
        return ServiceLoader.load(StoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.accepts(url))
                .findFirst()
                .orElseThrow(() -> new LedgerException(
                        Reason.STORE_UNUSABLE,
                        "No store on the class path takes this URL; add the jar adapter-persistence for jdbc:sqlite:…"
                                + " and jdbc:postgresql:….",
                        List.of()));
    }

    /** What may be done with a store. */
    enum Access {
        /** It is read and written. */
        READ_WRITE,
        /** It is read only; writes are refused. */
        READ_ONLY
    }
}
