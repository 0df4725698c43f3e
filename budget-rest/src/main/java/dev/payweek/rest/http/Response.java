package dev.payweek.rest.http;

import dev.payweek.rest.json.Json;
import dev.payweek.rest.json.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer, whatever carries it.
 *
 * @param status the status code
 * @param headers by name, in the order they were set
 * @param body writes what follows the headers
 */
public record Response(int status, Map<String, String> headers, Body body) {

    /** Writes the bytes of an answer; called at most once. A long answer is written piece by piece. */
    @FunctionalInterface
    public interface Body {
        /** An answer of no bytes. */
        Body EMPTY = out -> {};

        /** Writes everything to the stream and leaves it open. */
        void writeTo(OutputStream out) throws IOException;

        /**
         * Returns a name that only answers of the same bytes have, so that what one of them writes will do for all;
         * nothing when that is not known.
         */
        default Optional<Object> name() {
            return Optional.empty();
        }
    }

    /** A body that has a name. */
    private record Named(Optional<Object> name, Body body) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            body.writeTo(out);
        }
    }

    /** Creates an answer. */
    public Response {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Returns an answer without a body. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), Body.EMPTY);
    }

    /** Returns an answer of the given kind. */
    public static Response of(int status, String contentType, Body body) {
        return new Response(status, Map.of("Content-Type", contentType), body);
    }

    /** Returns a JSON answer; see {@link Json#bytes} for what the body may be. */
    public static Response json(int status, Object body) {
        return json(status, Json.bytes(body));
    }

    /** Returns a JSON answer that is written already. */
    static Response json(int status, byte[] body) {
        return of(status, Content.JSON, out -> out.write(body)).with("Content-Length", Integer.toString(body.length));
    }

    /**
     * Returns the answer that reports a problem, as {@code application/problem+json}.
     *
     * @param requestId the request's id, which the log has too
     */
    public static Response problem(Problem problem, String requestId) {
        Response response =
                json(problem.status(), problem.body(requestId)).with("Content-Type", "application/problem+json");
        for (var header : problem.headers().entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    /** Returns this answer, of whose body it is known that all of this name have the same bytes. */
    public Response named(Object name) {
        return new Response(status, headers, new Named(Optional.of(name), body));
    }

    /** Returns this answer with one more header. */
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }
}
