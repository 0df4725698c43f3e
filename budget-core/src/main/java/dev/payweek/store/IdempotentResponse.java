package dev.payweek.store;

import java.time.Duration;
import java.time.Instant;

/**
 * The answer to a request that carried an idempotency key, kept so that a repetition gets it again instead of doing the
 * thing twice. Stored in the same transaction as what the request made. An expense posted twice under the key {@code
 * "2026-11-21/coffee"} is made once, and both times the answer is its {@code 201}.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param key the caller's key, 1 to 255 characters
 * @param fingerprint distinguishes the request from another one under the same key
 * @param status the status of the answer
 * @param body the answer in words
 * @param at when it was given; kept for {@link #KEPT} at least
 */
public record IdempotentResponse(String key, String fingerprint, int status, String body, Instant at) {

    /** How long an answer is kept: until another one is kept that is so much younger. */
    public static final Duration KEPT = Duration.ofDays(7);
}
