package dev.payweek.house.planted.circle.east;

import dev.payweek.house.planted.circle.west.West;

/** One half of a circle. */
public interface East {
    /** Gives away the other half. */
    West west();
}
