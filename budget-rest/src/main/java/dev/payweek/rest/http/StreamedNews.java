package dev.payweek.rest.http;

import java.nio.charset.StandardCharsets;

/**
 * A piece of news on its way to many readers: a change of the ledger, or a threshold event.
 *
 * @param kind which of them
 * @param number the version that the change made, or the event's id
 * @param json what it says
 */
public record StreamedNews(Kind kind, long number, String json) {

    /** What there is news of; in lower case, the event's name in the stream. */
    public enum Kind {
        /** The ledger was changed. */
        CHANGE,
        /** A threshold event was noticed. */
        THRESHOLD
    }

    /** Returns whether somebody at a place has not seen it. */
    public boolean isNewAt(StreamPlace place) {
        return number > (kind == Kind.CHANGE ? place.version() : place.event());
    }

    /** Returns the place of somebody who was at another and has seen this too. */
    public StreamPlace after(StreamPlace place) {
        return kind == Kind.CHANGE ? new StreamPlace(number, place.event()) : new StreamPlace(place.version(), number);
    }

    /** Returns what a reader gets who is at a place then. */
    public byte[] bytes(StreamPlace then) {
        return event(kind == Kind.CHANGE ? "change" : "threshold", then, json);
    }

    /** Returns an event as the stream carries it; JSON has no line ends, so one line holds it. */
    static byte[] event(String name, StreamPlace place, String json) {
        return ("event: " + name + "\nid: " + place + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
