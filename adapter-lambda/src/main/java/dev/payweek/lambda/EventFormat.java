package dev.payweek.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.Request;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What brings requests as events and takes answers as JSON, each kind in a shape of its own. */
sealed interface EventFormat permits HttpApiEvent, RestApiEvent, LoadBalancerEvent {

    /** The most bytes of an answer that Lambda takes. */
    int LAMBDA_BYTES = 6 * 1024 * 1024;

    /** Returns what sent the event; nothing if it is no HTTP request. */
    static Optional<EventFormat> of(JsonNode event, Address address) {
        JsonNode context = event.path("requestContext");
        if (context.path("http").path("method").isTextual()) {
            return Optional.of(new HttpApiEvent(address));
        }
        if (context.has("elb")) {
            return Optional.of(new LoadBalancerEvent(
                    address, event.path("multiValueHeaders").isObject()));
        }
        return event.path("httpMethod").isTextual() ? Optional.of(new RestApiEvent(address)) : Optional.empty();
    }

    /** Returns whether the event comes from a schedule, or from somebody who calls the function with nothing. */
    static boolean isSchedule(JsonNode event) {
        return event.isObject()
                && (event.isEmpty() || event.path("source").asText().matches("aws\\.(events|scheduler)"));
    }

    /** Returns what sort of event it is, by what its sender says of itself. */
    static String nameOf(JsonNode event) {
        JsonNode first = event.path("Records").path(0);
        for (JsonNode name : new JsonNode[] {
            first.path("eventSource"), first.path("EventSource"), event.path("source"), event.path("eventSource")
        }) {
            if (name.isTextual()) {
                return "events of " + name.textValue().replaceAll("[^\\w.:-]", "?");
            }
        }
        return "events of this shape";
    }

    /**
     * Reads the request out of the event.
     *
     * @throws dev.payweek.rest.json.Problem with status 400 if query or body are not properly encoded
     */
    Request request(JsonNode event);

    /** Returns the most bytes of an answer, envelope and all. */
    default int mostBytes() {
        return LAMBDA_BYTES;
    }

    /** Writes the members of the answer's envelope that only this kind has, the headers among them. */
    void writeHead(JsonGenerator json, int status, Map<String, String> headers) throws IOException;

    /** Writes headers as an object of texts. */
    static void writeSingle(JsonGenerator json, Map<String, String> headers) throws IOException {
        json.writeObjectFieldStart("headers");
        for (var header : headers.entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
    }

    /** Writes headers as an object of lists. */
    static void writeMultiple(JsonGenerator json, Map<String, String> headers) throws IOException {
        json.writeObjectFieldStart("multiValueHeaders");
        for (var header : headers.entrySet()) {
            json.writeArrayFieldStart(header.getKey());
            json.writeString(header.getValue());
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
