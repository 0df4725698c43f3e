package dev.payweek.http;

import java.time.Duration;

/**
 * How long callers may take.
 *
 * @param head for all of a request but its body, from the end of the one before
 * @param answer to take in one that is short
 */
record Patience(Duration head, Duration answer) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60));
}
