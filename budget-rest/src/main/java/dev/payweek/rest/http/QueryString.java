package dev.payweek.rest.http;

import dev.payweek.rest.json.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query as it stands in an address, read the same way whatever carries it. Holds no state. */
public final class QueryString {

    private QueryString() {}

    /**
     * Returns the decoded parameters in their order, each with its values: {@code a=1&b=x+y&a=2} gives {@code {a=[1,
     * 2], b=[x y]}}.
     *
     * @param raw without the question mark; possibly empty
     * @throws Problem with status 400 if it is not properly encoded
     */
    public static Map<String, List<String>> parse(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                query.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return query;
    }

    /**
     * Returns a name or value of a query, decoded.
     *
     * @throws Problem with status 400 if it is not properly encoded
     */
    public static String decoded(String encoded) {
        try {
            return PercentEncoding.decoded(encoded, true);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "malformed_query", "The query is not properly percent-encoded UTF-8.");
        }
    }
}
