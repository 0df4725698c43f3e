package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.Route;
import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private final DirectApi api = new DirectApi();
    private JsonNode document = Tree.of("{}");

    @BeforeEach
    void readTheDocument() throws Exception {
        document = Tree.of(api.send("GET", "/openapi.json"));
    }

    @Test
    void the_document_describes_every_route_and_no_other() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> routes = new TreeSet<>();
        api.api().routes().forEach(route -> routes.add(route.method() + " " + route.template()));
        assertEquals(routes, described);
    }

    @Test
    void the_document_has_the_parts_that_open_api_asks_for() {
        assertEquals("3.1.0", document.path("openapi").textValue());
        assertEquals(
                "https://spec.openapis.org/oas/3.1/dialect/base",
                document.path("jsonSchemaDialect").textValue());
        assertEquals("Payweek", document.path("info").path("title").textValue());
        assertEquals(PayweekApi.version(), document.path("info").path("version").textValue());
        Set<String> ids = new HashSet<>();
        for (Route route : api.api().routes()) {
            JsonNode operation = operation(route);
            assertTrue(ids.add(operation.path("operationId").textValue()), route.template());
            assertTrue(operation.path("summary").textValue().endsWith("."), route.summary());
            assertTrue(operation.path("responses").has("default"));
            Set<String> named = new TreeSet<>();
            operation.path("parameters").forEach(parameter -> {
                assertTrue(Set.of("path", "query", "header")
                        .contains(parameter.path("in").textValue()));
                assertTrue(parameter.path("schema").has("type"));
                assertEquals(
                        parameter.path("in").textValue().equals("path"),
                        parameter.path("required").asBoolean(false));
                named.add("{" + parameter.path("name").textValue() + "}");
            });
            for (String word : route.template().split("/", -1)) {
                assertTrue(!word.startsWith("{") || named.contains(word), route.template());
            }
        }
    }

    @Test
    void every_reference_leads_somewhere_and_every_schema_is_used() {
        Set<String> used = new TreeSet<>();
        document.findValuesAsText("$ref").forEach(reference -> {
            assertTrue(document.at(reference.substring(1)).isObject(), reference);
        });
        document.findValuesAsText("$ref").stream()
                .filter(reference -> reference.contains("/schemas/"))
                .forEach(reference -> {
                    used.add(reference.replace("#/components/schemas/", ""));
                });
        Set<String> described = new TreeSet<>();
        document.path("components").path("schemas").fieldNames().forEachRemaining(described::add);
        assertEquals(used, described);
    }

    @Test
    void requests_taken_and_answers_given_are_as_the_document_says() throws Exception {
        Set<String> tried = new TreeSet<>();
        for (List<String> request : Examples.TRAFFIC) {
            Route route = Examples.routeOf(request, api.api().routes());
            tried.add(route.method() + " " + route.template());
            conforms(route, request.get(1), request.get(2));
        }
        Set<String> routes = new TreeSet<>();
        api.api().routes().forEach(route -> routes.add(route.method() + " " + route.template()));
        assertEquals(routes, tried);
    }

    private void conforms(Route route, String target, String body) throws Exception {
        String what = route.method() + " " + target + " " + body;
        JsonNode operation = operation(route);
        JsonNode taken = operation.path("requestBody").path("content");
        assertEquals(body.isEmpty(), taken.isMissingNode(), what);
        String type = taken.isMissingNode() ? "" : taken.fieldNames().next();
        if (type.equals("application/json")) {
            assertEquals(List.of(), SchemaCheck.problems(document, schema(taken, type), Tree.of(body)), what);
        }
        Answer answer =
                api.send(route.method(), target, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
        boolean nothingSuggested = route.template().startsWith("/discoveries/{id}/");
        String documented = nothingSuggested ? "default" : Integer.toString(answer.status());
        JsonNode response = resolved(operation.path("responses").path(documented));
        assertTrue(response.isObject(), what + " answers " + answer);
        JsonNode given = response.path("content");
        assertEquals(answer.text().isEmpty(), given.isMissingNode(), what);
        if (given.isObject() && !given.has("*/*")) {
            String media = answer.header("content-type").orElseThrow();
            assertEquals(media, given.fieldNames().next());
            assertEquals(List.of(), SchemaCheck.problems(document, schema(given, media), Tree.of(answer)), what);
        }
    }

    @Test
    void every_refusal_is_as_the_document_says() throws Exception {
        for (Route route : api.api().routes()) {
            JsonNode problem = schema(
                    resolved(operation(route).path("responses").path("default")).path("content"),
                    "application/problem+json");
            String target = route.template().replaceAll("\\{\\w+}", "0");
            for (Answer refused : List.of(
                    api.send(route.method(), target + "?colour=red"),
                    api.send(route.method(), target, Map.of("Host", "evil.example"), new byte[0]),
                    api.send("POST", "/imports", Map.of(), "#lines\nask\n".getBytes(StandardCharsets.UTF_8)),
                    api.sendJson("POST", "/expenses", "{}"))) {
                assertTrue(refused.status() >= 400 && refused.status() < 500, refused.text());
                assertEquals(List.of(), SchemaCheck.problems(document, problem, Tree.of(refused)));
            }
        }
    }

    private JsonNode resolved(JsonNode response) {
        return response.has("$ref")
                ? document.at(response.path("$ref").textValue().substring(1))
                : response;
    }

    private JsonNode operation(Route route) {
        return document.path("paths").path(route.template()).path(route.method().toLowerCase(Locale.ROOT));
    }

    private static JsonNode schema(JsonNode content, String mediaType) {
        assertTrue(content.has(mediaType), content.toString());
        return content.path(mediaType).path("schema");
    }
}
