package dev.payweek.rest.endpoint;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.rest.http.NewsStream;
import dev.payweek.rest.http.StreamPlace;
import dev.payweek.rest.http.StreamedNews;
import dev.payweek.rest.json.Json;
import dev.payweek.rest.json.Schema;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kinds;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to one ledger, whichever process does it: what is read is what is stored. Safe for use by many threads.
 */
record LedgerNews(Budget budget) implements NewsStream.Source {

    private static final int MOST_IDS = 100;

    /** A change may be that of thousands of entries, which are read to say what it is. */
    private static final int MOST_AT_ONCE = 8;

    /**
     * What a change touched, without what it says: the reader asks for that, if it is of interest.
     *
     * @param kinds of things, as in the record of changes
     * @param ids of entries, the first hundred
     * @param more whether there are more of them
     */
    @Schema("ChangeNews")
    record ChangeNews(long version, List<String> kinds, List<Long> ids, boolean more) {

        static ChangeNews of(Change change) {
            List<Long> ids = change.edits().stream()
                    .filter(edit -> edit.kind().equals(Kinds.ENTRY))
                    .map(edit -> Long.valueOf(edit.key()))
                    .distinct()
                    .limit(MOST_IDS + 1L)
                    .toList();
            List<String> kinds = change.edits().stream()
                    .map(Edit::kind)
                    .map(kind -> kind.name())
                    .distinct()
                    .toList();
            boolean more = ids.size() > MOST_IDS;
            return new ChangeNews(change.version(), kinds, more ? ids.subList(0, MOST_IDS) : ids, more);
        }
    }

    @Override
    public StreamPlace now() {
        return budget.read(LedgerNews::placeOf);
    }

    /** Threshold events are numbered with everything else: the last number of all is not before the last of theirs. */
    private static StreamPlace placeOf(BudgetView view) {
        return new StreamPlace(view.version(), view.lastId());
    }

    @Override
    public NewsStream.Portion after(StreamPlace place) {
        return budget.read(view -> after(view, place));
    }

    private static NewsStream.Portion after(BudgetView view, StreamPlace place) {
        StreamPlace now = placeOf(view);
        if (now.isUpTo(place)) {
            return new NewsStream.Portion(List.of(), place);
        }
        List<Change> changes = view.changesAfter(place.version(), MOST_AT_ONCE);
        List<ThresholdEvent> events = view.eventsAfter(place.event(), MOST_AT_ONCE);
        List<StreamedNews> news = new ArrayList<>();
        changes.forEach(change -> news.add(
                new StreamedNews(StreamedNews.Kind.CHANGE, change.version(), Json.text(ChangeNews.of(change)))));
        events.forEach(event -> news.add(
                new StreamedNews(StreamedNews.Kind.THRESHOLD, event.id(), Json.text(EventEndpoints.toJson(event)))));
        long version = changes.size() < MOST_AT_ONCE
                ? now.version()
                : changes.get(changes.size() - 1).version();
        long event = events.size() < MOST_AT_ONCE
                ? now.event()
                : events.get(events.size() - 1).id();
        return new NewsStream.Portion(news, new StreamPlace(version, event).orLater(place));
    }
}
