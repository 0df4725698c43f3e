package dev.payweek.rest.http;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.plan.Discoveries;
import dev.payweek.rest.json.Problem;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a ledger suggests, for callers of whom none shall wait long while it is looked through: where there is a thread
 * for that, a caller waits for it for a moment and has to come again after that. Safe for use by many threads.
 */
public final class Discovering {

    private static final System.Logger LOG = System.getLogger(Discovering.class.getName());

    /** With what else a request does, nobody waits for more than a tenth of a second. */
    private static final long MOMENT_MILLIS = 60;

    private final Budget budget;
    private volatile Optional<Executor> aside = Optional.empty();
    /** The last look that was begun aside; that of nothing until then. */
    private CompletableFuture<Void> look = CompletableFuture.completedFuture(null);

    Discovering(Budget budget) {
        this.budget = budget;
    }

    /**
     * Looks from now on by an executor of a thread of its own, and at once, so that who asks first finds code that has
     * run before, and a small ledger looked through.
     */
    public void lookBy(Executor thread) {
        thread.execute(Discovering::rehearse);
        aside = Optional.of(thread);
        lookAhead();
    }

    /** Looks through a ledger that is small before anybody asks, if there is a thread for that. */
    public void lookAhead() {
        aside.ifPresent(thread -> thread.execute(() -> {
            try {
                budget.read(BudgetView::quickProposals);
            } catch (RuntimeException fault) {
                LOG.log(System.Logger.Level.DEBUG, "nothing was discovered ahead; who asks hears why", fault);
            }
        }));
    }

    /**
     * Returns what the ledger suggests.
     *
     * @throws Problem with status 503 if it is not known yet and will be soon
     */
    Discoveries of(BudgetView view) {
        if (aside.isEmpty()) {
            return view.discover();
        }
        return view.discoverAtOnce()
                .or(() -> hasEnded(begun()) ? view.discoverAtOnce() : Optional.empty())
                .orElseThrow(() -> Problem.of(
                                503, "still_looking", "The entries are being looked through for pay and bills.")
                        .with("Retry-After", "1"));
    }

    /** Begins to look, unless somebody does, or did in vain and nobody has heard of it. */
    private synchronized CompletableFuture<Void> begun() {
        if (look.isDone() && !look.isCompletedExceptionally()) {
            look = CompletableFuture.runAsync(this::look, aside.orElseThrow());
        }
        return look;
    }

    private synchronized void heardOf(CompletableFuture<Void> failed) {
        if (look == failed) {
            look = CompletableFuture.completedFuture(null);
        }
    }

    private void look() {
        try {
            budget.read(BudgetView::discover);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "nothing can be discovered now: {0}", fault.toString());
            throw fault;
        }
    }

    private boolean hasEnded(CompletableFuture<Void> looking) {
        try {
            looking.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failed) {
            heardOf(looking);
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** The first look of a process takes ten times as long as those after it, through a handful of entries too. */
    private static void rehearse() {
        Budget sample = Budget.inMemory();
        sample.change(Budget.LOCAL, edit -> {
            for (int week = 1; week <= 12; week++) {
                Money rent = Money.ofMinor(90_000, edit.settings().currency());
                edit.add(EntryDraft.income(rent, "Employer").on(edit.today().minusWeeks(week)));
                edit.add(EntryDraft.expense(rent, "Landlord").on(edit.today().minusWeeks(week)));
            }
        });
        sample.read(BudgetView::discover);
    }
}
