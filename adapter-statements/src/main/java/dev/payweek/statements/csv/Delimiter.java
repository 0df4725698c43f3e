package dev.payweek.statements.csv;

/**
 * What stands between the cells of a file.
 *
 * @param mark the mark
 * @param blanksBeforeQuotes whether blanks stand between a mark and the quotation after it
 */
record Delimiter(char mark, boolean blanksBeforeQuotes) {}
