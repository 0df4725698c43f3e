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
            List.of("POST", "/income", "{\"amount\":1500}"),
            List.of("GET", "/income", ""),
            List.of("GET", "/income/5", ""),
            List.of("PATCH", "/income/5", "{\"note\":\"x\"}"),
            List.of("PUT", "/income/5", "{\"title\":\"Pay\",\"amount\":1400}"),
            List.of("PUT", "/income/5/pay", "{\"source\":\"main\",\"payday\":\"2026-11-20\"}"),
            List.of("PUT", "/income/5/pay", "{\"none\":true}"),
            List.of("DELETE", "/income/5/pay", ""),
            List.of("GET", "/sources", ""),
            List.of("GET", "/sources/main", ""),
            List.of(
                    "PUT",
                    "/sources/second",
                    "{\"primary\":false,\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":20}},"
                            + "{\"from\":\"2026-12-01\",\"schedule\":{\"kind\":\"monthly\",\"day\":25},"
                            + "\"expected\":2400.00}],\"until\":\"2027-12-31\",\"match\":{\"all\":["
                            + "{\"field\":\"title\",\"op\":\"contains\",\"value\":\"acme\"}]},"
                            + "\"tolerance_days\":3,\"spread\":false}"),
            List.of("PUT", "/sources/second?dry_run", "{\"versions\":[{\"schedule\":{\"kind\":\"irregular\"}}]}"),
            List.of("GET", "/sources/second/paydays?to=2027-01-31", ""),
            List.of("DELETE", "/sources/second", ""),
            List.of("POST", "/transfers", "{\"title\":\"x\",\"amount\":1,\"account\":\"a\",\"to_account\":\"b\"}"),
            List.of("GET", "/transfers", ""),
            List.of("GET", "/transfers/9", ""),
            List.of("PATCH", "/transfers/9", "{\"to_account\":null}"),
            List.of("PUT", "/transfers/9", "{\"title\":\"x\",\"amount\":2}"),
            List.of("DELETE", "/transfers/9", ""),
            List.of("PUT", "/categories/Fun:Old", "{\"discretionary\":false}"),
            List.of("GET", "/categories", ""),
            List.of("DELETE", "/categories/Fun:Old", ""),
            List.of("PUT", "/limits/Fun", "{\"amount\":4,\"per\":\"week\",\"rollover\":\"none\"}"),
            List.of("GET", "/limits", ""),
            List.of(
                    "PUT",
                    "/bills/Rent",
                    "{\"category\":\"Home:Rent\",\"amount\":900.00,\"schedule\":{\"kind\":\"monthly\",\"day\":5},"
                            + "\"match\":{\"all\":[{\"field\":\"title\",\"op\":\"contains\",\"value\":\"landlord\"}]},"
                            + "\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}"),
            List.of("GET", "/bills", ""),
            List.of("GET", "/bills/Rent", ""),
            List.of("PUT", "/bills/Rent/occurrences/2026-11-05", "{\"skipped\":true}"),
            List.of("PUT", "/bills/Rent/occurrences/2026-11-05", "{\"paid_by\":3}"),
            List.of("DELETE", "/bills/Rent/occurrences/2026-11-05", ""),
            List.of(
                    "PUT",
                    "/set-asides/Car",
                    "{\"amount\":100,\"per\":\"period\",\"category\":\"Car\",\"from\":\"2026-01-01\","
                            + "\"until\":\"2027-03-31\"}"),
            List.of("PUT", "/set-asides/Car", "{\"amount\":600,\"per\":\"year\",\"from\":\"2026-12-01\"}"),
            List.of("GET", "/set-asides", ""),
            List.of("GET", "/discoveries", ""),
            List.of("POST", "/discoveries/accept", "{\"ids\":[]}"),
            List.of("POST", "/discoveries/decline", "{\"ids\":[]}"),
            List.of("POST", "/discoveries/1/accept", ""),
            List.of("POST", "/discoveries/1/decline", ""),
            List.of("GET", "/set-asides/Car", ""),
            List.of("PUT", "/limits/Other", "{\"amount\":4,\"rollover\":\"both\",\"cap\":10,\"reset\":true}"),
            List.of("GET", "/budget", ""),
            List.of("GET", "/budget/history?periods=2", ""),
            List.of("GET", "/budget/history?of=week&today=2026-12-24", ""),
            List.of(
                    "POST",
                    "/budget/what-if",
                    "{\"expenses\":[{\"title\":\"x\",\"amount\":1}],\"limits\":[{\"category\":\"Fun\",\"amount\":1}],"
                            + "\"bills\":[{\"name\":\"Gym\",\"category\":\"Fun\",\"schedule\":"
                            + "{\"kind\":\"yearly\",\"anchor\":\"2026-11-30\"}}]}"),
            List.of("PUT", "/accounts/a", "{\"closed\":true,\"reading\":{\"sign\":\"x\"}}"),
            List.of("GET", "/accounts", ""),
            List.of("PUT", "/accounts/unused", "{}"),
            List.of("DELETE", "/accounts/unused", ""),
            List.of("PUT", "/categories/Fun:Moving", "{}"),
            List.of("POST", "/categories/Fun:Moving/move", "{\"to\":\"Fun:Moved\"}"),
            List.of("POST", "/categories/Fun:Moved/merge", "{\"to\":\"Fun\"}"),
            List.of("GET", "/hello?today=2026-11-30", ""),
            List.of("DELETE", "/limits/Fun", ""),
            List.of("DELETE", "/bills/Rent", ""),
            List.of("DELETE", "/set-asides/Car?from=2026-12-01", ""),
            List.of("DELETE", "/income/5", ""),
            List.of("GET", "/budget?on=2026-12-24", ""),
            List.of("GET", "/schedule", ""),
            List.of("GET", "/schedule/paydays", ""),
            List.of("PATCH", "/ledger", "{\"name\":\"Home\",\"zone\":null,\"carry\":{\"mode\":\"surplus\"}}"),
            List.of("GET", "/ledger", ""),
            List.of("POST", "/imports?dry_run", "#lines\n2026-11-01 -3.25 x\nbad\nskip\n"),
            List.of("POST", "/imports", "#lines\n2026-11-01 -3.25 x\n2026-11-01 -3.50 y\nbad\nskip\n"),
            List.of("POST", "/imports", "#lines\naccount a USD\n2026-11-01 1 x\naccount b EUR\n2026-11-01 1 x\n"),
            List.of("GET", "/imports", ""),
            List.of("GET", "/imports/15", ""),
            List.of("POST", "/expenses", "{\"title\":\"by hand\",\"amount\":3.25,\"date\":\"2026-11-01\"}"),
            List.of("POST", "/expenses", "{\"title\":\"by hand\",\"amount\":3.50,\"date\":\"2026-11-01\"}"),
            List.of("GET", "/twins", ""),
            List.of("POST", "/twins/16/20/decline", ""),
            List.of("POST", "/imports/15/merge", "{\"entry\":16,\"into\":20}"),
            List.of("POST", "/twins/17/21/accept", ""),
            List.of("DELETE", "/imports/15", ""),
            List.of("POST", "/rules/apply", "{\"id\":2,\"rule\":" + OTHER_RULE + "}"),
            List.of("GET", "/changes", ""),
            List.of("DELETE", "/rules/2", ""),
            List.of("POST", "/changes/4/undo", ""),
            List.of("POST", "/income", "[{\"amount\":1500},{\"amount\":1600}]"),
            List.of("GET", "/income?total&limit=1", ""),
            List.of("POST", "/transfers", "[{\"title\":\"x\",\"amount\":1},{\"title\":\"y\",\"amount\":2}]"),
            List.of("GET", "/transfers?total&limit=1", ""),
            List.of("POST", "/expenses?dry_run", "{\"title\":\"Tea\",\"amount\":4}"),
            List.of("POST", "/income?dry_run", "{\"amount\":1500}"),
            List.of("POST", "/transfers?dry_run", "{\"title\":\"x\",\"amount\":1}"),
            List.of("GET", "/events", ""),
            List.of("GET", "/export?format=titles", ""),
            List.of("GET", "/", ""),
            List.of("GET", "/health", ""),
            List.of("GET", "/health/ready", ""),
            List.of("GET", "/openapi.json", ""));

    private Examples() {}

    /** Returns the route that an example means. */
    static Route routeOf(List<String> example, List<Route> routes) {
        return routes.stream().filter(route -> isOf(example, route)).findFirst().orElseThrow();
    }

    static boolean isOf(List<String> example, Route route) {
        String path = example.get(1).split("\\?", 2)[0];
        return route.method().equals(example.get(0)) && fits(route.template(), path);
    }

    private static boolean fits(String template, String path) {
        return path.matches(template.replaceAll("\\{(id|version|imported|by_hand)}", "\\\\d+")
                .replaceAll("\\{\\w+}", "[^/]+"));
    }
}
