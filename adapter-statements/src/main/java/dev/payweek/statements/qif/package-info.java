/**
 * QIF files, Quicken's old exchange format: one letter and a value a line, a {@code ^} after each record.
 *
 * <p>Start at {@link dev.payweek.statements.qif.QifFormat}. The records are read twice: first for how dates and
 * amounts are written in the whole file, then for the movements. Knows no bank.
 */
package dev.payweek.statements.qif;
