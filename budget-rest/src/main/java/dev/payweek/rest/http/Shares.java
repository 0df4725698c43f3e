package dev.payweek.rest.http;

import java.util.HashMap;
import java.util.Map;

/**
 * What many callers use at once and nobody may use up: a caller gets more only while that leaves as much free as the
 * caller has, or a fixed part of that. So however much one takes, there is something for the next. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * var places = new Shares(900, 8);
 * places.take("192.0.2.1", 800);   // true
 * places.take("192.0.2.1", 1);     // false: 99 are left for everybody else
 * places.take("192.0.2.2", 50);    // true
 * }</pre>
 */
public final class Shares {

    private final long all;
    private final int ease;
    private final Map<String, Long> held = new HashMap<>();
    private long used;

    /**
     * Creates shares of which nothing is used.
     *
     * @param all how much there is
     * @param ease how many times what is left free one caller may have
     */
    public Shares(long all, int ease) {
        this.all = all;
        this.ease = ease;
    }

    /**
     * Returns whether the caller has so much more now.
     *
     * @param caller a numerical address; of IPv6 the network counts, since a household has all the addresses of one
     */
    public synchronized boolean take(String caller, long amount) {
        String network = Guesses.network(caller);
        long mine = held.getOrDefault(network, 0L) + amount;
        long free = all - used - amount;
        if (free < 0 || (mine + ease - 1) / ease > free) {
            return false;
        }
        held.put(network, mine);
        used += amount;
        return true;
    }

    /** Takes back what the caller had. */
    public synchronized void give(String caller, long amount) {
        String network = Guesses.network(caller);
        long mine = held.getOrDefault(network, 0L) - amount;
        used -= amount;
        if (mine > 0) {
            held.put(network, mine);
        } else {
            held.remove(network);
        }
    }

    /** Returns how much is used by all callers together. */
    public synchronized long used() {
        return used;
    }
}
