package dev.payweek.rest.http;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.plan.Discoveries;
import dev.payweek.rest.json.Problem;
import java.util.Optional;

/**
 * What a ledger suggests, for callers of whom none shall wait while a long one is looked through: who asks first has to
 * come again, and whoever serves looks meanwhile. Safe for use by many threads.
 */
public final class Discovering {

    private static final System.Logger LOG = System.getLogger(Discovering.class.getName());

    private final Budget budget;
    private volatile boolean later;
    private volatile boolean wanted;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    Discovering(Budget budget) {
        this.budget = budget;
    }

    /** Leaves looking for long to who calls {@link #lookIfWanted} every second or so. */
    public void lookLater() {
        later = true;
    }

    /**
     * Returns what the ledger suggests.
     *
     * @throws Problem with status 503 if it is not known yet and will be soon
     */
    Discoveries of(BudgetView view) {
        return later ? view.discoverAtOnce().orElseThrow(this::notYet) : view.discover();
    }

    private RuntimeException notYet() {
        Optional<RuntimeException> failed = failure;
        failure = Optional.empty();
        wanted = failed.isEmpty();
        return failed.orElseGet(
                () -> Problem.of(503, "still_looking", "The entries are being looked through for pay and bills.")
                        .with("Retry-After", "2"));
    }

    /** Looks through the ledger if somebody had to come again. Never throws; who comes again hears of a failure. */
    public void lookIfWanted() {
        if (!wanted) {
            return;
        }
        wanted = false;
        try {
            budget.read(BudgetView::discover);
        } catch (RuntimeException fault) {
            failure = Optional.of(fault);
            LOG.log(System.Logger.Level.WARNING, "nothing can be discovered now: {0}", fault.toString());
        }
    }
}
