package dev.payweek.http;

import dev.payweek.rest.http.NewsStream;
import dev.payweek.rest.http.NewsStream.Source;
import dev.payweek.rest.http.Shares;
import dev.payweek.rest.json.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

    /** One caller may have eight times as many as are still free. */
    private static final int EASE = 8;

    private final Map<Source, LiveChannel> channels = new HashMap<>();
    private final Shares readers = new Shares(MOST_READERS, EASE);
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
     * @param patience how long others may take
     */
    record Rhythm(Duration look, Duration heartbeat, Patience patience) {
        static final Rhythm USUAL = new Rhythm(Duration.ofMillis(250), Duration.ofSeconds(15), Patience.USUAL);

        /** Creates a rhythm with the usual patience. */
        Rhythm(Duration look, Duration heartbeat) {
            this(look, heartbeat, Patience.USUAL);
        }
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
     * Takes a place for a reader.
     *
     * @throws Problem with status 503 if there is none for that caller
     */
    void take(String caller) {
        if (closed || !readers.take(caller, 1)) {
            throw Problem.of(503, "busy", "Too many listen already.").with("Retry-After", "30");
        }
    }

    /** Gives back the place of a reader who never came. */
    void give(String caller) {
        readers.give(caller, 1);
    }

    /** Begins to send the stream to a reader for whom a place was taken, until the reader goes. */
    void open(NewsStream stream, String caller, LiveReader.Connection connection) {
        LiveReader reader = entered(stream, connection);
        var unusedCount = reader.ended().whenComplete((ended, failure) -> give(caller));
        if (closed) {
            reader.cutOff(new TimeoutException("the service ends"));
        } else {
            reader.iterate();
        }
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
        return (int) readers.used();
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
