/** What more than one module tests with: the contracts of the ports and of the transports, and what they need. */
package dev.payweek.testkit;
