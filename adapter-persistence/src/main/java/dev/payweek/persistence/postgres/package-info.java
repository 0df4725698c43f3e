/**
 * Ledgers in a PostgreSQL database.
 *
 * <p>Start at {@code PostgresStore}: a transaction for each piece of work, run again where the server asks for it.
 * {@code PostgresPool} holds the connections, {@code PostgresUrl} reads the address, {@code StatementwiseMigration}
 * makes the tables where a transaction takes one statement only. Knows nothing of SQLite.
 */
package dev.payweek.persistence.postgres;
