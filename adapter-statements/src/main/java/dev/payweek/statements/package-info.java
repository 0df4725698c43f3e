/**
 * Bank files in, and files out.
 *
 * <p>Start at {@link dev.payweek.statements.csv.CsvFormat}, {@link dev.payweek.statements.ofx.OfxFormat} or {@link
 * dev.payweek.statements.qif.QifFormat}: one public
 * format for each kind of file, found through {@link java.util.ServiceLoader}. All of them read through
 * {@code dev.payweek.statements.text}, which turns bytes into clean lines of text, and understand single cells through
 * {@code dev.payweek.statements.cell}, which knows how dates and amounts are written. Everything is decided from
 * content; no bank is known by name. What leaves a ledger, CSV, journals and
 * copies of the whole, is written by {@code dev.payweek.statements.export}, the only package here that reads a ledger.
 * The others know nothing of ledgers and stores.
 */
package dev.payweek.statements;
