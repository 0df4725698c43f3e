package dev.payweek.rest.http;

import dev.payweek.rest.json.Problem;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request makes its answer depend on: {@code If-None-Match} for questions, {@code If-Match} for changes. Both
 * are judged by the version alone, before anything is computed or changed.
 *
 * <p>Immutable, so safe for use by many threads.
 */
public final class Conditional {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final Request request;

    Conditional(Request request) {
        this.request = request;
    }

    /**
     * Returns the version of the ledger as its tag names it: {@code 17.2026-11-22}. Reports change with the day, so the
     * day is part of it.
     */
    public static String ledgerVersion(long version, LocalDate today) {
        return version + "." + today;
    }

    /** Returns the answer with its tag, or 304 without having made it when the caller has that version already. */
    Response answer(String version, Supplier<Response> answer) {
        return hasSeen(version) ? notModified(version) : answer.get().with("ETag", quoted(version));
    }

    /** Returns whether the caller says by If-None-Match that it has that version. */
    boolean hasSeen(String version) {
        String tag = quoted(version);
        return request.header("If-None-Match")
                .map(tags -> tags.equals(tag) || tags(tags).anyMatch(one -> one.equals("*") || isSame(one, tag)))
                .orElse(false);
    }

    static Response notModified(String version) {
        return new Response(304, Map.of("ETag", quoted(version)), Response.Body.EMPTY);
    }

    /**
     * Lets a change pass unless the caller says by If-Match that it has seen another version.
     *
     * @throws Problem with status 412 and the current tag
     */
    void requireSeen(String version) {
        String tag = quoted(version);
        boolean seen = request.header("If-Match")
                .map(tags -> tags(tags).anyMatch(one -> one.equals("*") || one.equals(tag)))
                .orElse(true);
        if (!seen) {
            throw Problem.of(412, "stale", "This has been changed since you saw it; its tag is " + tag + " now.")
                    .with("ETag", tag);
        }
    }

    static String quoted(String version) {
        return "\"" + version + "\"";
    }

    private static Stream<String> tags(String header) {
        return COMMA.splitAsStream(header.strip());
    }

    /** What has passed a proxy may have been marked weak; for a reader that is the same. */
    private static boolean isSame(String sent, String tag) {
        return (sent.startsWith("W/") ? sent.substring(2) : sent).equals(tag);
    }
}
