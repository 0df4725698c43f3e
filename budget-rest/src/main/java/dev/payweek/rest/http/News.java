package dev.payweek.rest.http;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Threshold events, noticed by the service and never by who reads them: after each change, whoever made it, and when a
 * day begins. Safe for use by many threads; two that look at once find each event once.
 */
public final class News {

    private static final System.Logger LOG = System.getLogger(News.class.getName());

    private static final int NEVER = -1;
    private static final int LONGEST_WAIT_MILLIS = 1_000;

    private final Budget budget;
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition looked = turn.newCondition();

    /** The version of the ledger that was last looked at. */
    private volatile long lookedAt = NEVER;

    private volatile boolean failing;
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
        if (!later && response.headers().containsKey("Ledger-Version")) {
            lookIfChanged();
        }
    }

    /** Leaves looking after changes to who calls {@link #lookIfChanged} several times a second. */
    public void lookLater() {
        later = true;
    }

    /**
     * Looks if the ledger has changed since it last began to, by whatever process. Whoever finds others looking waits,
     * and looks again only if they began before the change: so many changes made together are looked after once.
     */
    public void lookIfChanged() {
        try {
            if (lookedAt == budget.version()) {
                return;
            }
            turn.lock();
            try {
                if (lookedAt != budget.version()) {
                    look();
                }
            } finally {
                turn.unlock();
            }
            failing = false;
        } catch (RuntimeException failure) {
            report(failure);
        }
    }

    /** Waits, not for long, until what has changed by now has been looked at, if somebody does that. */
    void await() {
        if (!later || lookedAt == budget.version()) {
            return;
        }
        long version = budget.version();
        long left = TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
        turn.lock();
        try {
            while (lookedAt < version && left > 0) {
                left = looked.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            turn.unlock();
        }
    }

    /** Looks if it has not looked yet today, by the ledger's clock and zone; nothing on a store that is read only. */
    public void lookOncePerDay() {
        try {
            turn.lock();
            try {
                if (!budget.<LocalDate>read(BudgetView::today).equals(lookedOn)) {
                    look();
                }
            } finally {
                turn.unlock();
            }
        } catch (RuntimeException failure) {
            report(failure);
        }
    }

    /** A store that takes no writes has no news: whoever writes it notices. */
    private void look() {
        LocalDate today = budget.read(BudgetView::today);
        long version = budget.version();
        try {
            budget.notice();
        } catch (LedgerException refusal) {
            if (refusal.reason() != Reason.READ_ONLY) {
                throw refusal;
            }
        }
        lookedOn = today;
        lookedAt = version;
        looked.signalAll();
    }

    /**
     * Whatever it is must not make a failure of a change that was made. It is tried again soon, so that only the first
     * of many failures is worth a line.
     */
    private void report(RuntimeException failure) {
        System.Logger.Level level = failing ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
        failing = true;
        LOG.log(level, "threshold events cannot be noticed now: {0}", failure.toString());
    }
}
