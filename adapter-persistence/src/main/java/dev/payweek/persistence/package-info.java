/**
 * Ledgers in SQLite and in PostgreSQL, by jOOQ.
 *
 * <p>Start at {@link dev.payweek.persistence.SqlStoreProvider}, the only public type; it is found by {@link
 * java.util.ServiceLoader}. {@code SqliteStore} and {@code PostgresStore} own connections and transactions and nothing
 * else; {@code SqlLedger} is the ledger lent to a piece of work, the same for both databases, and hands each kind of
 * thing to the {@code …Rows} class of its tables. {@code Link} is one connection and turns each driver's failure into a
 * refusal before anybody sees it. {@code Migrations} brings a database to the schema that jOOQ's tables in {@code
 * dev.payweek.persistence.schema} were generated from.
 *
 * <p>Nothing here decides what a change means, and no text is ordered by a database: collations differ.
 */
package dev.payweek.persistence;
