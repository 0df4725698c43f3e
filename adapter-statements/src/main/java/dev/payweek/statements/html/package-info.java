/**
 * Tables of web pages, and of spreadsheets saved as XML, which many banks hand out under the name of a workbook.
 *
 * <p>Start at {@link dev.payweek.statements.html.HtmlTableFormat}. Scripts, styles and links are passed over; nothing
 * is fetched. What the columns mean is found out as for CSV.
 */
package dev.payweek.statements.html;
