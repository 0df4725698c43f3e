/**
 * What tests of every module share.
 *
 * <p>Start at {@link dev.payweek.testkit.ForAll}, which runs a property over many random cases; a {@link
 * dev.payweek.testkit.Dice} makes the plain values of a case and {@link dev.payweek.testkit.Anything} the values of the
 * domain. {@link dev.payweek.testkit.NastyTexts} are the texts that break things, and a {@link
 * dev.payweek.testkit.SettableClock} moves only when told.
 */
package dev.payweek.testkit;
