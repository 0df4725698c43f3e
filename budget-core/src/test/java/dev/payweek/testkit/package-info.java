/**
 * What more than one module tests with; other modules use it through the test jar.
 *
 * <p>Start at {@link dev.payweek.testkit.LedgerStoreContract}: a store's test implements it and says how to open a
 * fresh store. {@link dev.payweek.testkit.Samples} makes entries in a line. For property tests start at {@link
 * dev.payweek.testkit.ForAll}, which runs a property over many random cases; a {@link dev.payweek.testkit.Dice} makes
 * the plain values of a case and {@link dev.payweek.testkit.Anything} the values of the domain. {@link
 * dev.payweek.testkit.NastyTexts} are the texts that break things, and a {@link dev.payweek.testkit.SettableClock}
 * moves only when told.
 */
package dev.payweek.testkit;
