/**
 * Ledgers in SQLite and in PostgreSQL, by jOOQ.
 *
 * <p>Start at {@link dev.payweek.persistence.SqlStoreProvider}, the only type for others; it is found by {@link
 * java.util.ServiceLoader}. Below it, each package knows only those after it: {@code sqlite} and {@code postgres} own
 * connections and transactions, {@code migration} brings a database to the schema that jOOQ's tables in {@code
 * dev.payweek.persistence.schema} were generated from, {@code ledger} reads and writes what a ledger holds, {@code
 * table} encodes rows and checks them, {@code jdbc} runs statements. What is public in them is public for their
 * neighbours.
 *
 * <p>Nothing here decides what a change means, and no text is ordered by a database: collations differ.
 */
package dev.payweek.persistence;
