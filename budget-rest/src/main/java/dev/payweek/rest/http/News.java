package dev.payweek.rest.http;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import java.time.LocalDate;

/**
 * Threshold events, noticed by the service and never by who reads them: after each change, and when a day begins. Safe
 * for use by many threads; two that look at once find each event once.
 */
public final class News {

    private static final System.Logger LOG = System.getLogger(News.class.getName());

    private final Budget budget;
    private volatile LocalDate lookedOn = LocalDate.MIN;

    News(Budget budget) {
        this.budget = budget;
    }

    /** Looks after a change. What was changed stays changed, whatever comes of it. */
    void lookAfter(Response response) {
        if (response.headers().containsKey("Ledger-Version")) {
            look();
        }
    }

    /** Looks if it has not looked yet today, by the ledger's clock and zone; nothing on a store that is read only. */
    public void lookOncePerDay() {
        try {
            LocalDate today = budget.read(BudgetView::today);
            if (!today.equals(lookedOn) && budget.state().writable()) {
                lookedOn = today;
                look();
            }
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "the day cannot be read", failure);
        }
    }

    private void look() {
        try {
            budget.notice();
        } catch (RuntimeException failure) {
            // Whatever it is must not make a failure of a change that was made; the next one looks again.
            LOG.log(System.Logger.Level.WARNING, "threshold events cannot be noticed now", failure);
        }
    }
}
