package dev.payweek.rest.endpoint;

import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.JsonSchema;
import dev.payweek.rest.json.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI 3.1 document, made from the routes when it is first asked for. Safe for use by many threads. */
final class OpenApi {

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final JsonSchema schemas = new JsonSchema();
    private final List<Route> routes;
    private final String version;
    private final String basePath;
    private Optional<Map<String, Object>> made = Optional.empty();

    /** Describes the routes that are in the list by the time the document is asked for. */
    OpenApi(List<Route> routes, String version, String basePath) {
        this.basePath = basePath;
        this.routes = routes;
        this.version = version;
    }

    synchronized Map<String, Object> document() {
        if (made.isEmpty()) {
            made = Optional.of(make());
        }
        return made.get();
    }

    private Map<String, Object> make() {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.template(), any -> new LinkedHashMap<>())
                    .put(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        Map<String, Object> document = fields(
                "openapi",
                "3.1.0",
                "info",
                fields(
                        "title",
                        "Payweek",
                        "version",
                        version,
                        "description",
                        "How much of my discretionary income have I spent since my last paycheck, on what, and how"
                                + " much is left until the next?",
                        "license",
                        fields("name", "Apache License 2.0", "identifier", "Apache-2.0")),
                "jsonSchemaDialect",
                "https://spec.openapis.org/oas/3.1/dialect/base",
                "paths",
                paths,
                "components",
                fields(
                        "schemas",
                        schemas.components(),
                        "responses",
                        OpenApiAnswers.components(schemas.of(Problem.Body.class)),
                        "securitySchemes",
                        fields("token", fields("type", "http", "scheme", "bearer"))));
        if (!basePath.isEmpty()) {
            document.put("servers", List.of(fields("url", basePath)));
        }
        return document;
    }

    private Map<String, Object> operation(Route route) {
        Map<String, Object> operation = fields("summary", route.summary(), "tags", List.of(tag(route)));
        operation.put("operationId", operationId(route));
        List<Object> parameters = parameters(route);
        parameters.addAll(OpenApiAnswers.requestHeaders(route));
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        route.takes()
                .ifPresent(content -> operation.put(
                        "requestBody", fields("required", true, "content", requestContent(route, content))));
        operation.put("responses", responses(route));
        if (route.access() != Access.OPEN) {
            operation.put("security", List.of(Map.of(), fields("token", List.of())));
        }
        return operation;
    }

    private Map<String, Object> responses(Route route) {
        Map<String, Object> success = fields("description", "Done.");
        Map<String, Object> headers = OpenApiAnswers.headers(route);
        if (!headers.isEmpty()) {
            success.put("headers", headers);
        }
        Map<String, Object> forms = new LinkedHashMap<>();
        route.gives().forEach(content -> forms.put(content.mediaType(), schema(content)));
        if (!forms.isEmpty()) {
            success.put("content", forms);
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        route.statuses().forEach(status -> responses.put(Integer.toString(status), success));
        OpenApiAnswers.refusals(route)
                .forEach(status ->
                        responses.put(Integer.toString(status), fields("$ref", "#/components/responses/" + status)));
        responses.put("default", fields("$ref", "#/components/responses/default"));
        return responses;
    }

    private Map<String, Object> schema(Content content) {
        if (content.shape() == byte[].class) {
            return fields("schema", bytes());
        }
        Map<String, Object> one = schemas.of(content.shape());
        Map<String, Object> many = fields("type", "array", "items", one);
        return switch (content.form()) {
            case ONE -> fields("schema", one);
            case MANY -> fields("schema", many);
            case ONE_OR_MANY -> fields("schema", fields("oneOf", List.of(one, many)));
        };
    }

    /** What is no text has no type in JSON schema. */
    private static Map<String, Object> bytes() {
        return fields("contentMediaType", "application/octet-stream");
    }

    /** A file may also come in a form. */
    private Map<String, Object> requestContent(Route route, Content content) {
        Map<String, Object> kinds = fields(content.mediaType(), requestSchema(route, content));
        if (content.shape() == byte[].class) {
            kinds.put(
                    "multipart/form-data",
                    fields("schema", fields("type", "object", "properties", fields("file", bytes()))));
        }
        return kinds;
    }

    /** A patch may leave out whatever it does not change. */
    private Map<String, Object> requestSchema(Route route, Content content) {
        return route.method().equals("PATCH") ? fields("schema", schemas.patchOf(content.shape())) : schema(content);
    }

    private static List<Object> parameters(Route route) {
        List<Object> parameters = new ArrayList<>();
        Matcher names = PATH_PARAMETER.matcher(route.template());
        while (names.find()) {
            String name = names.group(1);
            boolean number = name.equals("id") || name.equals("version");
            parameters.add(fields(
                    "name",
                    name,
                    "in",
                    "path",
                    "required",
                    true,
                    "schema",
                    number ? fields("type", "integer", "format", "int64") : fields("type", "string")));
        }
        for (QueryParameter parameter : route.parameters()) {
            parameters.add(fields(
                    "name",
                    parameter.name(),
                    "in",
                    "query",
                    "description",
                    parameter.meaning(),
                    "schema",
                    schema(parameter)));
        }
        return parameters;
    }

    private static Map<String, Object> schema(QueryParameter parameter) {
        Map<String, Object> schema = schema(parameter.type());
        if (!parameter.choices().isEmpty()) {
            schema.put("enum", parameter.choices());
        }
        parameter.bounds().ifPresent(bounds -> {
            schema.put("minimum", bounds.least());
            schema.put("maximum", bounds.most());
        });
        return schema;
    }

    private static Map<String, Object> schema(QueryParameter.Type type) {
        return switch (type) {
            case TEXT -> fields("type", "string");
            case DATE -> fields("type", "string", "format", "date");
            case INTEGER -> fields("type", "integer");
            case AMOUNT -> fields("type", "number");
            case FLAG -> fields("type", "boolean");
        };
    }

    private static String tag(Route route) {
        String[] words = route.template().split("/", -1);
        return words[1].isEmpty() ? "service" : words[1];
    }

    private static String operationId(Route route) {
        String words = route.template().replaceAll("[{}]", "").replaceAll("[^a-zA-Z]+", "_");
        return route.method().toLowerCase(Locale.ROOT) + (words.equals("_") ? "" : words);
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        return JsonSchema.fields(namesAndValues);
    }
}
