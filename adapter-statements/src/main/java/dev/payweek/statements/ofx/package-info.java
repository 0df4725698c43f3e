/**
 * OFX files of all versions, and QFX and QBO, which are OFX with a few tags more.
 *
 * <p>Start at {@link dev.payweek.statements.ofx.OfxFormat}. Version 1 is SGML and version 2 is XML, but banks write
 * headers of the one over bodies of the other; so one tolerant scanner of tags serves both, and the header decides
 * nothing. Unknown tags are passed over. Knows no bank.
 */
package dev.payweek.statements.ofx;
