package dev.payweek.rest.http;

import java.util.Optional;
import java.util.Set;

/**
 * How the API guards itself.
 *
 * @param hosts the names by which it may be called, lower case and without port, against DNS rebinding; any when absent
 * @param allowedOrigins other origins whose pages may call it, such as {@code "http://localhost:5500"}
 * @param tokenSha256 the SHA-256 of the one token that opens it, as lower-case hexadecimal digits; open to all when
 *     absent
 * @param limits how much a request may bring
 */
public record Settings(
        Optional<Set<String>> hosts, Set<String> allowedOrigins, Optional<String> tokenSha256, BodyLimits limits) {

    /** The names of the machine itself. */
    public static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Answers only to the machine's own names, without a token: for one person on one machine. */
    public static final Settings LOCAL =
            new Settings(Optional.of(LOOPBACK), Set.of(), Optional.empty(), BodyLimits.STANDARD);

    /** Creates settings. */
    public Settings {
        hosts = hosts.map(Set::copyOf);
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /** Returns these settings with other origins allowed. */
    public Settings allowing(Set<String> origins) {
        return new Settings(hosts, origins, tokenSha256, limits);
    }

    /** Returns these settings with another limit for files, in bytes, inclusive. */
    public Settings withFilesUpTo(long bytes) {
        return new Settings(hosts, allowedOrigins, tokenSha256, new BodyLimits(limits.jsonBytes(), bytes));
    }

    /** Returns settings that answer to any name, to whoever has the token. */
    public static Settings guardedBy(String tokenSha256) {
        return new Settings(Optional.empty(), Set.of(), Optional.of(tokenSha256), BodyLimits.STANDARD);
    }
}
