package dev.payweek.rest.endpoint;

import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.JsonSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which statuses and headers the answers of a route have, and which headers it heeds. What follows from the kind of
 * route is said here once; a test holds it against real requests, in both directions.
 */
final class OpenApiAnswers {

    private static final Map<Integer, String> MEANINGS = new TreeMap<>(Map.ofEntries(
            Map.entry(304, "The caller has this version already."),
            Map.entry(400, "The request is malformed."),
            Map.entry(401, "A token is needed."),
            Map.entry(403, "A page of another origin, or a ledger that may only be read."),
            Map.entry(404, "There is nothing of that name."),
            Map.entry(406, "The answer cannot be given in a form that the caller takes."),
            Map.entry(409, "Something stands against it."),
            Map.entry(412, "It has been changed since the caller saw it."),
            Map.entry(413, "The body is too large."),
            Map.entry(415, "The body is not of a kind that is taken."),
            Map.entry(421, "The service does not answer to that name."),
            Map.entry(422, "The body says something that cannot be."),
            Map.entry(429, "Too many wrong tokens have come from this address."),
            Map.entry(503, "The store does not answer now, or what is asked for is not known yet."),
            Map.entry(507, "The store has no room left.")));

    private static final Pattern MADE_BY_NAME = Pattern.compile("/[a-z-]+/\\{(name|category|account)}");

    private static final Map<Integer, String> HEADERS =
            Map.of(304, "ETag", 401, "WWW-Authenticate", 412, "ETag", 429, "Retry-After", 503, "Retry-After");

    private static final Map<String, String> WHAT_HEADERS_SAY = Map.of(
            "Accept-Encoding", "How a body may be sent.",
            "Content-Disposition", "The name to store it by.",
            "ETag", "The version, for If-None-Match and If-Match.",
            "Idempotent-Replayed", "true when the answer was given to the same key before.",
            "Ledger-Version", "The change that was made, by which it can be undone.",
            "Link", "Where the next page is, if there is one.",
            "Location", "Where what was made can be found.",
            "Retry-After", "After how many seconds it may go better.",
            "Total-Count", "How many there are in all, when asked for.",
            "WWW-Authenticate", "How a token is sent.");

    private OpenApiAnswers() {}

    /** Returns the statuses other than success that a route may answer with. */
    static Set<Integer> refusals(Route route) {
        Set<Integer> statuses = new TreeSet<>(List.of(400, 421));
        statuses.addAll(route.refusals());
        boolean reads = route.method().equals("GET");
        if (route.access() != Access.OPEN) {
            statuses.addAll(List.of(401, 429, 503));
        }
        if (route.template().equals("/health/ready")) {
            statuses.add(503);
        }
        if (!route.gives().isEmpty()) {
            statuses.add(406);
        }
        if (reads && hasTag(route)) {
            statuses.add(304);
        }
        if (!reads) {
            statuses.add(403);
        }
        if (route.takes().isPresent()) {
            statuses.addAll(List.of(413, 415, 422));
        }
        if (Set.of("PUT", "PATCH", "DELETE").contains(route.method())) {
            statuses.add(412);
        }
        if (changes(route)) {
            statuses.add(507);
        }
        if (route.template().contains("{") && !makesWhatItNames(route)) {
            statuses.add(404);
        }
        return statuses;
    }

    /** A dry run writes nothing, yet only who may write may try it. */
    private static boolean changes(Route route) {
        return route.access() == Access.WRITE && !route.template().endsWith("/dry-run");
    }

    private static boolean makesWhatItNames(Route route) {
        return route.method().equals("PUT")
                && MADE_BY_NAME.matcher(route.template()).matches();
    }

    private static boolean hasTag(Route route) {
        return route.access() == Access.READ;
    }

    /** Returns the headers of a successful answer. */
    static Map<String, Object> headers(Route route) {
        List<String> names = new ArrayList<>();
        if (route.method().equals("GET")) {
            if (hasTag(route)) {
                names.add("ETag");
            }
            if (takes(route, "cursor")) {
                names.add("Link");
            }
            if (takes(route, "total")) {
                names.add("Total-Count");
            }
            if (route.template().equals("/export")) {
                names.add("Content-Disposition");
            }
        } else if (changes(route)) {
            names.add("Ledger-Version");
            if (!route.gives().isEmpty() && !route.template().equals("/imports")) {
                names.add("ETag");
            }
            if (route.method().equals("POST")) {
                names.add("Idempotent-Replayed");
            }
            if (route.statuses().contains(201)) {
                names.add("Location");
            }
        }
        Map<String, Object> headers = new LinkedHashMap<>();
        names.forEach(name -> headers.put(name, header(name)));
        return headers;
    }

    private static boolean takes(Route route, String parameter) {
        return route.parameters().stream().map(QueryParameter::name).anyMatch(parameter::equals);
    }

    private static Map<String, Object> header(String name) {
        String type = Set.of("Ledger-Version", "Total-Count", "Retry-After").contains(name) ? "integer" : "string";
        return fields("description", WHAT_HEADERS_SAY.getOrDefault(name, name), "schema", fields("type", type));
    }

    /** Returns the headers that a route heeds, as parameters. */
    static List<Object> requestHeaders(Route route) {
        List<Object> headers = new ArrayList<>();
        if (route.method().equals("GET") && hasTag(route)) {
            headers.add(parameter("If-None-Match", "Tags that the caller has; answered with 304 when one is current."));
        }
        if (refusals(route).contains(412)) {
            headers.add(parameter(
                    "If-Match", "The tag that the caller has seen; answered with 412 when it is not current."));
        }
        if (route.method().equals("POST")) {
            headers.add(
                    parameter("Idempotency-Key", "Makes a repetition harmless: 1 to 255 characters without a comma."));
        }
        return headers;
    }

    private static Map<String, Object> parameter(String name, String meaning) {
        Map<String, Object> schema = fields("type", "string");
        if (name.equals("Idempotency-Key")) {
            schema.putAll(fields("minLength", 1, "maxLength", 255, "pattern", "^[^,]+$"));
        }
        return fields("name", name, "in", "header", "description", meaning, "schema", schema);
    }

    /** Returns the answers that several routes have alike. */
    static Map<String, Object> components(Map<String, Object> problem) {
        Map<String, Object> components = new LinkedHashMap<>();
        MEANINGS.forEach(
                (status, meaning) -> components.put(Integer.toString(status), answer(status, meaning, problem)));
        components.put("default", answer(0, "What is wrong, and where.", problem));
        return components;
    }

    private static Map<String, Object> answer(int status, String meaning, Map<String, Object> problem) {
        Map<String, Object> answer = fields("description", meaning);
        if (status == 415) {
            answer.put("headers", fields("Accept-Encoding", header("Accept-Encoding")));
        } else if (HEADERS.containsKey(status)) {
            String name = HEADERS.getOrDefault(status, "");
            answer.put("headers", fields(name, header(name)));
        }
        if (status != 304) {
            answer.put("content", fields("application/problem+json", fields("schema", problem)));
        }
        return answer;
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        return JsonSchema.fields(namesAndValues);
    }
}
