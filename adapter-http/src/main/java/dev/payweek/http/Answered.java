package dev.payweek.http;

import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A request that has been answered, as it may be spoken of: by its route and not its address, which may hold a payee or
 * an amount.
 *
 * @param id names the request, for the caller and the log alike
 * @param caller the numerical address of whoever sent it
 * @param method in capitals; {@code other} for one that HTTP does not know
 * @param route the template of its path; {@code site} for a part of the web page, {@code none} for nothing
 * @param status of the answer
 * @param bytes of the body as it was sent
 * @param nanos from its arrival to the end of the answer
 * @param change the version of the ledger that it made; nothing if it changed nothing
 * @param whole whether the caller got the answer to its end
 */
record Answered(
        String id,
        String caller,
        String method,
        String route,
        int status,
        long bytes,
        long nanos,
        Optional<String> change,
        boolean whole) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final System.Logger LOG = System.getLogger("dev.payweek.requests");

    /** Returns what is to be said of an answer to a request. */
    static Answered of(PayweekApi api, Request asked, String id, Response answer, long bytes, long nanos) {
        return new Answered(
                id,
                api.caller(asked),
                method(asked.method()),
                route(api, asked),
                answer.status(),
                bytes,
                nanos,
                Optional.ofNullable(answer.headers().get("Ledger-Version")),
                true);
    }

    static String method(String method) {
        return METHODS.contains(method) ? method : "other";
    }

    static String route(PayweekApi api, Request asked) {
        return api.route(asked.path()).orElse(Site.isPart(asked.path()) ? "site" : "none");
    }

    /** Jetty puts brackets around an address of IPv6. */
    static String plain(String address) {
        return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
    }

    /** Writes it to the log: a line for each request, and another for the change it made. */
    void log() {
        if (!LOG.isLoggable(System.Logger.Level.INFO)) {
            return;
        }
        Map<String, Object> fields = new TreeMap<>(Map.of(
                "address", caller,
                "bytes", bytes,
                "method", method,
                "micros", TimeUnit.NANOSECONDS.toMicros(nanos),
                "request", id,
                "route", route,
                "status", status));
        if (!whole) {
            fields.put("broken_off", true);
        }
        LOG.log(System.Logger.Level.INFO, "request {0}", fields);
        change.ifPresent(version -> LOG.log(
                System.Logger.Level.INFO, "change {0}", Map.of("request", id, "version", Long.valueOf(version))));
    }
}
