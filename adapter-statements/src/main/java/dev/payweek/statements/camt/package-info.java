/**
 * CAMT, the account statements of ISO 20022: camt.053, and camt.052 and camt.054, which are built alike.
 *
 * <p>Start at {@link dev.payweek.statements.camt.CamtFormat}. Elements are known by their local names, so every version
 * and every prefix is read alike, and a file without a namespace too. One entry is one movement, however many payments
 * the bank has bundled in it; they are its parts. A document type is refused, so nothing in a file can make the reader
 * open another one. Knows no bank.
 */
package dev.payweek.statements.camt;
