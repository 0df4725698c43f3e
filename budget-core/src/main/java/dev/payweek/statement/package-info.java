/**
 * Bank files, as far as the core needs to know them.
 *
 * <p>Start at {@link dev.payweek.statement.StatementFormat}, the port that each kind of file implements; it hands
 * {@link dev.payweek.statement.StatementRow}s to a {@link dev.payweek.statement.StatementSink}. What becomes of the
 * rows is reported by {@link dev.payweek.statement.ImportReport}; {@link dev.payweek.statement.RowKeys} says when two
 * rows are the same. Knows no format and no store.
 */
@NullMarked
package dev.payweek.statement;

import org.jspecify.annotations.NullMarked;
