package dev.payweek.statement;

import java.util.List;

/**
 * What a file alone cannot decide, such as whether 03/04 is in March or April.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param code a stable word: {@code "date_order"}, {@code "sign"}
 * @param message the question in a sentence
 * @param parameter the name of the parameter that answers it
 * @param options the answers that fit the file, at least two
 */
public record Question(String code, String message, String parameter, List<String> options) {}
