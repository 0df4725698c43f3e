package dev.payweek.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the events that AWS makes of a request, and reads the answers as AWS does. */
enum Sender {
    /** An HTTP API on its default stage, which decodes the path. */
    HTTP_API,
    /** An HTTP API on a stage of its own, which becomes part of the path. */
    HTTP_API_WITH_STAGE,
    /** A function URL, which leaves the path encoded. */
    FUNCTION_URL,
    /** An HTTP API set to payload format 1.0, on a stage of its own. */
    HTTP_API_FORMAT_ONE,
    /** A REST API, whose stage is in the caller's path only. */
    REST_API,
    /** A load balancer that hands over one value for each header. */
    LOAD_BALANCER,
    /** A load balancer whose target group is set to lists. */
    LOAD_BALANCER_MULTI;

    static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the event of a request; the target is path and query, percent-encoded. */
    String event(String method, String target, Map<String, String> headers, byte[] body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        ObjectNode event = JSON.createObjectNode();
        switch (this) {
            case HTTP_API -> two(event, method, decoded(path), query, headers, "$default");
            case HTTP_API_WITH_STAGE -> two(event, method, "/Prod" + decoded(path), query, headers, "Prod");
            case FUNCTION_URL -> two(event, method, path, query, headers, "$default");
            case HTTP_API_FORMAT_ONE -> {
                event.put("version", "1.0");
                one(event, method, "/Prod" + decoded(path), "/Prod" + decoded(path), headers);
                parameters(event, query, true, true);
            }
            case REST_API -> {
                event.put("resource", "/{proxy+}");
                one(event, method, path, "/Prod" + path, headers);
                parameters(event, query, true, true);
            }
            case LOAD_BALANCER, LOAD_BALANCER_MULTI -> {
                event.putObject("requestContext").putObject("elb").put("targetGroupArn", "arn:aws:elb:fixture");
                event.put("httpMethod", method).put("path", path);
                boolean lists = this == LOAD_BALANCER_MULTI;
                headers(event, headers, !lists, lists, true);
                parameters(event, query, false, lists);
            }
        }
        put(event, body);
        return event.toString();
    }

    /** Asks an instance something with the token, and returns its answer. */
    Answer ask(Instance instance, String method, String target, String json) throws InterruptedException {
        Map<String, String> headers = Fixture.headers(Map.of("Content-Type", "application/json"));
        RuntimeApi.Told told = instance.invoke(event(method, target, headers, json.getBytes(StandardCharsets.UTF_8)));
        if (!told.what().equals("invocation/response")) {
            throw new AssertionError(told.text());
        }
        return answer(told.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the answer in an envelope, checking that the envelope is of this sender's kind. */
    Answer answer(byte[] packed) {
        try {
            JsonNode envelope = JSON.readTree(packed);
            boolean lists = this == REST_API || this == HTTP_API_FORMAT_ONE || this == LOAD_BALANCER_MULTI;
            if (envelope.has("multiValueHeaders") != lists || envelope.has("headers") == lists) {
                throw new AssertionError(name() + " does not understand " + envelope);
            }
            Map<String, String> headers = new HashMap<>();
            for (var header :
                    envelope.path(lists ? "multiValueHeaders" : "headers").properties()) {
                String value = lists
                        ? header.getValue().get(0).textValue()
                        : header.getValue().textValue();
                headers.put(header.getKey().toLowerCase(Locale.ROOT), value);
            }
            String body = envelope.path("body").textValue();
            byte[] bytes = envelope.path("isBase64Encoded").booleanValue()
                    ? Base64.getDecoder().decode(body)
                    : body.getBytes(StandardCharsets.UTF_8);
            return Answer.of(envelope.path("statusCode").intValue(), headers, bytes);
        } catch (java.io.IOException e) {
            throw new AssertionError("no JSON: " + new String(packed, StandardCharsets.UTF_8), e);
        }
    }

    private static void two(
            ObjectNode event, String method, String path, String query, Map<String, String> headers, String stage) {
        event.put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", path)
                .put("rawQueryString", query);
        headers(event, headers, true, false, true);
        ObjectNode context = event.putObject("requestContext").put("stage", stage);
        context.putObject("http").put("method", method).put("path", path).put("sourceIp", "192.0.2.1");
    }

    private static void one(ObjectNode event, String method, String path, String shown, Map<String, String> headers) {
        event.put("httpMethod", method).put("path", path);
        event.putObject("requestContext")
                .put("stage", "Prod")
                .put("path", shown)
                .put("httpMethod", method);
        headers(event, headers, true, true, false);
    }

    private static void headers(
            ObjectNode event, Map<String, String> headers, boolean single, boolean lists, boolean lowerCase) {
        ObjectNode texts = single ? event.putObject("headers") : JSON.createObjectNode();
        ObjectNode arrays = lists ? event.putObject("multiValueHeaders") : JSON.createObjectNode();
        headers.forEach((name, value) -> {
            String written = lowerCase ? name.toLowerCase(Locale.ROOT) : name;
            texts.put(written, value);
            arrays.putArray(written).add(value);
        });
    }

    private static void parameters(ObjectNode event, String query, boolean decoded, boolean lists) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            String[] parts = (pair.contains("=") ? pair : pair + "=").split("=", 2);
            parameters
                    .computeIfAbsent(decoded ? decoded(parts[0]) : parts[0], name -> new ArrayList<>())
                    .add(decoded ? decoded(parts[1]) : parts[1]);
        }
        ObjectNode texts = JSON.createObjectNode();
        ObjectNode arrays = JSON.createObjectNode();
        parameters.forEach((name, values) -> {
            texts.put(name, values.get(values.size() - 1));
            values.forEach(arrays.withArrayProperty(name)::add);
        });
        // API Gateway writes null where there is nothing, a load balancer an empty object.
        if (decoded || !lists) {
            event.set("queryStringParameters", texts.isEmpty() && decoded ? event.nullNode() : texts);
        }
        if (lists) {
            event.set("multiValueQueryStringParameters", arrays.isEmpty() && decoded ? event.nullNode() : arrays);
        }
    }

    private static void put(ObjectNode event, byte[] body) {
        if (body.length == 0) {
            event.putNull("body").put("isBase64Encoded", false);
            return;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            event.put("body", text).put("isBase64Encoded", false);
        } catch (CharacterCodingException binary) {
            event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
