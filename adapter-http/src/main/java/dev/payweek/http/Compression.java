package dev.payweek.http;

import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Answers made small for those who take gzip, piece by piece as they are written. The compressed form has a tag of its
 * own, as strong tags must; the API never sees that, since the ending is taken off what callers send back.
 */
final class Compression {

    private static final int WORTH_IT_FROM_BYTES = 1024;
    private static final String ENDING = "-gzip\"";
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern WEIGHT = Pattern.compile("\\s*;\\s*q\\s*=\\s*");
    private static final List<String> TAGS = List.of("if-match", "if-none-match");

    private Compression() {}

    /** Returns whether the caller takes gzip: by name, or as anything, and not with a weight of zero. */
    static boolean isAccepted(Request request) {
        String accepted = request.header("Accept-Encoding").orElse("").toLowerCase(Locale.ROOT);
        boolean anything = false;
        for (String one : COMMA.split(accepted.strip())) {
            String[] parts = WEIGHT.split(one, 2);
            boolean wanted = parts.length < 2 || !parts[1].matches("0(\\.0*)?");
            if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
                return wanted;
            }
            anything |= parts[0].equals("*") && wanted;
        }
        return anything;
    }

    /** Returns the request with tags as the API knows them. */
    static Request withoutOwnTags(Request request) {
        if (TAGS.stream()
                .noneMatch(name -> request.headers().getOrDefault(name, "").contains(ENDING))) {
            return request;
        }
        Map<String, String> headers = new HashMap<>(request.headers());
        TAGS.forEach(name -> headers.computeIfPresent(name, (same, tags) -> tags.replace(ENDING, "\"")));
        return request.with(headers);
    }

    /**
     * Returns the answer as the caller takes it.
     *
     * @param request as it was sent
     */
    static Response applied(Request request, Response response) {
        if (response.status() == 304) {
            return known(request, response);
        }
        if (!isWorthIt(response)) {
            return response;
        }
        String before = response.headers().getOrDefault("Vary", "");
        Response varying = response.with("Vary", before.isEmpty() ? "Accept-Encoding" : before + ", Accept-Encoding");
        return isAccepted(request) ? compressed(varying) : varying;
    }

    /** Who has the compressed form learns that this is the one that stands. */
    private static Response known(Request request, Response response) {
        String own = own(response.headers().getOrDefault("ETag", ""));
        boolean has = request.header("If-None-Match").orElse("").contains(own);
        return has && !own.isEmpty() ? response.with("ETag", own) : response;
    }

    private static String own(String tag) {
        return tag.endsWith("\"") ? tag.substring(0, tag.length() - 1) + ENDING : tag;
    }

    private static boolean isWorthIt(Response response) {
        Map<String, String> headers = response.headers();
        String length = headers.getOrDefault("Content-Length", "");
        boolean streamed = length.isEmpty();
        return headers.containsKey("Content-Type")
                && !headers.containsKey("Content-Encoding")
                && !headers.get("Content-Type").startsWith("text/event-stream")
                && (streamed || Long.parseLong(length) >= WORTH_IT_FROM_BYTES);
    }

    private static Response compressed(Response response) {
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        headers.remove("Content-Length");
        headers.put("Content-Encoding", "gzip");
        headers.computeIfPresent("ETag", (name, tag) -> own(tag));
        var small = new Response(response.status(), headers, out -> {
            try (Gzip gzip = new Gzip(out)) {
                response.body().writeTo(gzip);
                gzip.finish();
            }
        });
        // What is short is made small again sooner than it is found.
        return response.body()
                .name()
                .filter(name -> !LongAnswers.isShort(response))
                .map(name -> small.named(List.of("gzip", name)))
                .orElse(small);
    }

    /** What it takes outside the heap is given back at the end, whatever the end is. */
    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream out) throws IOException {
            super(out, 8 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }

        /** A body that broke off must not end like a whole one, so nothing is written here. */
        @Override
        public void close() {
            def.end();
        }
    }
}
