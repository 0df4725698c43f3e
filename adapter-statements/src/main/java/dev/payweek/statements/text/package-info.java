/**
 * From bytes to text.
 *
 * <p>Start at {@link dev.payweek.statements.text.StatementText}: it finds the encoding of a file from its content and
 * opens it as text whose lines end in one way and that holds nothing unprintable. {@link
 * dev.payweek.statements.text.JsonFile} bounds JSON. Knows nothing of formats.
 */
package dev.payweek.statements.text;
