package dev.payweek.rest.http;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request, whatever carried it.
 *
 * @param method in capitals: {@code "GET"}
 * @param path still percent-encoded, beginning with a slash, without the query
 * @param query the decoded parameters in the order of the URL, each with its values
 * @param headers by lower-case name; repeated ones joined by a comma
 * @param body what follows the headers; empty when nothing does
 * @param peer the numerical address of whoever is at the other end; empty when the transport does not know
 */
public record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        InputStream body,
        String peer) {

    /** Creates a request of nobody in particular. */
    public Request(
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, String> headers,
            InputStream body) {
        this(method, path, query, headers, body, "");
    }

    /** Returns a request without a body. */
    public static Request of(String method, String path) {
        return new Request(method, path, Map.of(), Map.of(), InputStream.nullInputStream());
    }

    /** Returns this request with other headers. */
    public Request with(Map<String, String> others) {
        return new Request(method, path, query, others, body, peer);
    }

    /** Returns the header's value, if it was sent; the name in any letter case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns whether the method is one that by its meaning changes nothing. */
    public boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}
