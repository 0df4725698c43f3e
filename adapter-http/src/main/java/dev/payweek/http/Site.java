package dev.payweek.http;

import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.json.Problem;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The web page, the API's documentation, and what both load. All of it comes from the jar. */
final class Site {

    /**
     * No dots but before an ending, so no way up and out; a name that fits names at most a file of these two folders.
     */
    private static final Pattern ASSET = Pattern.compile("/assets/(docs/)?([a-z0-9]+(?:-[a-z0-9]+)*(?:\\.[a-z]+)+)");

    private static final Map<String, String> FIXED =
            Map.of("/docs", "docs/docs.html", "/favicon.ico", "page/favicon.ico");
    private static final String PAGE = "page/page.html";
    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final PayweekApi api;
    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    Site(PayweekApi api) {
        this.api = api;
    }

    /** Returns the answer if the request is for a part of the site, and not for the API. */
    Optional<Response> find(Request request, String requestId) {
        if (isPageWithoutSlash(request)) {
            return Optional.of(guarded(request, requestId, () -> moved("/")));
        }
        if (request.path().equals("/docs/") && request.isSafe()) {
            return Optional.of(guarded(request, requestId, () -> moved("/docs")));
        }
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (!reads && request.path().equals("/")) {
            return Optional.empty();
        }
        return name(request)
                .flatMap(this::asset)
                .map(asset -> guarded(
                        request, requestId, () -> reads ? page(request, asset) : other(request.method(), requestId)));
    }

    /** The links of the pages are relative, so that they hold under any base path, but from one place only. */
    private boolean isPageWithoutSlash(Request request) {
        return request.path().isEmpty() && wantsPage(request) && request.isSafe();
    }

    private Response moved(String path) {
        return Response.empty(308).with("Location", api.basePath() + path);
    }

    private static Response page(Request request, Asset asset) {
        return asset.answer(request).with("Vary", vary(request));
    }

    private static Response other(String method, String requestId) {
        return method.equals("OPTIONS")
                ? Response.empty(204).with("Allow", METHODS)
                : Response.problem(
                        Problem.of(405, "method_not_allowed", method + " is not possible here.")
                                .with("Allow", METHODS),
                        requestId);
    }

    /** Returns whether a path is one of the site's, and not the API's. */
    static boolean isPart(String path) {
        return FIXED.containsKey(path) || ASSET.matcher(path).matches();
    }

    private static Optional<String> name(Request request) {
        String path = request.path();
        if (path.equals("/")) {
            return wantsPage(request) ? Optional.of(PAGE) : Optional.empty();
        }
        String fixed = FIXED.get(path);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        Matcher asset = ASSET.matcher(path);
        return asset.matches()
                ? Optional.of((asset.group(1) == null ? "page/" : "docs/") + asset.group(2))
                : Optional.empty();
    }

    /** Browsers name HTML when they open an address; programs do not, and get the API's greeting. */
    private static boolean wantsPage(Request request) {
        return request.header("Accept").orElse("").contains("text/html");
    }

    private Optional<Asset> asset(String name) {
        Asset before = known.get(name);
        if (before != null) {
            return Optional.of(before);
        }
        InputStream file = Site.class.getResourceAsStream(name);
        return Optional.ofNullable(file).map(content -> known.computeIfAbsent(name, key -> Asset.read(key, content)));
    }

    /** The API decides by which names this service may be called; the site asks it, so that one place knows. */
    private Response guarded(Request request, String requestId, Supplier<Response> answer) {
        var probe = Request.of("GET", "/health").with(withoutAccept(request));
        Response guard = api.handle(probe, requestId);
        return guard.status() == 200 ? answer.get() : guard;
    }

    /** The API's answer to the question is JSON, whatever is asked of the site. */
    private static Map<String, String> withoutAccept(Request request) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.remove("accept");
        return headers;
    }

    private static String vary(Request request) {
        return String.join(
                ", ", request.path().equals("/") ? List.of("Accept", "Accept-Encoding") : List.of("Accept-Encoding"));
    }
}
