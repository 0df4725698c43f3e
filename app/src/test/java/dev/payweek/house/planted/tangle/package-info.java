/** Planted: two concepts that know each other, and pairs that may. */
package dev.payweek.house.planted.tangle;
