package dev.payweek.persistence.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Aurora DSQL takes for a password: a request to connect that AWS's keys have signed, good for a quarter of an
 * hour. A connection that is open outlives it.
 */
final class DsqlToken {

    static final int SECONDS = 900;

    private static final Pattern HOST = Pattern.compile("[a-z0-9]+\\.dsql[a-z0-9-]*\\.([a-z0-9-]+)\\.on\\.aws");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private DsqlToken() {}

    /**
     * Signs a token, as AWS's signature of version 4 asks for.
     *
     * @param host the cluster, such as {@code abc123.dsql.us-west-2.on.aws}
     * @param user who connects; {@code admin} needs another right than all others
     * @param keys variables named as AWS names them: {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY} and, for
     *     those that end, {@code AWS_SESSION_TOKEN}
     * @throws IllegalArgumentException with a sentence if the host is no cluster's or a key is missing
     */
    static String signed(String host, String user, Map<String, String> keys, Instant now) {
        Matcher cluster = HOST.matcher(host);
        if (!cluster.matches()) {
            throw new IllegalArgumentException("signIn=dsql needs a host like ID.dsql.REGION.on.aws.");
        }
        String time = TIME.format(now);
        String day = time.substring(0, 8);
        String scope = day + "/" + cluster.group(1) + "/dsql/aws4_request";
        String session = keys.getOrDefault("AWS_SESSION_TOKEN", "");
        // By their names in order, as they are signed.
        String request = "Action=" + (user.equals("admin") ? "DbConnectAdmin" : "DbConnect")
                + "&X-Amz-Algorithm=" + ALGORITHM
                + "&X-Amz-Credential=" + encoded(key(keys, "AWS_ACCESS_KEY_ID") + "/" + scope)
                + "&X-Amz-Date=" + time
                + "&X-Amz-Expires=" + SECONDS
                + (session.isEmpty() ? "" : "&X-Amz-Security-Token=" + encoded(session))
                + "&X-Amz-SignedHeaders=host";
        String whole = "GET\n/\n" + request + "\nhost:" + host + "\n\nhost\n" + sha256("");
        byte[] key = bytes("AWS4" + key(keys, "AWS_SECRET_ACCESS_KEY"));
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        String signature =
                HexFormat.of().formatHex(hmac(key, ALGORITHM + "\n" + time + "\n" + scope + "\n" + sha256(whole)));
        return host + "/?" + request + "&X-Amz-Signature=" + signature;
    }

    private static String key(Map<String, String> keys, String name) {
        String key = keys.getOrDefault(name, "");
        if (key.isEmpty()) {
            throw new IllegalArgumentException("signIn=dsql needs " + name + " in the environment.");
        }
        return key;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
