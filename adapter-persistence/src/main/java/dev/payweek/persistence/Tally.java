package dev.payweek.persistence;

/**
 * How many rows there are, and the sum of their checks: enough to tell that one was lost, added or exchanged.
 *
 * @param count how many rows
 * @param digest the checks added up, overflow and all
 */
record Tally(long count, long digest) {

    static final Tally NONE = new Tally(0, 0);

    Tally with(long check) {
        return new Tally(count + 1, digest + check);
    }

    Tally without(long check) {
        return new Tally(count - 1, digest - check);
    }

    Tally plus(Tally other) {
        return new Tally(count + other.count, digest + other.digest);
    }
}
