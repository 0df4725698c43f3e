/**
 * Rows as bytes, and what shows that they are as they were written.
 *
 * <p>Start at {@code ChecksummedTable}, a table of few rows for each ledger: its last column checks each row, and
 * {@code Seals} say what all rows come to, so that a lost one is missed. {@code RowEncoding} packs values and computes
 * checks; {@code DayNumber} and {@code EntryKinds} are the numbers that stand for days and kinds. Knows
 * connections, but not what a ledger holds.
 */
package dev.payweek.persistence.table;
