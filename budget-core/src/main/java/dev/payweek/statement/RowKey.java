package dev.payweek.statement;

/**
 * What makes a row of a bank's file the same row, as {@link RowKeys} works it out.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param text the key as stores keep it: the booking day, such as {@code 20261120}, and 22 characters of a digest, so
 *     that the rows of a day lie together in a store's index
 * @param high the first half of the digest
 * @param low the second half of the digest
 */
public record RowKey(String text, long high, long low) {}
