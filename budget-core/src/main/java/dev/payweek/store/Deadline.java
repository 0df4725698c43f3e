package dev.payweek.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Until when whatever this thread asks of a store must have been answered, where somebody else sets the time, as AWS
 * does. A store that can heeds it: it refuses with {@code STORE_UNAVAILABLE} instead of answering too late, and what it
 * refused to write is not written afterwards.
 *
 * <pre>{@code
 * int answer = Deadline.within(Duration.ofSeconds(3), () -> Deadline.left().isPresent() ? 1 : 0);
 * answer;   // 1
 * }</pre>
 *
 * <p>Safe for use by any number of threads; each has its own.
 */
public final class Deadline {

    private static final ThreadLocal<Long> END = new ThreadLocal<>();

    private Deadline() {}

    /** Does work that must have ended so long from now. */
    public static <T> T within(Duration left, Supplier<? extends T> work) {
        END.set(System.nanoTime() + left.toNanos());
        try {
            return work.get();
        } finally {
            END.remove();
        }
    }

    /** Returns how much time this thread has left, which may be negative; nothing if nobody waits for it. */
    public static Optional<Duration> left() {
        return Optional.ofNullable(END.get()).map(end -> Duration.ofNanos(end - System.nanoTime()));
    }
}
