/**
 * The budget of Actual, a packed SQLite database, as a file to be moved into a fresh ledger. It lies here because
 * SQLite does. Start at {@link dev.payweek.persistence.actual.ActualMove}. Knows nothing of this module's own tables.
 */
package dev.payweek.persistence.actual;
