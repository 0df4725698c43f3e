package dev.payweek.house.planted.tangle;

/** Sealed: it knows its only kinds, and they know it. */
public sealed interface Shape permits Dot {

    /** The smallest. */
    static Shape smallest() {
        return new Dot(0);
    }
}
