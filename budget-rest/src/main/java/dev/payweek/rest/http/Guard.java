package dev.payweek.rest.http;

import dev.payweek.rest.json.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decides whether a request may come in at all, before anything of it is looked at. */
final class Guard {

    private static final String ALLOWED_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match";
    private static final String EXPOSED_HEADERS =
            "ETag, Idempotent-Replayed, Ledger-Version, Link, Location, Retry-After, Total-Count";

    private static final System.Logger LOG = System.getLogger(Guard.class.getName());

    private final Settings settings;
    private final Guesses guesses;

    Guard(Settings settings, Clock clock) {
        this.settings = settings;
        this.guesses = new Guesses(clock);
    }

    /**
     * A name that is not ours means that a page elsewhere has pointed its own name at this machine. A proxy may have
     * put one of ours in its place, so what it says of the name the caller used is judged alike.
     */
    void checkHost(Request request) {
        if (settings.hosts().isEmpty()) {
            return;
        }
        boolean ours = isOurs(request.header("Host").orElse(""))
                && Forwarding.hosts(request).stream().allMatch(this::isOurs);
        if (!ours) {
            throw Problem.of(421, "wrong_host", "This service does not answer to that name.");
        }
    }

    /** Nobody can point an address in digits elsewhere, so whoever has a token may use any that leads here. */
    private boolean isOurs(String host) {
        String name = withoutPort(host.toLowerCase(Locale.ROOT));
        return settings.hosts().orElseThrow().contains(name)
                || (settings.tokenSha256().isPresent() && Forwarding.isAddress(name));
    }

    /** Returns the numerical address of the caller, as far as it is known. */
    String caller(Request request) {
        String forwarded = settings.trustsProxy() ? Forwarding.of(request).address() : "";
        return forwarded.isEmpty() ? request.peer() : forwarded;
    }

    /** The colons within the brackets of an IPv6 address are none of a port. */
    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon >= 0
                && colon < host.length() - 1
                && host.chars().skip(colon + 1L).allMatch(c -> c >= '0' && c <= '9')
                && (host.indexOf(':') == colon || host.indexOf(']') == colon - 1);
        return port ? host.substring(0, colon) : host;
    }

    /** A page of another origin may not change anything unless it was allowed to. */
    void checkOrigin(Request request) {
        if (request.isSafe()) {
            return;
        }
        boolean crossSite = request.header("Sec-Fetch-Site")
                .map(site -> !site.equals("same-origin") && !site.equals("none"))
                .orElse(false);
        Optional<String> origin = request.header("Origin");
        boolean foreign = origin.isPresent() ? !isOwn(origin.get(), request) : crossSite;
        if (foreign && origin.filter(settings.allowedOrigins()::contains).isEmpty()) {
            throw Problem.of(403, "foreign_origin", "A page of another origin may not change anything here.");
        }
    }

    private boolean isOwn(String origin, Request request) {
        String host = request.header("Host").orElse("").toLowerCase(Locale.ROOT);
        String called = host;
        String scheme = "";
        if (settings.trustsProxy()) {
            Forwarding proxy = Forwarding.of(request);
            called = proxy.host().isEmpty() ? host : proxy.host();
            scheme = proxy.scheme();
        }
        return (!scheme.equals("https") && origin.equals("http://" + called))
                || (!scheme.equals("http") && origin.equals("https://" + called));
    }

    void checkToken(Request request, Access access) {
        if (access == Access.OPEN || settings.tokenSha256().isEmpty()) {
            return;
        }
        String sent = request.header("Authorization").orElse("");
        if (sent.isEmpty()) {
            throw unauthorized();
        }
        String address = caller(request);
        boolean right;
        try {
            right = sent.regionMatches(true, 0, "Bearer ", 0, 7)
                    && guesses.isRight(address, () -> isRight(sent.substring(7).strip()));
        } catch (Problem tooMany) {
            log(address, "throttled");
            throw tooMany;
        }
        if (!right) {
            log(address, "wrong");
            throw unauthorized();
        }
    }

    private boolean isRight(String token) {
        byte[] expected =
                settings.tokenSha256().orElseThrow().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(sha256(token), expected);
    }

    private static Problem unauthorized() {
        return Problem.of(401, "unauthorized", "This needs an access token: Authorization: Bearer ….")
                .with("WWW-Authenticate", "Bearer");
    }

    /**
     * One line for each, as those programs read it that shut a door to an address; none for a request that came from no
     * address, such as a function's own before it is frozen.
     */
    private static void log(String address, String token) {
        if (!address.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "rejected token {0}", Map.of("address", address, "token", token));
        }
    }

    /** The token has 256 random bits, so a fast hash is enough to keep it from being read out of a setting. */
    private static byte[] sha256(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds what lets a page of an allowed origin read the answer. */
    Response withCors(Request request, Response response) {
        Optional<String> origin = request.header("Origin").filter(settings.allowedOrigins()::contains);
        Response varying = settings.allowedOrigins().isEmpty() ? response : response.with("Vary", "Origin");
        if (origin.isEmpty()) {
            return varying;
        }
        Response open = varying.with("Access-Control-Allow-Origin", origin.get());
        return request.method().equals("OPTIONS")
                ? open.with("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
                        .with("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                        .with("Access-Control-Max-Age", "600")
                : open.with("Access-Control-Expose-Headers", EXPOSED_HEADERS);
    }
}
