/**
 * Bank files on their way into a ledger, row by row, and whole ledgers from their copies.
 *
 * <p>Start at {@link dev.payweek.importing.StatementImport}, one file; {@link dev.payweek.importing.ImportsInProgress}
 * knows the imports that take several transactions. Knows neither any file format nor the façade.
 */
package dev.payweek.importing;
