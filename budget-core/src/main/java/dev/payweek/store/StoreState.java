package dev.payweek.store;

/**
 * Whether a store answers.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param kind what it is: {@code "memory"}, {@code "sqlite"}, {@code "postgresql"}
 * @param ready whether it would do now what it was opened for: reading and, unless that is all, writing
 * @param writable whether it would take a write now
 * @param detail a sentence for the operator; holds no path, address or secret
 */
public record StoreState(String kind, boolean ready, boolean writable, String detail) {}
