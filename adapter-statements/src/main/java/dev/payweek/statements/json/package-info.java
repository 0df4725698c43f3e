/**
 * JSON, read as a stream.
 *
 * <p>Start at {@link dev.payweek.statements.json.JsonReader}: it walks through objects and arrays without building
 * them, knows the line it is at, and bounds depth and length of what it meets. Knows no format.
 */
package dev.payweek.statements.json;
