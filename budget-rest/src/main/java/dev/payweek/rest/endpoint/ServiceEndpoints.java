package dev.payweek.rest.endpoint;

import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import dev.payweek.store.StoreState;
import java.util.List;

/** The service itself: that it runs, and whether its store answers. */
final class ServiceEndpoints {

    private ServiceEndpoints() {}

    @Schema("Greeting")
    record Greeting(String message, String version) {}

    @Schema("Health")
    record Health(String status) {}

    @Schema("Readiness")
    record Readiness(String status, String store, boolean writable, String detail) {}

    static List<Route> routes(String version) {
        return List.of(
                Route.of(
                                "GET",
                                "/",
                                Access.OPEN,
                                "Says that the service runs.",
                                call -> Response.json(
                                        200, new Greeting("Personal Finance Tracker is running", version)))
                        .giving(Greeting.class),
                Route.of(
                                "GET",
                                "/health",
                                Access.OPEN,
                                "Says that the process lives.",
                                call -> Response.json(200, new Health("ok")))
                        .giving(Health.class),
                Route.of(
                                "GET",
                                "/health/ready",
                                Access.OPEN,
                                "Says whether the store answers.",
                                ServiceEndpoints::ready)
                        .giving(Readiness.class));
    }

    private static Response ready(Call call) {
        StoreState state = call.budget().state();
        if (!state.ready()) {
            throw Problem.of(503, "not_ready", state.detail()).with("Retry-After", "5");
        }
        return Response.json(200, new Readiness("ready", state.kind(), state.writable(), state.detail()));
    }
}
