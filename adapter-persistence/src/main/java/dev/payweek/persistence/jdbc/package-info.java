/**
 * One connection and the statements on it.
 *
 * <p>Start at {@code Session}: it runs statements, remembers a failure until the work is rolled back, and turns each
 * driver's exception into a refusal ({@code SqlFailure}) before anybody sees it. {@code PreparedSql} is a statement
 * that is rendered once, {@code BatchStatement} one that writes many rows. Knows no table and no ledger.
 */
package dev.payweek.persistence.jdbc;
