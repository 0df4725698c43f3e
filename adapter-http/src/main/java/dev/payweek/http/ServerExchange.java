package dev.payweek.http;

import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.Callback;

/** One request and its answer in the words of the server itself, for what is answered without a servlet. */
final class ServerExchange {

    private final PayweekApi api;
    private final org.eclipse.jetty.server.Request received;
    private final org.eclipse.jetty.server.Response answer;
    private final Seen seen;
    private final String id = RequestIds.next();
    private final long begin = System.nanoTime();

    /**
     * Creates an exchange that is not answered yet.
     *
     * @param seen gets what was answered
     */
    ServerExchange(
            PayweekApi api,
            org.eclipse.jetty.server.Request received,
            org.eclipse.jetty.server.Response answer,
            Seen seen) {
        this.api = api;
        this.received = received;
        this.answer = answer;
        this.seen = seen;
    }

    org.eclipse.jetty.server.Response answer() {
        return answer;
    }

    String id() {
        return id;
    }

    /**
     * Returns the request as the API takes it, without its body.
     *
     * @throws dev.payweek.rest.json.Problem with status 400 if the query is not properly encoded
     */
    Request request() {
        String query = received.getHttpURI().getQuery();
        return head(QueryString.parse(query == null ? "" : query));
    }

    private Request head(Map<String, List<String>> query) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : received.getHeaders()) {
            headers.merge(
                    field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()), (a, b) -> a + ", " + b);
        }
        return new Request(
                received.getMethod(),
                api.pathWithin(path()),
                query,
                headers,
                InputStream.nullInputStream(),
                Answered.plain(org.eclipse.jetty.server.Request.getRemoteAddr(received)));
    }

    private String path() {
        return Optional.ofNullable(received.getHttpURI().getPath()).orElse("");
    }

    /** What watches over requests. */
    interface Seen {
        /** Takes note of what was answered. */
        void answered(Answered answered);

        /** Takes note that a short answer is on its way to its reader. */
        void answering(org.eclipse.jetty.server.Request request);
    }

    /** Writes an answer that is short. */
    void write(Response response, Callback callback) {
        try {
            byte[] body = body(response);
            writeHead(answer, response, id);
            seen(response, body.length);
            seen.answering(received);
            answer.write(true, ByteBuffer.wrap(body), callback);
        } catch (IOException failure) {
            callback.failed(failure);
        }
    }

    /** Writes the head of an answer whose body comes later. */
    void begin(Response response, Callback callback) {
        writeHead(answer, response, id);
        seen(response, 0);
        answer.write(false, ByteBuffer.allocate(0), callback);
    }

    private void seen(Response response, long bytes) {
        var asked = head(Map.of());
        seen.answered(Answered.of(api, asked, id, response, bytes, System.nanoTime() - begin));
    }

    static byte[] body(Response response) throws IOException {
        var body = new ByteArrayOutputStream();
        response.body().writeTo(body);
        return body.toByteArray();
    }

    static void writeHead(org.eclipse.jetty.server.Response answer, Response response, String id) {
        HttpFields.Mutable headers = answer.getHeaders();
        answer.setStatus(response.status());
        SecurityHeaders.writeTo(headers::put);
        headers.put("Request-Id", id);
        response.headers().forEach(headers::put);
    }
}
