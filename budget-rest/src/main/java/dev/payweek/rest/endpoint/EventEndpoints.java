package dev.payweek.rest.endpoint;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.NewsStream;
import dev.payweek.rest.http.Query;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.http.StreamPlace;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** News: a pay period has begun, a limit has come near or been overspent, or that no longer holds. */
final class EventEndpoints {

    private static final int MOST = 1_000;

    private EventEndpoints() {}

    @Schema("ThresholdEvent")
    record EventJson(
            long id,
            Instant at,
            ThresholdEvent.Threshold threshold,
            boolean retracted,
            LocalDate start,
            LocalDate end,
            Optional<String> category,
            Optional<String> name,
            Optional<Money> spent,
            Optional<Money> limit) {}

    static List<Route> routes() {
        return List.of(Route.of(
                        "GET",
                        "/events",
                        Access.READ,
                        "Lists threshold events, the oldest first; or streams them, and each change, as they happen.",
                        call -> NewsStream.isWanted(call.header("Accept").orElse("")) ? stream(call) : list(call))
                .giving(Content.many(EventJson.class), Content.text(NewsStream.MEDIA_TYPE))
                .with(
                        new QueryParameter(
                                "after", QueryParameter.Type.INTEGER, "The id of the last one seen; 0 by default."),
                        new QueryParameter(
                                        "limit", QueryParameter.Type.INTEGER, "How many, 1 to 1000; 1000 by default.")
                                .within(1, MOST)));
    }

    /** Begins after what the reader has seen; a reader that has seen nothing begins now. */
    private static Response stream(Call call) {
        if (!call.query().all().isEmpty()) {
            throw Problem.of(
                    400, "bad_query", "A stream has no parameters; it goes on after what Last-Event-ID names.");
        }
        LedgerNews news = new LedgerNews(call.budget());
        StreamPlace now = news.now();
        StreamPlace seen = call.header("Last-Event-ID")
                .filter(id -> !id.isBlank())
                .map(id -> StreamPlace.parse(id.strip()).orElseThrow(EventEndpoints::noPlace))
                .orElse(now);
        boolean lost = !seen.isUpTo(now);
        return Response.of(200, NewsStream.MEDIA_TYPE, new NewsStream(news, lost ? now : seen, lost))
                // A proxy that collects what it passes on would keep news back.
                .with("X-Accel-Buffering", "no");
    }

    private static Problem noPlace() {
        return Problem.of(400, "bad_header", "A Last-Event-ID is the id of an event of this stream, like 17.4.");
    }

    /**
     * Events are noticed by the service when the ledger changes and when a day begins. Who has made a change through it
     * finds what came of it, so that what the service has yet to do is waited for.
     */
    private static Response list(Call call) {
        call.awaitNews();
        Query query = call.query();
        long after = query.number("after").orElse(0L);
        int limit = query.integer("limit").orElse(MOST);
        List<ThresholdEvent> events = call.budget().read(view -> view.eventsAfter(after, limit));
        long last = events.isEmpty() ? after : events.get(events.size() - 1).id();
        return call.answer(
                "events." + last,
                () -> events.stream().map(EventEndpoints::toJson).toList());
    }

    static EventJson toJson(ThresholdEvent event) {
        return new EventJson(
                event.id(),
                event.at(),
                event.threshold(),
                event.retracted(),
                event.span().startInclusive(),
                event.span().endExclusive(),
                event.category().map(CategoryPath::name),
                event.name(),
                event.spent(),
                event.limit());
    }
}
