/**
 * Workbooks of spreadsheets as bank statements.
 *
 * <p>Start at {@link dev.payweek.spreadsheets.XlsxFormat} or {@link dev.payweek.spreadsheets.XlsFormat}, found through
 * {@link java.util.ServiceLoader}. Either turns its file into a {@code Workbook}: sheets of rows of cells as text, days
 * and numbers in one form whatever they look like in the workbook. {@code WorkbookStatement} chooses the sheet, hands
 * it to {@link dev.payweek.statement.StatementTables}, which knows what columns mean. Formulas are never computed; what
 * the workbook kept of them is read. Size, depth and length of everything are bounded.
 */
package dev.payweek.spreadsheets;
