package dev.payweek.plan;

import dev.payweek.refusal.Validation;

/**
 * A suggestion that somebody does not want to see again. It stays away as long as payee, cadence and stated amount are
 * the same.
 *
 * <pre>{@code
 * new DeclinedDiscovery("0f9c2a71d3b4", "bill Fitforge").name();    // "bill Fitforge"
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id the suggestion's id
 * @param name what it was of, in words
 */
public record DeclinedDiscovery(String id, String name) {

    /** Creates it; refuses an id or a name that no suggestion has. */
    public DeclinedDiscovery {
        var checks = new Validation();
        checks.text("id", id, Validation.MAX_NAME);
        checks.text("name", name, 200);
        checks.refuseIfAny();
    }
}
