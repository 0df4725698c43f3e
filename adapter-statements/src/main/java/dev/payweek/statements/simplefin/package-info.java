/**
 * SimpleFIN's account sets: what a SimpleFIN server answers when asked for accounts and transactions, in versions 1
 * and 2.
 *
 * <p>Start at {@link dev.payweek.statements.simplefin.SimpleFinFormat}. The answer is read twice: first for what each
 * account is called and which currency it is in, then for the transactions, so that no order of members needs memory.
 * Knows no server; asking one is nobody's business here.
 */
package dev.payweek.statements.simplefin;
