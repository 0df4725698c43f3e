/** What every transport is tested with: start at {@link dev.payweek.testkit.TransportContract}. */
package dev.payweek.testkit;
