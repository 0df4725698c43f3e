package dev.payweek.rest.http;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Answers that are kept as the bytes they were sent as, for as long as they hold: until the ledger's version or its day
 * changes, whoever writes. Asked for by many at once, an answer is made once.
 *
 * <p>Safe for use by many threads. Each request asks the store for the version, so that a change made elsewhere counts
 * as soon as it is acknowledged; the day follows from the clock and the zone that the ledger had in that version.
 */
final class KeptAnswers {

    private static final int MOST_ANSWERS = 200;
    private static final long MOST_BYTES = 4_000_000;

    private final Budget budget;
    private volatile Moment last = new Moment(-1, LocalDate.MIN, Settled.NOWHERE);

    /**
     * Everything that an answer depends on but the ledger and the day.
     *
     * @param who asks
     * @param path as it was sent
     * @param query as it was read
     */
    record Question(String who, String path, Map<String, String> query) {

        // By hand, as for each record that a start compares: one that the VM makes costs a new process
        // some 50 ms.
        @Override
        public boolean equals(Object other) {
            return other instanceof Question question
                    && question.who.equals(who)
                    && question.path.equals(path)
                    && question.query.equals(query);
        }

        @Override
        public int hashCode() {
            return 31 * path.hashCode() + query.hashCode();
        }

        int length() {
            return who.length() + path.length() + query.toString().length();
        }
    }

    /** An answer as it was made, and whether the ledger was then as it was when it was asked for. */
    private record Answered(Response answer, boolean holds) {}

    /** What of the settings is needed without a look at the ledger. */
    private record Settled(ZoneId zone, Currency currency) {
        static final Settled NOWHERE = new Settled(ZoneId.of("UTC"), Currency.getInstance("XTS"));
    }

    /** A version of the ledger and a day of it, with the answers made of them. */
    final class Moment {

        private final long version;
        private final LocalDate day;
        private final Settled settled;
        private final String tag;
        private final Map<Question, CompletableFuture<Response>> answers = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();

        private Moment(long version, LocalDate day, Settled settled) {
            this.version = version;
            this.day = day;
            this.settled = settled;
            this.tag = Conditional.ledgerVersion(version, day);
        }

        private boolean isNow(long versionNow) {
            return version == versionNow
                    && day.equals(LocalDate.ofInstant(budget.clock().instant(), settled.zone()));
        }

        private boolean isOf(BudgetView view) {
            return version == view.version() && day.equals(view.today());
        }

        /** Returns version and day as a tag names them. */
        String tag() {
            return tag;
        }

        /** Returns the currency of every amount in the ledger. */
        Currency currency() {
            return settled.currency();
        }

        /** Returns the answer, which the questions give unless it is kept; whatever they throw is thrown to each. */
        Response answer(Question question, Function<? super BudgetView, Response> questions) {
            CompletableFuture<Response> known = answers.get(question);
            if (known != null) {
                return result(known);
            }
            var mine = new CompletableFuture<Response>();
            CompletableFuture<Response> theirs = answers.putIfAbsent(question, mine);
            return theirs == null ? make(question, questions, mine) : result(theirs);
        }

        private Response make(
                Question question,
                Function<? super BudgetView, Response> questions,
                CompletableFuture<Response> promise) {
            boolean keep = false;
            try {
                Answered made = budget.read(view -> new Answered(KeptAnswers.make(view, questions), isOf(view)));
                keep = made.holds() && hasRoomFor(question, made.answer());
                promise.complete(made.answer());
                return made.answer();
            } catch (RuntimeException | Error failure) {
                promise.completeExceptionally(failure);
                throw failure;
            } finally {
                if (!keep) {
                    answers.remove(question, promise);
                }
            }
        }

        /** When there is no room, all are dropped: those that are asked for often are soon back. */
        private boolean hasRoomFor(Question question, Response made) {
            long size = length(made) + 2L * question.length();
            if (size > MOST_BYTES / 4) {
                return false;
            }
            if (bytes.addAndGet(size) > MOST_BYTES || answers.size() > MOST_ANSWERS) {
                bytes.set(0);
                answers.clear();
                return false;
            }
            return true;
        }
    }

    KeptAnswers(Budget budget) {
        this.budget = budget;
    }

    /** Returns the moment it is. */
    Moment now() {
        Moment known = last;
        return known.isNow(budget.version()) ? known : budget.read(this::of);
    }

    /** Returns the moment of a view: the same one to all who find at once that the last has passed. */
    private synchronized Moment of(BudgetView view) {
        Moment known = last;
        if (known.isOf(view)) {
            return known;
        }
        var settings = view.settings();
        Moment next = new Moment(view.version(), view.today(), new Settled(settings.zone(), settings.currency()));
        last = next;
        return next;
    }

    private static Response make(BudgetView view, Function<? super BudgetView, Response> questions) {
        String tag = Conditional.ledgerVersion(view.version(), view.today());
        return questions.apply(view).with("ETag", Conditional.quoted(tag));
    }

    private static long length(Response response) {
        return Long.parseLong(response.headers().getOrDefault("Content-Length", "0"));
    }

    /** Waits for whoever makes it. */
    private static Response result(CompletableFuture<Response> promise) {
        try {
            return promise.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
