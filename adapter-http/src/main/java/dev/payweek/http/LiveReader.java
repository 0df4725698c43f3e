package dev.payweek.http;

import dev.payweek.http.RecentNews.Parcel;
import dev.payweek.rest.http.NewsStream;
import dev.payweek.rest.http.StreamPlace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * One who listens. Of what is on its way there is one parcel at a time, and where the reader is then is all that is
 * known of what comes after; so one that is slow holds no thread and no more than that.
 */
final class LiveReader extends IteratingCallback {

    private static final byte[] HEARTBEAT = RecentNews.chunk(":\n\n".getBytes(StandardCharsets.US_ASCII));
    private static final byte[] NOTHING = {};
    private static final int MOST_MISSED = 2;

    private final RecentNews recent;
    private final Connection connection;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private StreamPlace place;
    private Optional<Parcel> caughtUp = Optional.empty();
    private byte[] opening;
    private boolean waiting;
    private boolean ending;
    private boolean beatDue;
    private boolean sending;
    private int missed;

    /** What leads to a reader. */
    interface Connection {
        /** Sends the bytes without waiting for that. */
        void write(ByteBuffer bytes, Callback callback);

        /** Cuts the connection. */
        void cut(Throwable reason);

        /** Ends the answer where it stands. */
        void end();
    }

    LiveReader(NewsStream stream, RecentNews recent, Connection connection) {
        this.recent = recent;
        this.connection = connection;
        this.place = stream.from();
        this.opening = RecentNews.chunk(stream.opening());
    }

    /** Nothing that it does after a piece was taken waits for anything. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Completes when nobody listens any more. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    protected Action process() {
        byte[] bytes = next();
        if (bytes.length == 0) {
            return isEnding() ? Action.SUCCEEDED : Action.IDLE;
        }
        connection.write(ByteBuffer.wrap(bytes), this);
        return Action.SCHEDULED;
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    /** Returns what goes to the reader now. A heartbeat is needed only when there is nothing else. */
    private synchronized byte[] next() {
        // Whatever was on its way has arrived.
        missed = 0;
        byte[] bytes = opening.length > 0 ? opening : rest();
        opening = NOTHING;
        sending = bytes.length > 0;
        return bytes;
    }

    private byte[] rest() {
        byte[] news = ending || waiting ? NOTHING : news();
        boolean beat = beatDue && !ending && news.length == 0;
        beatDue = false;
        return beat ? HEARTBEAT : news;
    }

    private byte[] news() {
        boolean moved = true;
        byte[] bytes = NOTHING;
        while (moved && bytes.length == 0) {
            Optional<Parcel> parcel = caughtUp.or(() -> recent.next(place));
            caughtUp = Optional.empty();
            if (parcel.isEmpty()) {
                waiting = true;
                recent.catchUp(place, this::take);
                return bytes;
            }
            bytes = parcel.get().bytes();
            moved = !parcel.get().to().equals(place);
            place = parcel.get().to();
        }
        return bytes;
    }

    /** Takes what was read for it. If it could not be, the reader comes back in a moment and asks again. */
    private void take(Optional<Parcel> parcel, Optional<RuntimeException> failure) {
        synchronized (this) {
            waiting = false;
            caughtUp = parcel;
        }
        failure.ifPresentOrElse(this::cutOff, this::iterate);
    }

    /** Shows the reader that all is well. One that has not even taken the last of it is given up. */
    void beat() {
        boolean lost;
        synchronized (this) {
            beatDue = true;
            missed++;
            lost = missed > MOST_MISSED;
        }
        if (lost) {
            cutOff(new TimeoutException("the reader takes nothing"));
        } else {
            iterate();
        }
    }

    /** Ends the stream where it stands; who has not taken what is on its way is cut off. */
    void end() {
        boolean idle;
        synchronized (this) {
            ending = true;
            idle = !sending;
        }
        if (idle) {
            iterate();
        } else {
            cutOff(new TimeoutException("the service ends"));
        }
    }

    /** Ends the stream so that the reader notices it and comes back. */
    void cutOff(Throwable reason) {
        abort(reason);
        leave();
        connection.cut(reason);
    }

    private void leave() {
        ended.complete(null);
    }

    @Override
    protected void onCompleteSuccess() {
        leave();
        connection.end();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        leave();
        connection.cut(cause);
    }
}
