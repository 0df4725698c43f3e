package dev.payweek.rest.endpoint;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Query;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
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
                        "Lists threshold events, the oldest first.",
                        EventEndpoints::list)
                .giving(Content.many(EventJson.class))
                .with(
                        new QueryParameter(
                                "after", QueryParameter.Type.INTEGER, "The id of the last one seen; 0 by default."),
                        new QueryParameter(
                                "limit", QueryParameter.Type.INTEGER, "How many, 1 to 1000; 1000 by default.")));
    }

    /**
     * Events are noticed by the service when the ledger changes and when a day begins. Who has made a change through it
     * finds what came of it, so that what the service has yet to do is waited for.
     */
    private static Response list(Call call) {
        call.awaitNews();
        Query query = call.query();
        long after = query.number("after").orElse(0L);
        int limit = query.integer("limit", 1, MOST).orElse(MOST);
        List<ThresholdEvent> events = call.budget().read(view -> view.eventsAfter(after, limit));
        long last = events.isEmpty() ? after : events.get(events.size() - 1).id();
        return call.answer(
                "events." + last,
                () -> events.stream().map(EventEndpoints::toJson).toList());
    }

    private static EventJson toJson(ThresholdEvent event) {
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
