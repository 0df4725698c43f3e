/**
 * What other tools read: CSV for spreadsheets, journals for hledger and beancount.
 *
 * <p>Start at {@link dev.payweek.statements.export.CsvExport} for one line a part of an entry, and at {@link
 * dev.payweek.statements.export.Postings} for how an entry becomes double entry; {@link
 * dev.payweek.statements.export.JournalNames} makes account names that a journal takes and that stay apart.
 */
package dev.payweek.statements.export;
