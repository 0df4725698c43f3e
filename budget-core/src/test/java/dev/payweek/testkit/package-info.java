/**
 * What every implementation of a port must pass, and the things such tests are made of.
 *
 * <p>Start at {@link dev.payweek.testkit.LedgerStoreContract}: a store's test implements it and says how to open a fresh
 * store. {@link dev.payweek.testkit.Samples} makes entries in a line. Other modules use this package through the test jar.
 */
package dev.payweek.testkit;
