/**
 * Changes to one ledger: made, recorded, undone.
 *
 * <p>Start at {@link dev.payweek.edit.OpenLedger}, which lends a {@link dev.payweek.edit.LedgerView} for questions and
 * a {@link dev.payweek.edit.LedgerSession} for changes. Everything a session writes goes through its {@link
 * dev.payweek.edit.ChangeLog}, so that {@link dev.payweek.edit.Undo} can reverse it. Knows neither imports nor the
 * façade.
 */
package dev.payweek.edit;
