package dev.payweek.house.planted;

import java.time.Instant;

/** Stands for a class of the core that asks the wall clock. */
public final class ClockReader {
    private ClockReader() {}

    /** Asks it. */
    public static Instant read() {
        return Instant.now();
    }
}
