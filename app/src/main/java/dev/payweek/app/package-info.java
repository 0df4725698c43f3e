/**
 * The {@code payweek} command.
 *
 * <p>Start at {@link dev.payweek.app.Payweek}, which lists the subcommands; each is a class of its own. They open a
 * budget, ask it and print. {@link dev.payweek.app.Serve} wires the service with plain {@code new}. Stores and
 * statement formats are found at run time and not known here.
 */
package dev.payweek.app;
