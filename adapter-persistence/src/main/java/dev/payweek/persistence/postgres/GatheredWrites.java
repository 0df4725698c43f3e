package dev.payweek.persistence.postgres;

import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.ledger.KeptTables;
import dev.payweek.persistence.ledger.WriteCache;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.Deadline;
import dev.payweek.store.StoreFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The writes of one ledger by this process. They exclude each other in the database anyway, so whoever has the turn
 * makes all that wait in one transaction and with one commit: the commit is what takes long.
 *
 * <p>The work of a caller whose write fails is left out, and tried alone when the others have been made: what it fails
 * of may be what another one did that was rolled back with it. Safe for use by many threads.
 */
final class GatheredWrites {

    private static final int MOST_TOGETHER = 256;

    /** How long a transaction takes in others before it commits; or as long as its first work took. */
    static final Duration GATHERING = Duration.ofMillis(20);

    /** Failures that no single piece of work is to blame for, so that trying the others would be in vain. */
    private static final Set<Reason> OF_THE_STORE =
            EnumSet.of(Reason.STORE_UNAVAILABLE, Reason.STORE_FULL, Reason.STORE_UNUSABLE);

    private final Transactions transactions;
    private final KeptTables known;
    private final Duration gathering;
    private final Queue<Job<?>> waiting = new ConcurrentLinkedQueue<>();

    /** Given to those who wait for it in their order. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Runs work in a transaction and commits; runs it again from the start if the database asks for that. */
    @FunctionalInterface
    interface Transactions {
        void commit(Consumer<Session> work);
    }

    /** A piece of work that waits for its outcome. */
    private static final class Job<T> {

        private final BiFunction<Session, WriteCache, T> work;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private Runnable succeed = () -> {};

        Job(BiFunction<Session, WriteCache, T> work) {
            this.work = work;
        }

        void run(Session link, WriteCache recent) {
            T result = work.apply(link, recent);
            succeed = () -> outcome.complete(result);
        }
    }

    /** Changed by whoever has the turn. */
    private volatile StoreFigures figures = StoreFigures.NONE;

    GatheredWrites(Transactions transactions, KeptTables known, Duration gathering) {
        this.transactions = transactions;
        this.known = known;
        this.gathering = gathering;
    }

    /** Has the work run with whatever else waits and returns when its changes are lasting. */
    <T> T write(BiFunction<Session, WriteCache, T> work) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("A write cannot wait for others inside itself.");
        }
        Job<T> job = new Job<>(work);
        waiting.add(job);
        takeTurn(job);
        try {
            // What is not done yet waits still, perhaps behind more than are made together.
            while (!job.outcome.isDone()) {
                List<Job<?>> alone = new ArrayList<>();
                commit(group(waiting.remove()), alone);
                alone.forEach(one -> commit(group(one), new ArrayList<>()));
            }
        } finally {
            turn.unlock();
        }
        return result(job);
    }

    /** Returns how many commits were made, and how many writes by them. */
    StoreFigures figures() {
        return figures;
    }

    /** Waits for the turn, but no longer than the caller has time; a job that nobody has begun then never is. */
    private void takeTurn(Job<?> job) {
        Optional<Duration> left = Deadline.left();
        try {
            if (left.isEmpty()) {
                turn.lock();
            } else if (!turn.tryLock(Math.max(0, left.get().toNanos()), TimeUnit.NANOSECONDS)) {
                boolean begun = !waiting.remove(job);
                throw new LedgerException(
                        Reason.STORE_UNAVAILABLE,
                        begun
                                ? "There was not enough time to see whether the write is kept. Repeat it with the same"
                                        + " idempotency key."
                                : "There was not enough time for this; nothing was written.",
                        List.of());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiting.remove(job);
            throw new LedgerException(Reason.STORE_UNAVAILABLE, "The write was interrupted.", e);
        }
    }

    /** Commits the jobs together, with those that come meanwhile; those that fail are put aside. */
    private void commit(List<Job<?>> group, List<Job<?>> alone) {
        var attempt = new Attempt(group);
        try {
            transactions.commit(attempt::run);
            figures = new StoreFigures(figures.commits() + 1, figures.writes() + group.size());
            group.forEach(job -> job.succeed.run());
        } catch (RuntimeException | Error failure) {
            boolean ofTheStore = failure instanceof LedgerException known && OF_THE_STORE.contains(known.reason());
            if (attempt.isWhole() || ofTheStore || group.size() == 1) {
                group.forEach(job -> job.outcome.completeExceptionally(failure));
                return;
            }
            alone.add(group.remove(attempt.reached));
            commit(group, alone);
        }
    }

    private static List<Job<?>> group(Job<?> first) {
        List<Job<?>> group = new ArrayList<>();
        group.add(first);
        return group;
    }

    /** One transaction with several jobs, perhaps begun more than once. */
    private final class Attempt {

        private final List<Job<?>> group;
        private int reached;

        Attempt(List<Job<?>> group) {
            this.group = group;
        }

        /** Returns whether all was done but the commit, so that nobody may try again what it may have kept. */
        boolean isWhole() {
            return reached == group.size();
        }

        void run(Session link) {
            reached = 0;
            WriteCache recent = WriteCache.ofWriter(known);
            long begin = System.nanoTime();
            group.get(0).run(link, recent);
            reached++;
            // The first waits for other services that write; whoever has come meanwhile need not wait for them again.
            long now = System.nanoTime();
            long end = now + Math.max(gathering.toNanos(), now - begin);
            while (reached < group.size() || gather(end)) {
                group.get(reached).run(link, recent);
                reached++;
            }
        }

        /** Adds the next one that waits, if there is one and it is not too late for it. */
        private boolean gather(long end) {
            Job<?> next = group.size() < MOST_TOGETHER && System.nanoTime() - end < 0 ? waiting.poll() : null;
            return next != null && group.add(next);
        }
    }

    private static <T> T result(Job<T> job) {
        try {
            return job.outcome.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
