package dev.payweek.rest.endpoint;

import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every endpoint there is. */
public final class Endpoints {

    private Endpoints() {}

    /** Returns the routes of the whole API, in the order the documents show them. */
    public static List<Route> all(String version) {
        List<Route> routes = new ArrayList<>(Stream.of(
                        Report.routes(),
                        Expenses.routes(),
                        Incomes.routes(),
                        Transfers.routes(),
                        CategoryEndpoints.routes(),
                        RuleEndpoints.routes(),
                        PlanEndpoints.routes(),
                        ScheduleEndpoints.routes(),
                        LedgerEndpoints.routes(),
                        ImportEndpoints.routes(),
                        ChangeEndpoints.routes(),
                        ServiceEndpoints.routes(version))
                .flatMap(List::stream)
                .toList());
        Route described = Route.of("GET", "/openapi.json", Access.OPEN, "Describes this API.", call -> {
            throw new IllegalStateException("replaced below");
        });
        Map<String, Object> document = new OpenApi(with(routes, described), version).document();
        routes.add(Route.of(
                described.method(),
                described.template(),
                described.access(),
                described.summary(),
                call -> Call.json(200, document)));
        return List.copyOf(routes);
    }

    private static List<Route> with(List<Route> routes, Route one) {
        return Stream.concat(routes.stream(), Stream.of(one)).toList();
    }
}
