package dev.payweek.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Payload format 2.0: HTTP APIs, unless set otherwise, and function URLs. Header names come in lower case. */
record HttpApiEvent(Address address) implements EventFormat {

    @Override
    public Request request(JsonNode event) {
        JsonNode context = event.path("requestContext");
        JsonNode http = context.path("http");
        Map<String, String> headers = EventFields.headers(event, "headers");
        JsonNode cookies = event.path("cookies");
        if (!cookies.isEmpty()) {
            headers.put("cookie", EventFields.joined(cookies, "; "));
        }
        return new Request(
                http.path("method").asText(),
                address.path(
                        event.path("rawPath").asText(),
                        http.path("path").asText(),
                        context.path("stage").asText()),
                // The map of parameters beside it joins repeated ones by commas, which cannot be distinguished from
                // commas in
                // them.
                QueryString.parse(event.path("rawQueryString").asText()),
                headers,
                EventFields.body(event));
    }

    /** Cookies have a list of their own; a Set-Cookie among the headers would be merged with others. */
    @Override
    public void writeHead(JsonGenerator json, int status, Map<String, String> headers) throws IOException {
        Map<String, String> plain = new LinkedHashMap<>();
        json.writeArrayFieldStart("cookies");
        for (var header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase("Set-Cookie")) {
                json.writeString(header.getValue());
            } else {
                plain.put(header.getKey(), header.getValue());
            }
        }
        json.writeEndArray();
        EventFormat.writeSingle(json, plain);
    }
}
