package dev.payweek.statement;

import java.util.Map;
import java.util.Optional;

/**
 * What a person has said of a file, as answers to {@link Question}s.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param answers the chosen option by parameter name, such as {@code date_format → D/M/Y}
 */
public record ReadOptions(Map<String, String> answers) {

    /** Nothing said. */
    public static final ReadOptions NONE = new ReadOptions(Map.of());

    /** Creates options. */
    public ReadOptions {
        answers = Map.copyOf(answers);
    }

    /** Returns the answer for a parameter, if it was given. */
    public Optional<String> answer(String parameter) {
        return Optional.ofNullable(answers.get(parameter));
    }
}
