package dev.payweek.rest;

import dev.payweek.rest.http.Route;
import java.util.List;

/** Requests that are answered well, in an order in which what one needs was made by another before. */
final class Examples {

    private static final String RULE = "{\"name\":\"r\",\"priority\":30,\"valid_from\":\"2026-01-01\","
            + "\"when\":{\"all\":[{\"field\":\"title\",\"op\":\"contains\",\"value\":\"coffee\"}]},"
            + "\"then\":{\"category\":\"Fun:Coffee\"}}";

    private static final String OTHER_RULE = "{\"name\":\"o\",\"enabled\":true,\"when\":{\"any\":["
            + "{\"field\":\"title\",\"op\":\"matches\",\"value\":\"^(tea|coffee)\"},"
            + "{\"not\":{\"field\":\"amount\",\"op\":\"between\",\"value\":[-10,10.50]}},"
            + "{\"field\":\"tag\",\"op\":\"is\",\"value\":\"a\"}]},"
            + "\"then\":{\"split\":[{\"category\":\"Fun:Bars\",\"percent\":60},"
            + "{\"category\":\"Other\",\"percent\":40}],\"rename\":\"T\",\"tags\":[\"hot\"]}}";

    /** One request for each route at least; what is made by the earlier ones is there for the later. */
    static final List<List<String>> TRAFFIC = List.of(
            List.of("PUT", "/schedule", ScheduleEndpointsTest.KINDS.get(2)),
            List.of("POST", "/rules", RULE),
            List.of("GET", "/rules", ""),
            List.of("GET", "/rules/2", ""),
            List.of("PUT", "/rules/2", RULE),
            List.of(
                    "POST",
                    "/expenses",
                    "{\"title\":\"Tea\",\"amount\":4.50,\"category\":\"Fun\",\"date\":\"2026-11-21\","
                            + "\"account\":\"cash\",\"note\":\"n\",\"tags\":[\"a\"],\"splits\":["
                            + "{\"category\":\"Fun\",\"amount\":4},{\"category\":\"Other\",\"amount\":0.50}]}"),
            List.of("POST", "/expenses", "[{\"title\":\"Coffee\",\"amount\":-4,\"refund_of\":3}]"),
            List.of("GET", "/expenses?total&limit=1", ""),
            List.of("GET", "/expenses", ""),
            List.of("GET", "/expenses/3", ""),
            List.of("GET", "/expenses/4", ""),
            List.of("GET", "/expenses/summary", ""),
            List.of("GET", "/expenses/4/explanation", ""),
            List.of("POST", "/rules/dry-run", "{\"rule\":" + OTHER_RULE + "}"),
            List.of("POST", "/rules/dry-run", "{}"),
            List.of("GET", "/rules/lint", ""),
            List.of("POST", "/expenses/4/category", "{\"category\":\"Fun:Bars\"}"),
            List.of("GET", "/expenses/4/suggestion", ""),
            List.of("GET", "/suggestions", ""),
            List.of("PATCH", "/expenses/4", "{\"amount\":-3,\"refund_of\":null}"),
            List.of("PUT", "/expenses/4", "{\"title\":\"Tea\",\"amount\":4}"),
            List.of("DELETE", "/expenses/4", ""),
            List.of("POST", "/income", "{\"amount\":1500,\"paycheck\":true,\"opens_period\":true}"),
            List.of("GET", "/income", ""),
            List.of("GET", "/income/5", ""),
            List.of("PATCH", "/income/5", "{\"note\":\"x\"}"),
            List.of("PUT", "/income/5", "{\"title\":\"Pay\",\"amount\":1400,\"paycheck\":true}"),
            List.of("POST", "/transfers", "{\"title\":\"x\",\"amount\":1,\"account\":\"a\",\"to_account\":\"b\"}"),
            List.of("GET", "/transfers", ""),
            List.of("GET", "/transfers/7", ""),
            List.of("PATCH", "/transfers/7", "{\"to_account\":null}"),
            List.of("PUT", "/transfers/7", "{\"title\":\"x\",\"amount\":2}"),
            List.of("DELETE", "/transfers/7", ""),
            List.of("PUT", "/categories/Fun:Old", "{\"discretionary\":false}"),
            List.of("GET", "/categories", ""),
            List.of("DELETE", "/categories/Fun:Old", ""),
            List.of("PUT", "/limits/Fun", "{\"amount\":4,\"per\":\"week\",\"rollover\":\"none\"}"),
            List.of("GET", "/limits", ""),
            List.of("PUT", "/reserved/Rent", "{\"amount\":900,\"from\":\"2026-11-01\"}"),
            List.of("GET", "/reserved", ""),
            List.of("PUT", "/limits/Other", "{\"amount\":4,\"rollover\":\"both\",\"cap\":10,\"reset\":true}"),
            List.of("GET", "/budget", ""),
            List.of("GET", "/budget/history?periods=2", ""),
            List.of(
                    "POST",
                    "/budget/what-if",
                    "{\"expenses\":[{\"title\":\"x\",\"amount\":1}],\"limits\":[{\"category\":\"Fun\",\"amount\":1}]}"),
            List.of("PUT", "/accounts/a", "{\"closed\":true,\"reading\":{\"sign\":\"x\"}}"),
            List.of("GET", "/accounts", ""),
            List.of("PUT", "/accounts/unused", "{}"),
            List.of("DELETE", "/accounts/unused", ""),
            List.of("PUT", "/categories/Fun:Moving", "{}"),
            List.of("POST", "/categories/Fun:Moving/move", "{\"to\":\"Fun:Moved\"}"),
            List.of("POST", "/categories/Fun:Moved/merge", "{\"to\":\"Fun\"}"),
            List.of("GET", "/hello?view=pay_period", ""),
            List.of("DELETE", "/limits/Fun", ""),
            List.of("DELETE", "/reserved/Rent", ""),
            List.of("DELETE", "/income/5", ""),
            List.of("GET", "/budget?on=2026-12-24", ""),
            List.of("GET", "/schedule", ""),
            List.of("GET", "/schedule/paydays", ""),
            List.of("PATCH", "/ledger", "{\"name\":\"Home\",\"zone\":null}"),
            List.of("GET", "/ledger", ""),
            List.of("POST", "/imports?dry_run", "#lines\n2026-11-01 -3.25 x\nbad\nskip\n"),
            List.of("POST", "/imports", "#lines\n2026-11-01 -3.25 x\nbad\nskip\n"),
            List.of("POST", "/imports", "#lines\naccount a USD\n2026-11-01 1 x\naccount b EUR\n2026-11-01 1 x\n"),
            List.of("GET", "/imports", ""),
            List.of("GET", "/imports/9", ""),
            List.of("POST", "/expenses", "{\"title\":\"by hand\",\"amount\":3.25}"),
            List.of("POST", "/imports/9/merge", "{\"entry\":10,\"into\":13}"),
            List.of("DELETE", "/imports/9", ""),
            List.of("POST", "/rules/apply", "{\"id\":2,\"rule\":" + OTHER_RULE + "}"),
            List.of("GET", "/changes", ""),
            List.of("DELETE", "/rules/2", ""),
            List.of("POST", "/changes/4/undo", ""),
            List.of("GET", "/events", ""),
            List.of("GET", "/export?format=titles", ""),
            List.of("GET", "/", ""),
            List.of("GET", "/health", ""),
            List.of("GET", "/health/ready", ""),
            List.of("GET", "/openapi.json", ""));

    private Examples() {}

    /** Returns the route that an example means. */
    static Route routeOf(List<String> example, List<Route> routes) {
        String path = example.get(1).split("\\?", 2)[0];
        return routes.stream()
                .filter(route -> route.method().equals(example.get(0)) && fits(route.template(), path))
                .findFirst()
                .orElseThrow();
    }

    private static boolean fits(String template, String path) {
        return path.matches(template.replaceAll("\\{(id|version)}", "\\\\d+").replaceAll("\\{\\w+}", "[^/]+"));
    }
}
