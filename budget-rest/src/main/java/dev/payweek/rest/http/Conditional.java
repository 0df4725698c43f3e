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

    /** Returns the answer, or 304 in its place when the caller has that version already. */
    Response spared(Response answer) {
        String tag = answer.headers().getOrDefault("ETag", "");
        return answer.status() == 200 && (names(tag) || isAny("If-None-Match")) ? notModifiedTag(tag) : answer;
    }

    /** Returns whether the caller says by If-None-Match that it has that version; of something that is there. */
    private boolean hasSeen(String version) {
        return isAny("If-None-Match") || hasNamed(version);
    }

    /** Returns whether the caller names that version in If-None-Match. */
    boolean hasNamed(String version) {
        return names(quoted(version));
    }

    private boolean names(String tag) {
        return request.header("If-None-Match")
                .map(tags -> tags.equals(tag) || tags(tags).anyMatch(one -> isSame(one, tag)))
                .orElse(false);
    }

    /** Returns whether the header stands for any version, and so for whether anything is there at all. */
    private boolean isAny(String header) {
        return request.header(header)
                .map(tags -> tags(tags).anyMatch("*"::equals))
                .orElse(false);
    }

    /**
     * Lets a change pass that makes or replaces something by its name, unless the caller says by {@code If-Match: *}
     * that it is there and it is not, or by {@code If-None-Match: *} that it is not and it is.
     *
     * @throws Problem with status 412 and the tag of the ledger
     */
    void requireThere(boolean there, String ledgerVersion) {
        if (!there && isAny("If-Match")) {
            throw stale("This is not there, so nobody has seen it.", quoted(ledgerVersion));
        }
        if (there && isAny("If-None-Match")) {
            throw stale("This is there already.", quoted(ledgerVersion));
        }
    }

    private static Problem stale(String detail, String tag) {
        return Problem.of(412, "stale", detail).with("ETag", tag);
    }

    static Response notModified(String version) {
        return notModifiedTag(quoted(version));
    }

    private static Response notModifiedTag(String tag) {
        return new Response(304, Map.of("ETag", tag), Response.Body.EMPTY);
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
            throw stale("This has been changed since you saw it; its tag is " + tag + " now.", tag);
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
