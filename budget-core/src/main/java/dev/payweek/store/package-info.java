/**
 * The port to where ledgers are kept.
 *
 * <p>Start at {@link dev.payweek.store.LedgerStore}: it lends a {@link dev.payweek.store.LedgerReader} or {@link
 * dev.payweek.store.LedgerWriter} to a piece of work. {@link dev.payweek.store.MemoryStore} is the one implementation
 * that lives here; others are found through {@link dev.payweek.store.StoreProvider}. Stores decide nothing: what a
 * change means is settled above them.
 */
@NullMarked
package dev.payweek.store;

import org.jspecify.annotations.NullMarked;
