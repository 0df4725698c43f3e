package dev.payweek.rest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer that goes on for as long as its reader listens, as server-sent events. A transport that can keep a
 * connection asks the source again and again; for one that cannot, {@link #writeTo} ends after what there is, and the
 * reader comes back with the last id it has seen.
 *
 * @param source where the news comes from
 * @param from what the reader has seen
 * @param isLost whether the reader named a place that this ledger has not come to, so that it must begin afresh
 */
public record NewsStream(Source source, StreamPlace from, boolean isLost) implements Response.Body {

    /** The media type of such an answer. */
    public static final String MEDIA_TYPE = "text/event-stream";

    private static final int MILLIS_UNTIL_BACK = 2_000;

    /** Where news comes from. Two of the same ledger are equal, so that it is asked once for all its readers. */
    public interface Source {
        /** Returns the place of somebody who has seen everything. */
        StreamPlace now();

        /** Returns the oldest news after a place, not all of it if it is much. */
        Portion after(StreamPlace place);
    }

    /**
     * A portion of the stream.
     *
     * @param news in order, perhaps none
     * @param end the place of somebody who has seen it
     */
    public record Portion(List<StreamedNews> news, StreamPlace end) {
        /** Creates a portion. */
        public Portion {
            news = List.copyOf(news);
        }
    }

    /** Returns whether a header {@code Accept} asks for such an answer; programs that would take JSON get the list. */
    public static boolean isWanted(String accept) {
        return accept.contains(MEDIA_TYPE) && !accept.contains(Content.JSON) && !accept.contains("*/*");
    }

    /** Returns how the stream begins: where its reader is, and that it should be back soon if it is cut off. */
    public byte[] opening() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("retry: " + MILLIS_UNTIL_BACK + "\n\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(StreamedNews.event(isLost ? "reset" : "start", from, "{\"version\":" + from.version() + "}"));
        return out.toByteArray();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(opening());
        StreamPlace place = from;
        for (Portion more = source.after(place); !more.news().isEmpty(); more = source.after(place)) {
            for (StreamedNews news : more.news()) {
                place = news.after(place);
                out.write(news.bytes(place));
            }
            place = more.end();
        }
    }
}
