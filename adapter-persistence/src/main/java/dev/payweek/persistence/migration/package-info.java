/**
 * The scripts that make the tables and change them.
 *
 * <p>Start at {@code Migrations}: each script is applied once, and a database that a newer version has touched, or one
 * made by other scripts, is refused. The scripts lie beside it as resources. Opens no connection; the stores do.
 */
package dev.payweek.persistence.migration;
