/**
 * How single values are written: dates, amounts, currencies.
 *
 * <p>Start at {@link dev.payweek.statements.cell.WrittenDate} and {@link dev.payweek.statements.cell.WrittenAmount}:
 * what a cell says before anybody knows which number is the month and which mark is the decimal mark. {@link
 * dev.payweek.statements.cell.DateOrderEvidence} and {@link dev.payweek.statements.cell.DecimalMarkEvidence} gather
 * all cells of a file and decide once for all of them; a single cell never decides for itself. Knows no format.
 */
package dev.payweek.statements.cell;
