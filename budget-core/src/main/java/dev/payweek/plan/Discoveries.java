package dev.payweek.plan;

import java.util.List;

/**
 * What a ledger's history suggests, and of which payees one could have expected a suggestion.
 *
 * <pre>{@code
 * budget.read(view -> view.discover()).unexplained();    // []
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param discoveries the suggestions: pay first, the largest first, then bills, pairs, set-asides and limits
 * @param unexplained the payees seen often of which nothing is suggested
 */
public record Discoveries(List<Discovery> discoveries, List<Unexplained> unexplained) {

    /** Nothing at all. */
    public static final Discoveries NONE = new Discoveries(List.of(), List.of());

    /**
     * A payee of which nothing is suggested, and why: the amounts differ too much, the days follow no plan.
     *
     * <p>Immutable and safe for use by any number of threads.
     *
     * @param name the payee
     * @param entries how many entries there are
     * @param why the reason in one sentence
     */
    public record Unexplained(String name, int entries, String why) {}

    /** Creates the suggestions. */
    public Discoveries {
        discoveries = List.copyOf(discoveries);
        unexplained = List.copyOf(unexplained);
    }
}
