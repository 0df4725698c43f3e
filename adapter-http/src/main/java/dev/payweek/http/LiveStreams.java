package dev.payweek.http;

import dev.payweek.rest.http.NewsStream;
import dev.payweek.rest.http.NewsStream.Source;
import dev.payweek.rest.json.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The readers of streams of news. However many there are, one thread looks what is new and another reads for those who
 * have something to catch up with; what is on its way to a reader holds no thread.
 *
 * <p>The store is asked four times a second, but only while somebody listens, so that a change arrives within a second
 * whichever process made it.
 */
final class LiveStreams implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LiveStreams.class.getName());

    private static final int MOST_READERS = 12_000;

    private final Map<Source, LiveChannel> channels = new HashMap<>();
    private final AtomicInteger readers = new AtomicInteger();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, ""));
    private final ScheduledExecutorService late =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "-catch-up"));
    private volatile boolean failing;
    private volatile boolean closed;

    /**
     * How often something is done.
     *
     * @param look for news
     * @param heartbeat shows a reader that the stream lives, and the service that the reader does
     */
    record Rhythm(Duration look, Duration heartbeat) {
        static final Rhythm USUAL = new Rhythm(Duration.ofMillis(250), Duration.ofSeconds(15));
    }

    LiveStreams(Rhythm rhythm) {
        long look = rhythm.look().toMillis();
        long beat = rhythm.heartbeat().toMillis();
        var unusedLook = thread.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
        var unusedBeat = thread.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        var daemon = new Thread(work, "live" + name);
        daemon.setDaemon(true);
        return daemon;
    }

    /**
     * Begins to send the stream to a reader; what is returned completes when the reader has gone.
     *
     * @throws Problem with status 503 if there are too many
     */
    CompletableFuture<?> open(NewsStream stream, LiveReader.Connection connection) {
        if (readers.incrementAndGet() > MOST_READERS || closed) {
            readers.decrementAndGet();
            throw Problem.of(503, "busy", "Too many listen already.").with("Retry-After", "30");
        }
        LiveReader reader = entered(stream, connection);
        var unusedCount = reader.ended().whenComplete((ended, failure) -> readers.decrementAndGet());
        reader.iterate();
        return reader.ended();
    }

    private LiveReader entered(NewsStream stream, LiveReader.Connection connection) {
        synchronized (channels) {
            return channels.computeIfAbsent(stream.source(), source -> new LiveChannel(stream, late))
                    .add(stream, connection);
        }
    }

    /** Returns the channels that somebody listens to. */
    private List<LiveChannel> inUse() {
        synchronized (channels) {
            channels.values().removeIf(LiveChannel::isEmpty);
            return List.copyOf(channels.values());
        }
    }

    private void look() {
        try {
            inUse().forEach(LiveChannel::look);
            failing = false;
        } catch (RuntimeException failure) {
            System.Logger.Level level = failing ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
            failing = true;
            LOG.log(level, "readers of news get none now: {0}", failure.toString());
        }
    }

    private void beat() {
        inUse().forEach(LiveChannel::beat);
    }

    /** Returns how many listen. */
    int count() {
        return readers.get();
    }

    /** Ends all streams; their readers come back to whoever serves then. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        late.shutdown();
        inUse().forEach(LiveChannel::end);
    }
}
