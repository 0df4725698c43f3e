package dev.payweek.http;

import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Shares;
import dev.payweek.rest.http.Spool;
import dev.payweek.rest.http.SpoolBudget;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Long answers on their way to their readers. What many ask for at once is made once and lies in one file, until the
 * last of them has it or has gone. A few are made at a time, and who waits for one holds no thread.
 *
 * <p>Safe for use by many threads.
 */
final class LongAnswers implements AutoCloseable {

    /** Less than a servlet's output gathers, so that what is as short goes without waiting for the reader. */
    static final int SHORT_BYTES = 30_000;

    private static final int MOST_AT_ONCE = 2_000;
    private static final long MOST_BYTES = 4_000_000_000L;
    /** With more, those who are answered at once would find no processor. */
    private static final int MADE_AT_ONCE = 2;

    private final SpoolBudget budget = new SpoolBudget(Long.MAX_VALUE / 4, MOST_BYTES, MOST_AT_ONCE);
    private final Shares readers = new Shares(MOST_AT_ONCE, 1);
    private final Map<Object, Answer> answers = new HashMap<>();
    private final ExecutorService makers = Executors.newFixedThreadPool(MADE_AT_ONCE, LongAnswers::daemon);

    /** An answer that is being made, or is being read. */
    private static final class Answer {
        private final Object name;
        private final String maker;
        private final Spool spool;
        private final CompletableFuture<Spool> made = new CompletableFuture<>();
        private int readers;

        Answer(Object name, String maker, SpoolBudget budget) {
            this.name = name;
            this.maker = maker;
            this.spool = new Spool(budget.of(maker), SHORT_BYTES);
        }
    }

    /** One reader's part in an answer, until closed. */
    final class Reading implements Closeable {

        private final Answer answer;
        private final String reader;
        private boolean closed;

        private Reading(Answer answer, String reader) {
            this.answer = answer;
            this.reader = reader;
        }

        /** Returns how many bytes the answer has. */
        long length() {
            return answer.spool.length();
        }

        /** Returns the answer from its beginning. */
        InputStream open() {
            return answer.spool.open();
        }

        @Override
        public void close() throws IOException {
            synchronized (LongAnswers.this) {
                if (closed) {
                    return;
                }
                closed = true;
                readers.give(reader, 1);
                answer.readers--;
                if (answer.readers > 0) {
                    return;
                }
                answers.remove(answer.name, answer);
            }
            answer.spool.close();
        }
    }

    /** Returns whether an answer is known to be short. */
    static boolean isShort(Response response) {
        String length = response.headers().getOrDefault("Content-Length", "");
        return !length.isEmpty() && Long.parseLong(length) <= SHORT_BYTES;
    }

    /** Returns what a caller may have of an answer that is for nobody else. */
    SpoolBudget.Part of(String caller) {
        return budget.of(caller);
    }

    /**
     * Lets somebody read an answer when it is made, by whomever. Fails with what its body throws.
     *
     * @param name of the body
     * @param reader a numerical address
     */
    CompletableFuture<Reading> read(Object name, Response.Body body, String reader) {
        if (!readers.take(reader, 1)) {
            return CompletableFuture.failedFuture(new Spool.Full());
        }
        Answer answer;
        synchronized (this) {
            answer = answers.computeIfAbsent(name, unmade -> new Answer(unmade, reader, budget));
            answer.readers++;
            if (answer.readers == 1) {
                makers.execute(() -> make(answer, body));
            }
        }
        var reading = new Reading(answer, reader);
        return answer.made.thenApply(spool -> reading).exceptionallyCompose(failure -> {
            close(reading);
            // Whoever was first may have no more room though this one has.
            return Spool.Full.in(failure).isPresent() && !answer.maker.equals(reader)
                    ? read(name, body, reader)
                    : CompletableFuture.failedFuture(cause(failure));
        });
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private void make(Answer answer, Response.Body body) {
        try {
            body.writeTo(answer.spool);
            answer.made.complete(answer.spool);
        } catch (IOException | RuntimeException | Error failure) {
            // Whoever asks from now on does not wait for what has failed.
            synchronized (this) {
                answers.remove(answer.name, answer);
            }
            answer.made.completeExceptionally(failure);
        }
    }

    private static void close(Reading reading) {
        try {
            reading.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns how many answers are made or read, each by any number. */
    synchronized int count() {
        return answers.size();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "answers");
        thread.setDaemon(true);
        return thread;
    }

    /** What is being made is made to its end. */
    @Override
    public void close() {
        makers.shutdown();
    }
}
