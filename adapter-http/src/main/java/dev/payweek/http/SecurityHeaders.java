package dev.payweek.http;

import java.util.Map;
import java.util.function.BiConsumer;

/** What every answer forbids the browser, whatever the answer is. */
final class SecurityHeaders {

    /** Everything comes from here; nothing is inline; nobody may put a frame around it. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors 'none'");

    private static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            // Amounts and payees belong in no cache; what may be kept, such as a script, says so and comes later.
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    static void writeTo(BiConsumer<String, String> header) {
        ALL.forEach(header);
    }
}
