package dev.payweek.http;

import dev.payweek.rest.http.NewsStream.Portion;
import dev.payweek.rest.http.NewsStream.Source;
import dev.payweek.rest.http.StreamPlace;
import dev.payweek.rest.http.StreamedNews;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;

/**
 * The news of one ledger for those who listen to it. The latest is kept for all; who is further behind has it read from
 * the store, one after the other, so that a thousand who come back at once do not take its connections. Safe for use by
 * many threads, of which one looks.
 */
final class RecentNews {

    private static final int MOST_KEPT = 256;
    /** What is on its way to one reader; so much may be held for each that does not take it. */
    private static final int MOST_BYTES = 4_096;

    private final Source source;
    private final Executor late;

    /** Everything between the places, in the order it was found. */
    private final Deque<StreamedNews> recent = new ArrayDeque<>();

    private StreamPlace since;
    private StreamPlace until;
    /** Most readers are at the same place, so what one gets is mostly what all get. */
    private Parcel last;

    /** What was read from the store last, which those who come back together all want. */
    private StreamPlace readAt;

    private Portion read;

    /**
     * Bytes for a reader.
     *
     * @param from where the reader is
     * @param bytes as a chunk, or none if there is nothing for it
     * @param to where it is then
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it or changes the bytes.
    record Parcel(StreamPlace from, byte[] bytes, StreamPlace to) {}

    /** Begins with the news after a place. */
    RecentNews(Source source, StreamPlace place, Executor late) {
        this.source = source;
        this.late = late;
        this.since = place;
        this.until = since;
        this.last = new Parcel(since, new byte[0], since);
        this.readAt = since;
        this.read = new Portion(List.of(), since);
    }

    /** Looks what is new, a piece of it, and returns whether anything was. */
    boolean look() {
        return keep(source.after(until()));
    }

    private synchronized StreamPlace until() {
        return until;
    }

    /** Returns whether there was anything in it. */
    private synchronized boolean keep(Portion portion) {
        recent.addAll(portion.news());
        until = until.orLater(portion.end());
        while (recent.size() > MOST_KEPT) {
            since = recent.remove().after(since);
        }
        return !portion.news().isEmpty();
    }

    /** Returns what a reader gets next; nothing if it must wait until {@link #catchUp} has read it. */
    synchronized Optional<Parcel> next(StreamPlace place) {
        if (!since.isUpTo(place)) {
            return Optional.empty();
        }
        if (!last.from().equals(place) || last.bytes().length == 0) {
            last = parcel(place, recent, until);
        }
        return Optional.of(last);
    }

    /** Packs what is new at a place, until the parcel is full. */
    private static Parcel parcel(StreamPlace from, Iterable<StreamedNews> all, StreamPlace end) {
        var bytes = new ByteArrayOutputStream();
        StreamPlace place = from;
        for (StreamedNews news : all) {
            if (news.isNewAt(place)) {
                if (bytes.size() > MOST_BYTES) {
                    return new Parcel(from, chunk(bytes.toByteArray()), place);
                }
                place = news.after(place);
                bytes.writeBytes(news.bytes(place));
            }
        }
        // A chunk of nothing would be the end.
        byte[] chunk = bytes.size() == 0 ? new byte[0] : chunk(bytes.toByteArray());
        return new Parcel(from, chunk, place.orLater(end));
    }

    /** Returns bytes as a chunk of an answer in HTTP. */
    static byte[] chunk(byte[] bytes) {
        byte[] head = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + bytes.length + 2)
                .put(head)
                .put(bytes)
                .put((byte) '\r')
                .put((byte) '\n')
                .array();
    }

    /** Reads in its turn what somebody at a place has missed, and gives them that, or why it could not be read. */
    void catchUp(StreamPlace place, BiConsumer<Optional<Parcel>, Optional<RuntimeException>> reader) {
        try {
            late.execute(() -> {
                try {
                    reader.accept(Optional.of(parcel(place, readAfter(place))), Optional.empty());
                } catch (RuntimeException failure) {
                    reader.accept(Optional.empty(), Optional.of(failure));
                }
            });
        } catch (RejectedExecutionException closing) {
            reader.accept(Optional.empty(), Optional.of(closing));
        }
    }

    private static Parcel parcel(StreamPlace place, Portion portion) {
        return parcel(place, portion.news(), portion.end());
    }

    /** Only the one thread that reads for those who are late comes here. */
    private Portion readAfter(StreamPlace place) {
        if (!readAt.equals(place) || read.news().isEmpty()) {
            read = source.after(place);
            readAt = place;
        }
        return read;
    }
}
