/** Classes that break the rules of the house on purpose, to show that the rules catch them. */
package dev.payweek.house.planted;
