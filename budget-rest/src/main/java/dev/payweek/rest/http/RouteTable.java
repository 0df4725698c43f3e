package dev.payweek.rest.http;

import dev.payweek.rest.json.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every route of the API, and which of them a request means. */
public final class RouteTable {

    /** A route found, with what its path holds by name. */
    record Match(Route route, Map<String, String> parameters) {}

    /** A route and the words of its template. */
    private record Line(Route route, List<String> words) {

        boolean fits(List<String> path) {
            for (int i = 0; i < words.size(); i++) {
                boolean any = words.get(i).startsWith("{") && !path.get(i).isEmpty();
                if (!any && !words.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        Match match(List<String> path) {
            Map<String, String> parameters = new HashMap<>();
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (word.startsWith("{")) {
                    parameters.put(word.substring(1, word.length() - 1), path.get(i));
                }
            }
            return new Match(route, parameters);
        }
    }

    private final List<Route> routes;
    private final Map<Integer, List<Line>> linesBySize;

    /** What is found at once, by path and method: routes without a variable, which go before those with one. */
    private final Map<String, Map<String, Match>> fixed;

    /** Creates a table; of two routes that fit a path, the one with the earlier fixed word counts. */
    public RouteTable(Collection<Route> routes) {
        this.routes = List.copyOf(routes);
        this.linesBySize = routes.stream()
                .map(route -> new Line(route, split(route.template())))
                .collect(Collectors.groupingBy(line -> line.words().size()));
        this.fixed = routes.stream()
                .filter(route -> !route.template().contains("{"))
                .collect(Collectors.groupingBy(
                        Route::template,
                        Collectors.toMap(Route::method, route -> new Match(route, Map.of()), (first, later) -> first)));
    }

    /** Returns the routes in the order they were declared. */
    public List<Route> routes() {
        return routes;
    }

    /**
     * Returns the route that a request means. HEAD means GET; one trailing slash is not looked at.
     *
     * @throws Problem with status 404 if no route has the path, 405 if one has but not with the method, 400 if the path
     *     is not properly encoded
     */
    Match match(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        Match known = fixed.getOrDefault(path, Map.of()).get(wanted);
        if (known != null) {
            return known;
        }
        List<Match> fitting = fitting(path);
        return fitting.stream()
                .filter(match -> match.route().method().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.of(405, "method_not_allowed", method + " is not possible here.")
                        .with("Allow", allowed(fitting)));
    }

    /**
     * Returns the methods that the path can be called with, as the Allow header names them.
     *
     * @throws Problem with status 404 if no route has the path
     */
    String allowed(String path) {
        if (path.equals("*")) {
            return "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"; // of the service as a whole
        }
        return allowed(fitting(path));
    }

    /** Returns whether there is a route for a request. */
    boolean has(String method, String path) {
        try {
            return !match(method, path).route().template().isEmpty();
        } catch (Problem none) {
            return false;
        }
    }

    /** Returns the template of the routes at a path; nothing if there is none. */
    public Optional<String> template(String path) {
        if (fixed.containsKey(path)) {
            return Optional.of(path);
        }
        try {
            return Optional.of(fitting(path).get(0).route().template());
        } catch (Problem nothingThere) {
            return Optional.empty();
        }
    }

    private List<Match> fitting(String path) {
        List<String> words = words(path);
        List<Match> fitting = linesBySize.getOrDefault(words.size(), List.of()).stream()
                .filter(line -> line.fits(words))
                .map(line -> line.match(words))
                .sorted((one, other) -> Integer.compare(variables(one), variables(other)))
                .toList();
        if (fitting.isEmpty()) {
            throw Problem.of(404, "not_found", "There is nothing at this address.");
        }
        return fitting;
    }

    private static String allowed(List<Match> fitting) {
        TreeSet<String> methods = new TreeSet<>(List.of("OPTIONS"));
        for (Match match : fitting) {
            methods.add(match.route().method());
            if (match.route().method().equals("GET")) {
                methods.add("HEAD");
            }
        }
        return String.join(", ", methods);
    }

    private static int variables(Match match) {
        return match.parameters().size();
    }

    private static List<String> words(String path) {
        try {
            return split(path).stream()
                    .map(word -> PercentEncoding.decoded(word, false))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "malformed_path", "The address is not properly percent-encoded UTF-8.");
        }
    }

    private static List<String> split(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        String trimmed = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("/", -1));
    }
}
