/**
 * The record of what was changed, by whom, and how it was before.
 *
 * <p>Start at {@link dev.payweek.change.Change}, one write with its {@link dev.payweek.change.Edit}s; {@link
 * dev.payweek.change.ChangeCodec} puts the things of a ledger into words and back, which is what makes any change
 * undoable. Knows no store.
 */
package dev.payweek.change;
