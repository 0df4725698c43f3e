package dev.payweek.statement;

/**
 * A row of a file that could not be understood.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param line the line of the file it begins on, from 1
 * @param field which part of it: {@code "date"}, {@code "amount"}; empty for the row as a whole
 * @param code a stable word: {@code "bad_date"}, {@code "bad_amount"}
 * @param message what is wrong, naming the text found
 */
public record RejectedRow(int line, String field, String code, String message) {}
