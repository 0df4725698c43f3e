package dev.payweek.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.Request;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Payload format 1.0: REST APIs, and HTTP APIs set to it. The query comes decoded, repeated members in lists. */
record RestApiEvent(Address address) implements EventFormat {

    @Override
    public Request request(JsonNode event) {
        JsonNode context = event.path("requestContext");
        return new Request(
                event.path("httpMethod").asText(),
                address.path(
                        event.path("path").asText(),
                        context.path("path").asText(),
                        context.path("stage").asText()),
                // What calls a function by hand often fills the single members only.
                EventFields.query(
                        event, UnaryOperator.identity(), "multiValueQueryStringParameters", "queryStringParameters"),
                EventFields.headers(event, "multiValueHeaders", "headers"),
                EventFields.body(event));
    }

    @Override
    public void writeHead(JsonGenerator json, int status, Map<String, String> headers) throws IOException {
        EventFormat.writeMultiple(json, headers);
    }
}
