package dev.payweek.rest.http;

import dev.payweek.rest.json.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * How often one address may guess a secret: ten times at once, then once in half a minute. Who is through with that is
 * not even compared, right or wrong.
 *
 * <p>Safe for use by many threads. Guesses from one address are compared one after the other, so that many at once are
 * no more than they would be in turn. Of IPv6 the network counts, since a household has all the addresses of one. Only
 * so many addresses are remembered, the latest to guess wrong.
 */
final class Guesses {

    static final int AT_ONCE = 10;
    static final long MILLIS_EACH = 30_000;
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Left> left = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** How many guesses an address has left, and since when it is getting the next one. */
    private static final class Left {
        private final ReentrantLock turn = new ReentrantLock();
        private int guesses = AT_ONCE;
        private long since;
    }

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns whether a secret is right, unless the address has guessed too often.
     *
     * @param address of whoever sends it; empty when nobody knows, who is not counted
     * @throws Problem with status 429 if it is not compared
     */
    boolean isRight(String address, BooleanSupplier comparison) {
        if (address.isEmpty()) {
            return comparison.getAsBoolean();
        }
        Left mine = of(network(address));
        mine.turn.lock();
        try {
            refill(mine);
            if (mine.guesses == 0) {
                long seconds = (mine.since + MILLIS_EACH - clock.millis() + 999) / 1_000;
                throw Problem.of(429, "too_many_guesses", "Too many wrong tokens have come from this address.")
                        .with("Retry-After", Long.toString(Math.max(1, seconds)));
            }
            boolean right = comparison.getAsBoolean();
            mine.guesses -= right ? 0 : 1;
            return right;
        } finally {
            mine.turn.unlock();
        }
    }

    private synchronized Left of(String network) {
        return left.computeIfAbsent(network, any -> new Left());
    }

    /** A clock that is set back gives nothing and takes nothing. */
    private void refill(Left mine) {
        long now = clock.millis();
        if (mine.guesses == AT_ONCE || now < mine.since) {
            mine.since = now;
            return;
        }
        long gained = Math.min(AT_ONCE - mine.guesses, (now - mine.since) / MILLIS_EACH);
        mine.guesses += (int) gained;
        mine.since = mine.guesses == AT_ONCE ? now : mine.since + gained * MILLIS_EACH;
    }

    /** Returns an address of IPv4 as it is, and the first half of one of IPv6. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // What has a colon is never looked up as a name.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? 4 : 8);
        } catch (UnknownHostException e) {
            return address; // no address, but the same no address each time
        }
    }
}
