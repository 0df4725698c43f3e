package dev.payweek.lambda;

import java.nio.charset.StandardCharsets;

/** Finds the path that the API knows in the paths that AWS hands over. */
final class Address {

    private static final String HEX = "0123456789ABCDEF";

    /** What may stand in a path beside letters and digits, by RFC 3986, and the slash between segments. */
    private static final String PUNCTUATION = "/-._~!$&'()*+,;=:@";

    private final String basePath;

    /** Creates the reader for a custom domain's base path, which is empty when there is none. */
    Address(String basePath) {
        this.basePath = basePath;
    }

    /**
     * Returns the path without the stage and without the base path, percent-encoded.
     *
     * @param given the path of the event
     * @param shown the path as the caller wrote it; empty where the sender has no stages
     * @param stage the name of the stage; empty where the sender has none
     */
    String path(String given, String shown, String stage) {
        String path = encoded(given.startsWith("/") ? given : "/" + given);
        // A named stage is a segment of the path at HTTP APIs. REST APIs take it off and show it in the caller's path
        // only;
        // looking there keeps a stage that is called like a route, say /budget, from swallowing the route.
        boolean takenOff = encoded(shown).equals("/" + stage + path);
        boolean named = !stage.isEmpty() && !stage.equals("$default");
        return without(basePath, named && !takenOff ? without("/" + stage, path) : path);
    }

    private static String without(String prefix, String path) {
        if (path.equals(prefix)) {
            return "/";
        }
        return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
    }

    /**
     * Returns the path with everything encoded that cannot stand in a path as it is.
     *
     * <p>HTTP APIs hand over the path decoded, REST APIs, function URLs and load balancers as it was sent. Both come
     * out right, but for a decoded percent sign with two hexadecimal digits behind it, which reads as an encoded byte;
     * and a slash within a segment is lost before it comes here.
     */
    private static String encoded(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            byte one = bytes[i];
            if (mayStand(one) || (one == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2))) {
                encoded.append((char) one);
            } else {
                encoded.append('%').append(HEX.charAt((one >> 4) & 15)).append(HEX.charAt(one & 15));
            }
        }
        return encoded.toString();
    }

    private static boolean mayStand(byte one) {
        return (one >= 'a' && one <= 'z')
                || (one >= 'A' && one <= 'Z')
                || (one >= '0' && one <= '9')
                || PUNCTUATION.indexOf(one) >= 0;
    }

    private static boolean isHex(byte[] bytes, int at) {
        return at < bytes.length && Character.digit(bytes[at], 16) >= 0;
    }
}
