package dev.payweek.lambda;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the function's environment says.
 *
 * @param databaseUrl where the ledger is; may hold a password, so it is never logged
 * @param tokenSha256 the SHA-256 of the token that opens the API
 * @param basePath what a custom domain puts before every path, such as {@code "/money"}; empty when there is none
 * @param stage a dimension of the metrics; empty where there is only one
 */
record Deployment(String databaseUrl, String tokenSha256, String basePath, String stage) {

    private static final String DATABASE = "PAYWEEK_DB";
    private static final String TOKEN = "PAYWEEK_TOKEN_SHA256";
    private static final String STAGE = "PAYWEEK_STAGE";
    private static final String BASE_PATH = "PAYWEEK_BASE_PATH";

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SEGMENTS = Pattern.compile("(/[^/?#\\s]+)*");

    /**
     * Returns the URL for answering requests: tables are changed by {@link MigrationHandler} before a version is rolled
     * out, never while somebody waits for an answer.
     */
    String servingUrl() {
        return with(databaseUrl, "schemaSteps=none");
    }

    /** Returns a URL that says one thing more to the store. */
    static String with(String url, String parameter) {
        return url + (url.contains("?") ? "&" : "?") + parameter;
    }

    /**
     * Reads where the ledger is.
     *
     * @throws LedgerException with one sentence if the function may not start with it
     */
    static String databaseUrl(Map<String, String> environment) {
        String url = environment.getOrDefault(DATABASE, "").strip();
        if (url.isEmpty()) {
            throw refused(DATABASE + " must hold the jdbc:postgresql:… URL of the ledger.");
        }
        // Said by what is allowed: whatever else a store takes lives in the instance, as SQLite's files do.
        if (!url.startsWith("jdbc:postgresql:")) {
            throw refused(
                    DATABASE + " must be a jdbc:postgresql:… URL, because a file or memory of an instance vanishes"
                            + " with it, and the ledger in it too.");
        }
        return url;
    }

    /**
     * Reads the environment's variables.
     *
     * @throws LedgerException with one sentence if the function may not start with them
     */
    static Deployment of(Map<String, String> environment) {
        String url = databaseUrl(environment);
        String token = environment.getOrDefault(TOKEN, "").strip();
        if (token.isEmpty()) {
            throw refused(
                    TOKEN + " must hold the SHA-256 of the access token, because the API would be open to everybody"
                            + " without one.");
        }
        if (!SHA_256.matcher(token).matches()) {
            throw refused(TOKEN + " must be a SHA-256 as 64 lower-case hexadecimal digits.");
        }
        String base = environment.getOrDefault(BASE_PATH, "").strip();
        if (!SEGMENTS.matcher(base).matches()) {
            throw refused(BASE_PATH + " must be a path like /money, without a slash at its end.");
        }
        return new Deployment(
                url, token, base, environment.getOrDefault(STAGE, "").strip());
    }

    private static LedgerException refused(String sentence) {
        return new LedgerException(Reason.STORE_UNUSABLE, sentence, List.of());
    }

    /** Shows no secret, as the URL of a database may hold one. */
    @Override
    public String toString() {
        return "Deployment[basePath=" + basePath + "]";
    }
}
