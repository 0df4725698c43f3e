package dev.payweek.rest.http;

import dev.payweek.budget.BudgetEdit;
import java.util.Optional;

/**
 * What a change gives, in a form that can be kept and given again. Safe for use by many threads if its body is.
 *
 * @param status the status of the answer
 * @param location where what was made can be found; empty when nothing was
 * @param tag the version of what was made; empty when it has none
 * @param body a shape to be written as JSON; nothing for an answer without a body
 */
public record ChangeResult(int status, String location, String tag, Optional<?> body) {

    /** Returns the result of making something new; an empty location or version when it has none of its own. */
    public static ChangeResult created(String location, String version, Object body) {
        return new ChangeResult(201, location, version, Optional.of(body));
    }

    /** Returns the result of changing something that has no version but the ledger's. */
    public static ChangeResult done(BudgetEdit edit, Object body) {
        return done(Conditional.ledgerVersion(edit.versionAfter(), edit.today()), body);
    }

    /** Returns the result of changing something that has a version of its own. */
    public static ChangeResult done(String version, Object body) {
        return new ChangeResult(200, "", version, Optional.of(body));
    }

    /** Returns the result of a change after which there is nothing to show. */
    public static ChangeResult nothing() {
        return new ChangeResult(204, "", "", Optional.empty());
    }
}
