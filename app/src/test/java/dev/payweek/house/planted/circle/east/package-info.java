/** One half of a circle of packages. */
package dev.payweek.house.planted.circle.east;
