/** CSV. */
package dev.payweek.statements.csv;
