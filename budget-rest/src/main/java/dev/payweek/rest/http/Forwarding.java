package dev.payweek.rest.http;

import dev.payweek.rest.json.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What proxies on the way say of a request, in {@code Forwarded} (RFC 7239) or the {@code X-Forwarded-…} headers. Of
 * several values the last counts: the nearest proxy has added it, while those before it may be anybody's invention.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * @param address the numerical address of the caller; empty when it is not said
 * @param host the name, perhaps with a port, by which the caller knows the service; empty when it is not said
 * @param scheme {@code http} or {@code https}; empty when it is not said
 */
record Forwarding(String address, String host, String scheme) {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern PAIR = Pattern.compile("(?i)(for|host|proto)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*))");
    private static final Pattern V4 = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::[0-9]{1,5})?");
    private static final Pattern V6 = Pattern.compile("\\[?([0-9a-f:.]*:[0-9a-f:.]*)(?:]|](?::[0-9]{1,5}))?");

    /**
     * Reads what the nearest proxy says.
     *
     * @throws Problem with status 400 if the two kinds of headers differ: then one of them is the caller's own
     */
    static Forwarding of(Request request) {
        List<String> elements = values(request, "Forwarded").toList();
        String standard = elements.isEmpty() ? "" : elements.get(elements.size() - 1);
        return new Forwarding(
                agreed(numerical(pair(standard, "for")), numerical(last(request, "X-Forwarded-For"))),
                agreed(pair(standard, "host"), last(request, "X-Forwarded-Host")),
                agreed(pair(standard, "proto"), last(request, "X-Forwarded-Proto")));
    }

    /** Returns every name by which proxies say that the service was called, whether or not they are believed. */
    static List<String> hosts(Request request) {
        return Stream.of(
                        values(request, "Forwarded").map(element -> pair(element, "host")),
                        values(request, "X-Forwarded-Host"),
                        values(request, "X-Original-Host"))
                .flatMap(names -> names)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns whether a name is an address in digits, with brackets around one of IPv6. */
    static boolean isAddress(String name) {
        return V4.matcher(name).matches()
                || (name.startsWith("[") && V6.matcher(name).matches());
    }

    private static Stream<String> values(Request request, String header) {
        return request.header(header).stream()
                .flatMap(value -> Arrays.stream(COMMA.split(value.strip())))
                .map(value -> value.toLowerCase(Locale.ROOT));
    }

    private static String last(Request request, String header) {
        return values(request, header).reduce("", (before, after) -> after);
    }

    private static String pair(String element, String name) {
        Matcher pairs = PAIR.matcher(element);
        Optional<String> found = Optional.empty();
        while (found.isEmpty() && pairs.find()) {
            if (pairs.group(1).equals(name)) {
                found = Optional.of(pairs.group(2) == null ? pairs.group(3) : pairs.group(2));
            }
        }
        return found.orElse("");
    }

    /** What is no address in digits, such as {@code unknown}, says nothing. */
    private static String numerical(String node) {
        Matcher v4 = V4.matcher(node);
        if (v4.matches()) {
            return v4.group(1);
        }
        Matcher v6 = V6.matcher(node);
        return v6.matches() ? v6.group(1) : "";
    }

    private static String agreed(String standard, String custom) {
        if (!standard.isEmpty() && !custom.isEmpty() && !standard.equals(custom)) {
            throw Problem.of(
                    400, "forwarding_differs", "Forwarded and X-Forwarded-… name different callers, hosts or schemes.");
        }
        return custom.isEmpty() ? standard : custom;
    }
}
