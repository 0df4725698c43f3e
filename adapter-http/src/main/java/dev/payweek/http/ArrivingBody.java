package dev.payweek.http;

import dev.payweek.rest.http.Dispatcher;
import dev.payweek.rest.http.Spool;
import dev.payweek.rest.http.SpoolBudget;
import dev.payweek.rest.json.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** The body of one request, on its way. It holds a thread only while a piece of it is put away. */
final class ArrivingBody implements Runnable {

    /** The body of a request, as an attribute of it. */
    static final String ARRIVED = ArrivingBody.class.getName();

    /** What is as short as this stays in memory. */
    private static final int MOST_IN_MEMORY = 16 * 1024;

    /** How long a body may take whatever its length, and how much of it must come in each second beyond that. */
    private static final int SECONDS_FOR_ANY = 30;

    private static final int BYTES_PER_SECOND = 16 * 1024;
    private static final int SECONDS_TO_DISCARD = 5;
    private static final int TOO_LATE = 408;

    private final Request request;
    private final ServerExchange exchange;
    private final Callback callback;
    private final Next next;
    private final long begin = System.nanoTime();
    private Spool spool = new Spool(SpoolBudget.UNLIMITED, 0);
    private long most;
    private final AtomicLong arrived = new AtomicLong();
    private volatile boolean over;
    private volatile boolean discarding;
    private Scheduler.Task alarm = () -> true;

    /** Takes the request when its body has arrived. */
    interface Next {
        void handle(Request request, Response response, Callback callback);
    }

    ArrivingBody(Request request, ServerExchange exchange, Callback callback, Next next) {
        this.request = request;
        this.exchange = exchange;
        this.callback = callback;
        this.next = next;
    }

    /** Takes in the body and hands the request on, or refuses it if the body is longer than that. */
    void collect(SpoolBudget.Part budget, long mostBytes) {
        most = mostBytes;
        spool = new Spool(budget, MOST_IN_MEMORY);
        alarm = schedule(this::judgePace, SECONDS_FOR_ANY);
        run();
    }

    private Scheduler.Task schedule(Runnable work, long seconds) {
        return request.getConnectionMetaData().getConnector().getScheduler().schedule(work, seconds, TimeUnit.SECONDS);
    }

    /** A body that never ends must end: one that comes too slowly is cut off. */
    private void judgePace() {
        if (over) {
            return;
        }
        long due = SECONDS_FOR_ANY + arrived.get() / BYTES_PER_SECOND;
        long taken = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
        if (taken >= due) {
            cut(new TimeoutException("the body takes too long"));
        } else {
            alarm = schedule(this::judgePace, due - taken);
        }
    }

    /** Whoever waits for the rest of it learns of it as of a connection that broke. */
    private void cut(Throwable reason) {
        request.getConnectionMetaData().getConnection().getEndPoint().close(reason);
    }

    @Override
    public void run() {
        try {
            while (!over) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    broken(chunk.getFailure());
                    return;
                }
                boolean last = chunk.isLast();
                try {
                    if (!take(chunk.getByteBuffer())) {
                        return;
                    }
                } finally {
                    chunk.release();
                }
                if (last) {
                    arrived();
                }
            }
        } catch (IOException | RuntimeException failure) {
            broken(failure);
        }
    }

    /** Returns whether to go on; not if the request was refused, which goes on by itself. */
    private boolean take(ByteBuffer piece) throws IOException {
        int count = piece.remaining();
        long soFar = arrived.addAndGet(count);
        if (discarding) {
            return true;
        }
        if (soFar > most) {
            refuse(Dispatcher.tooLarge(most));
            return false;
        }
        try {
            byte[] bytes = new byte[count];
            piece.get(bytes);
            spool.write(bytes, 0, count);
            return true;
        } catch (Spool.Full full) {
            refuse(full.problem());
            return false;
        }
    }

    private void arrived() {
        end();
        if (discarding) {
            callback.succeeded();
            return;
        }
        request.setAttribute(ARRIVED, spool);
        next.handle(request, exchange.answer(), Callback.from(callback, this::release));
    }

    private void broken(Throwable failure) {
        end();
        release();
        if (discarding) {
            callback.succeeded();
        } else if (failure instanceof TimeoutException) {
            Response.writeError(request, exchange.answer(), callback, TOO_LATE);
        } else if (failure instanceof HttpException) {
            Response.writeError(request, exchange.answer(), callback, failure);
        } else {
            callback.failed(failure);
        }
    }

    private void end() {
        over = true;
        alarm.cancel();
    }

    private void release() {
        try {
            spool.close();
        } catch (IOException failure) {
            System.getLogger(ArrivingBody.class.getName())
                    .log(System.Logger.Level.WARNING, "a file of a body cannot be closed: {0}", failure.toString());
        }
    }

    void refuse(Problem problem) {
        refuse(dev.payweek.rest.http.Response.problem(problem, exchange.id()));
    }

    /**
     * Answers before the body has arrived. Who sends it all the same reads the answer only if what they send is taken
     * in for a while; after that the connection ends.
     */
    void refuse(dev.payweek.rest.http.Response refusal) {
        discarding = true;
        release();
        alarm.cancel();
        alarm = schedule(() -> cut(new TimeoutException("a refused body goes on")), SECONDS_TO_DISCARD);
        boolean waits = request.getHeaders().contains("Expect");
        exchange.write(
                refusal.with("Connection", "close"), Callback.from(waits ? this::endAtOnce : this::goOn, this::broken));
    }

    private void endAtOnce() {
        end();
        callback.succeeded();
    }

    private void goOn() {
        if (request.getConnectionMetaData().getConnection().getEndPoint().isOpen()) {
            run();
        }
    }
}
