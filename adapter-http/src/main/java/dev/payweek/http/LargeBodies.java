package dev.payweek.http;

import dev.payweek.rest.http.Response;
import dev.payweek.rest.json.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The requests in work whose bodies are too large to be collected beforehand. Each holds a thread for as long as its
 * caller takes to send it, so only so many are let in; all others find their threads free.
 */
final class LargeBodies {

    /** From how many bytes on a body is large. */
    static final int FROM_BYTES = 1_100_000;

    private static final int AT_ONCE = 32;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * Answers a request when there is a place for it.
     *
     * @throws Problem with status 503 if its body is large, or may be, and too many such are in work
     */
    Response admit(HttpServletRequest request, Supplier<Response> answer) {
        if (!isLarge(request)) {
            return answer.get();
        }
        if (!places.tryAcquire()) {
            throw Problem.of(503, "busy", "Too many large files are arriving at once.")
                    .with("Retry-After", "5");
        }
        try {
            return answer.get();
        } finally {
            places.release();
        }
    }

    private static boolean isLarge(HttpServletRequest request) {
        boolean ofUnknownLength = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        return ofUnknownLength || request.getContentLengthLong() >= FROM_BYTES;
    }
}
