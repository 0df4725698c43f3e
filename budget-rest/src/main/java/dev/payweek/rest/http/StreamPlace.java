package dev.payweek.rest.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a reader of the stream of news has come: it has seen all changes up to a version and all threshold events up
 * to an id. In text {@code 17.4}, which a reader sends back as Last-Event-ID.
 *
 * <p>Each counts for itself, since an event is noticed a moment after the change that it comes from: so a place says
 * what is still to be sent, whatever order others got it in.
 *
 * @param version of the ledger
 * @param event the id of the last threshold event
 */
public record StreamPlace(long version, long event) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

    /** Returns the place that a text names, if it names one. */
    public static Optional<StreamPlace> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new StreamPlace(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** Returns whether all that was seen here was seen at another place too. */
    public boolean isUpTo(StreamPlace other) {
        return version <= other.version && event <= other.event;
    }

    /** Returns the place of somebody who has seen what was seen here and what was seen there. */
    public StreamPlace orLater(StreamPlace other) {
        return new StreamPlace(Math.max(version, other.version), Math.max(event, other.event));
    }

    @Override
    public String toString() {
        return version + "." + event;
    }
}
