/** The other half of a circle of packages. */
package dev.payweek.house.planted.circle.west;
