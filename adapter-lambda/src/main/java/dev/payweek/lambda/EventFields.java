package dev.payweek.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.json.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** The members of an event that several senders write alike. A member that is null counts as absent. */
final class EventFields {

    private EventFields() {}

    /**
     * Returns the headers by lower-case name, repeated ones joined.
     *
     * @param members one object or several; the later ones count only for names the earlier ones lack
     */
    static Map<String, String> headers(JsonNode event, String... members) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String member : members) {
            Map<String, String> more = new LinkedHashMap<>();
            for (var sent : event.path(member).properties()) {
                String name = sent.getKey().toLowerCase(Locale.ROOT);
                String between = name.equals("cookie") ? "; " : ", ";
                for (String value : values(sent.getValue())) {
                    more.merge(name, value, (first, next) -> first + between + next);
                }
            }
            more.forEach(headers::putIfAbsent);
        }
        return headers;
    }

    /**
     * Returns the parameters of a query that came in pieces.
     *
     * @param members the objects that may hold them; the first that holds any counts
     * @param reading what is to be done to each name and value
     */
    static Map<String, List<String>> query(JsonNode event, UnaryOperator<String> reading, String... members) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String member : members) {
            for (var sent : event.path(member).properties()) {
                List<String> values = query.computeIfAbsent(reading.apply(sent.getKey()), name -> new ArrayList<>());
                values(sent.getValue()).forEach(value -> values.add(reading.apply(value)));
            }
            if (!query.isEmpty()) {
                break;
            }
        }
        return query;
    }

    /**
     * Returns what follows the headers.
     *
     * @throws Problem with status 400 if it is said to be base64 and is not
     */
    static InputStream body(JsonNode event) {
        JsonNode body = event.path("body");
        if (!body.isTextual()) {
            return InputStream.nullInputStream();
        }
        if (!event.path("isBase64Encoded").asBoolean()) {
            return new ByteArrayInputStream(body.textValue().getBytes(StandardCharsets.UTF_8));
        }
        try {
            return new ByteArrayInputStream(Base64.getDecoder().decode(body.textValue()));
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "incomplete_body", "The body did not arrive whole.");
        }
    }

    /** Returns the texts of a list, joined. */
    static String joined(JsonNode list, String between) {
        StringJoiner joined = new StringJoiner(between);
        values(list).forEach(joined::add);
        return joined.toString();
    }

    private static List<String> values(JsonNode sent) {
        List<String> values = new ArrayList<>();
        if (sent.isArray()) {
            sent.forEach(value -> values.add(value.asText()));
        } else if (!sent.isNull()) {
            values.add(sent.asText());
        }
        return values;
    }
}
