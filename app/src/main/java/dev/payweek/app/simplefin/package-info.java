/**
 * The way to a SimpleFIN server: claiming access once, keeping it secret, asking for accounts.
 *
 * <p>Start at {@link dev.payweek.app.simplefin.SimpleFinServer}. What the server answers is imported as any bank's
 * file; nothing here knows ledgers.
 */
package dev.payweek.app.simplefin;
