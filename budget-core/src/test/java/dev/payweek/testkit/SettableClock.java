package dev.payweek.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is told otherwise. */
public final class SettableClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now;

    /** Creates a clock that shows the instant. */
    public SettableClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Sets the clock. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Sets the clock forward. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }
}
