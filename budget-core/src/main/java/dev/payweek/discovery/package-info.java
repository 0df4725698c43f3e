/**
 * Finds pay, bills, transfers, refunds and yearly costs in a ledger's own history.
 *
 * <p>Start at {@link dev.payweek.discovery.Discoverer}. Its steps take entries away from each other: {@code
 * TransferPairs}, {@code RefundPairs}, {@code PayFinder}, {@code BillFinder}, {@code LimitFinder}. Payees are named by
 * {@code Payees}; their payments are taken apart into streams by {@code StreamFinder}, which tries schedules ({@code
 * Lattice}) against the days themselves, never gaps. What is found becomes a {@link dev.payweek.plan.Discovery}, a
 * value with its evidence. Knows no store and no clock.
 */
package dev.payweek.discovery;
