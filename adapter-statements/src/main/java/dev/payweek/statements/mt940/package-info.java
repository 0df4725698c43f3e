/**
 * MT940 and MT942, the statements that banks exchange by SWIFT and hand out to customers in Germany, the Netherlands
 * and elsewhere.
 *
 * <p>Start at {@link dev.payweek.statements.mt940.Mt940Format}. {@code Fields} cuts a text into fields, {@code
 * StatementLine} takes field 61 apart, {@code Details} field 86 in its German and Dutch structures and without any.
 */
package dev.payweek.statements.mt940;
