package dev.payweek.http;

import dev.payweek.rest.http.Spool;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * A long answer on its way to its reader, from a file: a reader who is slow holds no thread, and nothing of the store,
 * since the answer is made by then. Who would take for ever is cut off.
 */
final class Sending extends IteratingCallback {

    private static final int MOST_AT_ONCE = 16 * 1024;
    /** How long an answer may take whatever its length, and how much must be taken in each second beyond that. */
    private static final int SECONDS_FOR_ANY = 60;

    private static final int BYTES_PER_SECOND = 8 * 1024;

    private final long length;
    private final InputStream bytes;
    private final Closeable source;
    private final Connection connection;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final long begin = System.nanoTime();
    private long sent;

    /** What leads to a reader. */
    interface Connection {
        /** Sends the bytes without waiting for that. */
        void write(ByteBuffer bytes, Callback callback);

        /** Cuts the connection. */
        void cut(Throwable reason);
    }

    /** Creates one of an answer that is for this reader alone. */
    Sending(Spool spool, Connection connection) {
        this(spool.length(), spool.open(), spool, connection);
    }

    /** Creates one of an answer that others may read too. */
    Sending(LongAnswers.Reading reading, Connection connection) {
        this(reading.length(), reading.open(), reading, connection);
    }

    private Sending(long length, InputStream bytes, Closeable source, Connection connection) {
        this.length = length;
        this.bytes = bytes;
        this.source = source;
        this.connection = connection;
    }

    /** Completes when the reader has it all, or has gone. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    protected Action process() throws IOException, TimeoutException {
        long due = SECONDS_FOR_ANY + sent / BYTES_PER_SECOND;
        if (TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) > due) {
            throw new TimeoutException("the reader takes too long");
        }
        // A piece for each, not a buffer: it is held only while it is on its way.
        byte[] piece = bytes.readNBytes((int) Math.min(MOST_AT_ONCE, length - sent));
        if (piece.length == 0) {
            return Action.SUCCEEDED;
        }
        sent += piece.length;
        connection.write(ByteBuffer.wrap(piece), this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        end();
    }

    /** What is not whole must not end like a whole answer. */
    @Override
    protected void onCompleteFailure(Throwable cause) {
        connection.cut(cause);
        end();
    }

    private void end() {
        try {
            source.close();
        } catch (IOException failure) {
            System.getLogger(Sending.class.getName())
                    .log(System.Logger.Level.WARNING, "a file of an answer cannot be closed: {0}", failure.toString());
        }
        ended.complete(null);
    }
}
