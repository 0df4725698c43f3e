package dev.payweek.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.payweek.testkit.TransportContract.Answer;
import java.util.List;
import java.util.stream.StreamSupport;

/** JSON as a caller sees it, numbers as they were written. */
final class Tree {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Tree() {}

    static JsonNode of(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    static JsonNode of(Answer answer) {
        return of(answer.text());
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Returns the pointers of a problem in the order they are told. */
    static List<String> pointers(Answer problem) {
        return elements(of(problem).path("errors")).stream()
                .map(error -> error.path("pointer").textValue())
                .toList();
    }
}
