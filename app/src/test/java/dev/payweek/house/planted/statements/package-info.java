/** An adapter that imports another one. */
package dev.payweek.house.planted.statements;
