package dev.payweek.persistence;

/**
 * How many rows there are, and the sum of their checks: enough to tell that one was lost, added or exchanged.
 *
 * @param count how many rows
 * @param digest the checks added up, overflow and all
 */
record Checksum(long count, long digest) {

    static final Checksum NONE = new Checksum(0, 0);

    Checksum with(long check) {
        return new Checksum(count + 1, digest + check);
    }

    Checksum without(long check) {
        return new Checksum(count - 1, digest - check);
    }

    Checksum plus(Checksum other) {
        return new Checksum(count + other.count, digest + other.digest);
    }
}
