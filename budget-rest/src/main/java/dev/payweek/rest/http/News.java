package dev.payweek.rest.http;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Threshold events, noticed by the service and never by who reads them: after each change, and when a day begins. Safe
 * for use by many threads; two that look at once find each event once.
 */
public final class News {

    private static final System.Logger LOG = System.getLogger(News.class.getName());

    private final Budget budget;
    private final AtomicLong changes = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile long lookedAfter;
    private volatile boolean later;
    private volatile LocalDate lookedOn = LocalDate.MIN;

    News(Budget budget) {
        this.budget = budget;
    }

    /**
     * Looks after a change, now or when {@link #lookIfChanged} is next called. What was changed stays changed, whatever
     * comes of it.
     */
    void lookAfter(Response response) {
        if (response.headers().containsKey("Ledger-Version")) {
            changes.incrementAndGet();
            if (!later) {
                lookIfChanged();
            }
        }
    }

    /** Leaves looking after changes to who calls {@link #lookIfChanged} several times a second. */
    public void lookLater() {
        later = true;
    }

    /**
     * Looks if anything was changed since it last began to. Whoever finds others looking waits, and looks again only if
     * they began before the change: so many changes made together are looked after once.
     */
    public void lookIfChanged() {
        long mine = changes.get();
        if (lookedAfter >= mine) {
            return;
        }
        turn.lock();
        try {
            if (lookedAfter < mine) {
                long all = changes.get();
                look();
                lookedAfter = all;
            }
        } finally {
            turn.unlock();
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
