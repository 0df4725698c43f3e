/**
 * Ledgers given to other programs.
 *
 * <p>{@link dev.payweek.export.ExportFormat} is the port; what implements it is found at run time. It knows ledgers
 * only as the stores read them.
 */
package dev.payweek.export;
