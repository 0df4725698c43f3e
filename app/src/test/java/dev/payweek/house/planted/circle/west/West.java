package dev.payweek.house.planted.circle.west;

import dev.payweek.house.planted.circle.east.East;

/** The other half of a circle. */
public interface West {
    /** Gives away the first half. */
    East east();
}
