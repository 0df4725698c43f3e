package dev.payweek.http;

import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private final PayweekApi api;
    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    Site(PayweekApi api) {
        this.api = api;
    }

    /** Returns the answer if the request is for a part of the site, and not for the API. */
    Optional<Response> find(Request request, String requestId) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Optional.empty();
        }
        return name(request).flatMap(this::asset).map(asset -> guarded(request, requestId, asset));
    }

    private static Optional<String> name(Request request) {
        String path = request.path();
        if (path.equals("/")) {
            return wantsPage(request) ? Optional.of(PAGE) : Optional.empty();
        }
        String fixed = FIXED.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
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
    private Response guarded(Request request, String requestId, Asset asset) {
        var probe = new Request("GET", "/health", Map.of(), hostOf(request), InputStream.nullInputStream());
        Response guard = api.handle(probe, requestId);
        return guard.status() == 200 ? asset.answer(request).with("Vary", vary(request)) : guard;
    }

    private static String vary(Request request) {
        return String.join(
                ", ", request.path().equals("/") ? List.of("Accept", "Accept-Encoding") : List.of("Accept-Encoding"));
    }

    private static Map<String, String> hostOf(Request request) {
        return request.header("Host").map(host -> Map.of("host", host)).orElse(Map.of());
    }
}
