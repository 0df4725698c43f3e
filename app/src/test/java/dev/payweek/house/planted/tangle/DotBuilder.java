package dev.payweek.house.planted.tangle;

/** Builds what hands it out. */
public final class DotBuilder {

    /** Ends with a dot of one point. */
    public Dot build() {
        return new Dot(1);
    }
}
