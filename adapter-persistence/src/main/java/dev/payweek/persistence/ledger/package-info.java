/**
 * What a ledger holds, in tables; the same for both databases.
 *
 * <p>Start at {@code SqlLedger}, the ledger lent to a piece of work: it hands each kind of thing to the {@code …Rows}
 * class of its tables. {@code LedgerRow} is the ledger's own row, {@code EntryReader} and {@code EntryRows} read and
 * write entries, {@code TotalsRows} keeps the totals of days and months in step, {@code IntegrityCheck} reads
 * everything and computes again what can be computed. Begins and ends no transaction.
 */
package dev.payweek.persistence.ledger;
