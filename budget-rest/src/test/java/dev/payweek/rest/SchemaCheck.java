package dev.payweek.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds JSON against the schemas of an OpenAPI document, as far as that document uses JSON schema. */
final class SchemaCheck {

    private static final Set<String> KNOWN = Set.of(
            "$ref",
            "oneOf",
            "anyOf",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "format",
            "pattern",
            "examples",
            "contentMediaType",
            "minLength",
            "maxLength");

    private final JsonNode document;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** Returns what of the value is not as the schema says, with its place. */
    static List<String> problems(JsonNode document, JsonNode schema, JsonNode value) {
        var check = new SchemaCheck(document);
        check.check(schema, value, "");
        return check.problems;
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        schema.fieldNames().forEachRemaining(word -> require(KNOWN.contains(word), at, "unknown word " + word));
        if (schema.has("$ref")) {
            check(document.at(schema.path("$ref").textValue().substring(1)), value, at);
        } else if (schema.has("oneOf")) {
            long fitting = Tree.elements(schema.path("oneOf")).stream()
                    .filter(one -> problems(document, one, value).isEmpty())
                    .count();
            require(fitting == 1, at, fitting + " of oneOf fit");
        } else if (schema.has("anyOf")) {
            boolean fits = Tree.elements(schema.path("anyOf")).stream()
                    .anyMatch(one -> problems(document, one, value).isEmpty());
            require(fits, at, "nothing of anyOf fits");
        } else if (schema.path("type").isArray()) {
            boolean fits = Tree.elements(schema.path("type")).stream().anyMatch(type -> {
                var typed = new SchemaCheck(document);
                typed.typed(type.textValue(), schema, value, at);
                return typed.problems.isEmpty();
            });
            require(fits, at, "nothing of " + schema.path("type") + " fits");
        } else if (schema.has("type")) {
            typed(schema.path("type").textValue(), schema, value, at);
        }
    }

    private void typed(String type, JsonNode schema, JsonNode value, String at) {
        switch (type) {
            case "null" -> require(value.isNull(), at, "not null");
            case "object" -> object(schema, value, at);
            case "array" -> {
                require(value.isArray(), at, "no array");
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    check(schema.path("items"), value.get(i), at + "/" + i);
                }
            }
            case "string" -> string(schema, value, at);
            case "integer" -> require(value.isIntegralNumber(), at, "no integer");
            case "number" -> require(value.isNumber(), at, "no number");
            case "boolean" -> require(value.isBoolean(), at, "no boolean");
            default -> require(false, at, "unknown type " + schema.path("type"));
        }
    }

    private void object(JsonNode schema, JsonNode value, String at) {
        require(value.isObject(), at, "no object");
        schema.path("required")
                .forEach(name -> require(value.has(name.textValue()), at, name.textValue() + " is missing"));
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            String place = at + "/" + field.getKey();
            if (!property.isMissingNode()) {
                check(property, field.getValue(), place);
            } else if (others.isObject()) {
                check(others, field.getValue(), place);
            } else {
                require(others.asBoolean(true), place, "unknown field");
            }
        });
    }

    private void string(JsonNode schema, JsonNode value, String at) {
        if (!value.isTextual()) {
            require(false, at, "no string");
            return;
        }
        String text = value.textValue();
        require(text.length() >= schema.path("minLength").asInt(0), at, "too short");
        require(text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE), at, "too long");
        require(!schema.has("pattern") || text.matches(schema.path("pattern").textValue()), at, "pattern");
        require(!schema.has("enum") || Tree.elements(schema.path("enum")).contains(value), at, "not in enum: " + text);
        try {
            switch (schema.path("format").asText("")) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> Instant.parse(text);
                default -> {
                    // Nothing more is said of it.
                }
            }
        } catch (DateTimeException e) {
            require(false, at, "format: " + text);
        }
    }

    private void require(boolean condition, String at, String problem) {
        if (!condition) {
            problems.add((at.isEmpty() ? "/" : at) + ": " + problem);
        }
    }
}
