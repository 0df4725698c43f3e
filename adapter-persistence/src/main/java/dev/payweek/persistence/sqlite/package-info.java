/**
 * Ledgers in a SQLite file.
 *
 * <p>Start at {@code SqliteStore}: readers on snapshots ({@code SqliteReaders}) beside one writer ({@code
 * GroupCommit}).
 * {@code SqliteFile} judges a file before it is opened, {@code DatabaseLock} keeps other processes from writing it,
 * {@code SqliteBackup} copies and restores. Knows nothing of PostgreSQL.
 */
package dev.payweek.persistence.sqlite;
