/**
 * Files in which other programs hand out everything they keep, to be moved into a fresh ledger as a whole.
 *
 * <p>Start at {@code NamedRows}, a CSV file by its headings, and {@code Journal}, which makes transactions of accounts
 * with roots such as Assets and Expenses; {@link dev.payweek.statements.move.YnabMove} and the other formats, one for
 * each program, are found through {@link java.util.ServiceLoader}. Knows nothing of ledgers: what becomes of a
 * transaction is decided in the core.
 */
package dev.payweek.statements.move;
