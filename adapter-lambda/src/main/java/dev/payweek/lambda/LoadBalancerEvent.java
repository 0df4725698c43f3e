package dev.payweek.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import java.io.IOException;
import java.util.Map;

/**
 * An application load balancer. Path and query come as they were sent, still encoded.
 *
 * @param multiple whether its target group is set to lists of headers; it takes the answer in that mode only
 */
record LoadBalancerEvent(Address address, boolean multiple) implements EventFormat {

    // Stricter than Lambda, and in MB of an unnamed size: the smaller one is right either way.
    private static final int BALANCER_BYTES = 1_000_000;

    @Override
    public Request request(JsonNode event) {
        return new Request(
                event.path("httpMethod").asText(),
                address.path(event.path("path").asText(), "", ""),
                EventFields.query(
                        event, QueryString::decoded, "multiValueQueryStringParameters", "queryStringParameters"),
                EventFields.headers(event, "multiValueHeaders", "headers"),
                EventFields.body(event));
    }

    @Override
    public int mostBytes() {
        return BALANCER_BYTES;
    }

    @Override
    public void writeHead(JsonGenerator json, int status, Map<String, String> headers) throws IOException {
        json.writeStringField("statusDescription", status + " " + words(status));
        if (multiple) {
            EventFormat.writeMultiple(json, headers);
        } else {
            EventFormat.writeSingle(json, headers);
        }
    }

    /** The balancer wants words behind the number; no client looks at them. */
    private static String words(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> status < 300 ? "Success" : status < 400 ? "Redirection" : status < 500 ? "Refused" : "Failed";
        };
    }
}
