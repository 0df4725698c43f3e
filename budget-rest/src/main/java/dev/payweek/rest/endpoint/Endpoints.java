package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every endpoint there is. */
public final class Endpoints {

    private Endpoints() {}

    /**
     * Returns the routes of the whole API, in the order the documents show them.
     *
     * @param basePath what stands before every path where callers see it; empty for nothing
     * @param more those of whoever serves it
     */
    public static List<Route> all(String version, String basePath, List<Route> more) {
        List<Route> routes = new ArrayList<>(Stream.of(
                        BudgetEndpoints.routes(),
                        WhatIfEndpoints.routes(),
                        ExpenseEndpoints.routes(),
                        ExpenseCategoryEndpoints.routes(),
                        SuggestionEndpoints.routes(),
                        IncomeEndpoints.routes(),
                        TransferEndpoints.routes(),
                        CategoryEndpoints.routes(),
                        AccountEndpoints.routes(),
                        RuleEndpoints.routes(),
                        RuleReviewEndpoints.routes(),
                        LimitEndpoints.routes(),
                        SourceEndpoints.routes(),
                        BillEndpoints.routes(),
                        SetAsideEndpoints.routes(),
                        DiscoveryEndpoints.routes(),
                        TwinEndpoints.routes(),
                        ScheduleEndpoints.routes(),
                        LedgerEndpoints.routes(),
                        ImportEndpoints.routes(),
                        ExportEndpoints.routes(),
                        ChangeEndpoints.routes(),
                        EventEndpoints.routes(),
                        ServiceEndpoints.routes(version),
                        more)
                .flatMap(List::stream)
                .toList());
        // The document describes its own route too, and is made when somebody asks for it.
        OpenApi api = new OpenApi(routes, version, basePath);
        routes.add(Route.of(
                        "GET",
                        "/openapi.json",
                        Access.OPEN,
                        "Describes this API.",
                        call -> Response.json(200, api.document()))
                .giving(JsonNode.class));
        return List.copyOf(routes);
    }
}
