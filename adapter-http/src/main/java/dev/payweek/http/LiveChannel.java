package dev.payweek.http;

import dev.payweek.rest.http.NewsStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Those who listen to the news of one ledger. Safe for use by many threads. */
final class LiveChannel {

    private final RecentNews news;
    private final Set<LiveReader> readers = ConcurrentHashMap.newKeySet();

    /** Begins where the first reader does. */
    LiveChannel(NewsStream first, Executor late) {
        this.news = new RecentNews(first.source(), first.from(), late);
    }

    /** Adds a reader, who leaves when the stream has ended. */
    LiveReader add(NewsStream stream, LiveReader.Connection connection) {
        var reader = new LiveReader(stream, news, connection);
        readers.add(reader);
        var unusedLeaving = reader.ended().whenComplete((ended, failure) -> readers.remove(reader));
        return reader;
    }

    boolean isEmpty() {
        return readers.isEmpty();
    }

    /** Finds what is new and sends it off. */
    void look() {
        while (news.look()) {
            readers.forEach(LiveReader::iterate);
        }
    }

    void beat() {
        readers.forEach(LiveReader::beat);
    }

    void end() {
        readers.forEach(LiveReader::end);
    }
}
