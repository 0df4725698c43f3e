package dev.payweek.persistence.table;

/**
 * How many rows there are, and the sum of their checks: enough to know that one was lost, added or exchanged.
 *
 * @param count how many rows
 * @param digest the checks added up, overflow and all
 */
public record Checksum(long count, long digest) {

    public static final Checksum NONE = new Checksum(0, 0);

    // By hand, as for each record that a start compares: one that the VM makes costs a new process some 50 ms.
    @Override
    public boolean equals(Object other) {
        return other instanceof Checksum sum && sum.count == count && sum.digest == digest;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(digest);
    }

    public Checksum with(long check) {
        return new Checksum(count + 1, digest + check);
    }

    public Checksum without(long check) {
        return new Checksum(count - 1, digest - check);
    }

    public Checksum plus(Checksum other) {
        return new Checksum(count + other.count, digest + other.digest);
    }
}
