/** An adapter that another one imports. */
package dev.payweek.house.planted.persistence;
