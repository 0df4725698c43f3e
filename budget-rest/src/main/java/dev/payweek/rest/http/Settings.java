package dev.payweek.rest.http;

import java.util.Optional;
import java.util.Set;

/**
 * How the API guards itself, and where it stands. Immutable, so safe for use by many threads.
 *
 * @param hosts the names by which it may be called, lower case and without port, against DNS rebinding; any when absent
 * @param allowedOrigins other origins whose pages may call it, such as {@code "http://localhost:5500"}
 * @param tokenSha256 the SHA-256 of the one token that opens it, as lower-case hexadecimal digits; open to all when
 *     absent
 * @param limits how much a request may bring
 * @param basePath what stands before every path where callers see it, such as {@code "/payweek"}; empty for nothing
 * @param trustsProxy whether what a proxy says of the caller is believed
 */
public record Settings(
        Optional<Set<String>> hosts,
        Set<String> allowedOrigins,
        Optional<String> tokenSha256,
        BodyLimits limits,
        String basePath,
        boolean trustsProxy) {

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

    /** Creates settings of an API that stands at the root, with nothing before it that is believed. */
    public Settings(
            Optional<Set<String>> hosts, Set<String> allowedOrigins, Optional<String> tokenSha256, BodyLimits limits) {
        this(hosts, allowedOrigins, tokenSha256, limits, "", false);
    }

    /** Returns these settings with other origins allowed. */
    public Settings allowing(Set<String> origins) {
        return new Settings(hosts, origins, tokenSha256, limits, basePath, trustsProxy);
    }

    /** Returns these settings with another limit for files, in bytes, inclusive. */
    public Settings withFilesUpTo(long bytes) {
        BodyLimits wider = new BodyLimits(limits.jsonBytes(), bytes);
        return new Settings(hosts, allowedOrigins, tokenSha256, wider, basePath, trustsProxy);
    }

    /** Returns these settings for an API that answers to these names only, lower case and without port. */
    public Settings called(Set<String> names) {
        return new Settings(Optional.of(names), allowedOrigins, tokenSha256, limits, basePath, trustsProxy);
    }

    /** Returns these settings for an API whose paths begin with this one where callers see them. */
    public Settings under(String path) {
        return new Settings(hosts, allowedOrigins, tokenSha256, limits, path, trustsProxy);
    }

    /** Returns these settings for an API that is reached only through a proxy, which is believed. */
    public Settings behindProxy() {
        return new Settings(hosts, allowedOrigins, tokenSha256, limits, basePath, true);
    }

    /** Returns settings that answer to any name, to whoever has the token. */
    public static Settings guardedBy(String tokenSha256) {
        return new Settings(Optional.empty(), Set.of(), Optional.of(tokenSha256), BodyLimits.STANDARD);
    }
}
