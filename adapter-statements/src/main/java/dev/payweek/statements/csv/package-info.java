/**
 * CSV files, which every bank writes in its own way.
 *
 * <p>Start at {@link dev.payweek.statements.csv.CsvFormat}. A beginning of the file shows the {@code Delimiter}, the
 * {@code Header} and the {@code Layout} of the columns; a first pass over all rows, the {@code Survey}, decides the
 * {@code Dialect}: order of dates, decimal mark, signs; a second pass reads the rows. FastCSV cuts rows into {@code
 * Cells} in each of them, and everything else is decided here. Words of headings and cells are data: {@code
 * vocabulary.txt}. Knows no bank by name.
 */
package dev.payweek.statements.csv;
