package dev.payweek.http;

import dev.payweek.rest.json.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty says by itself, when a request never gets as far as Javalin: the same kind of problem as the API's own.
 */
final class ServerErrors extends ErrorHandler {

    private static final System.Logger LOG = System.getLogger(ServerErrors.class.getName());

    private final boolean logged;

    /**
     * Creates it.
     *
     * @param logged whether each is a line in the log
     */
    ServerErrors(boolean logged) {
        this.logged = logged;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        String id = RequestIds.next();
        if (code == 500) {
            LOG.log(System.Logger.Level.ERROR, "request failed, " + id, cause);
        } else if (logged) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "request {0}",
                    Map.of("address", String.valueOf(Request.getRemoteAddr(request)), "request", id, "status", code));
        }
        var problem = dev.payweek.rest.http.Response.problem(problem(code), id);
        ServerExchange.writeHead(response, problem, id);
        try {
            response.write(true, ByteBuffer.wrap(ServerExchange.body(problem)), callback);
        } catch (IOException e) {
            callback.failed(e);
        }
    }

    /** Jetty's own words are for the one who runs the server: they may quote the request or name a class. */
    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.of(status, "not_found", "There is nothing at this address.");
            case 408 -> Problem.of(status, "timeout", "The request did not arrive in time.");
            case 413 -> Problem.of(status, "too_large", "The body is too large.");
            case 414 -> Problem.of(status, "address_too_long", "The address is too long.");
            case 431 -> Problem.of(status, "headers_too_large", "The headers are too large.");
            case 503 ->
                Problem.of(status, "unavailable", "The service is about to stop or has no room.")
                        .with("Retry-After", "2");
            case 505 -> Problem.of(status, "http_version", "This version of HTTP is not spoken here.");
            default ->
                status < 500
                        ? Problem.of(status, "malformed_request", "The request is not proper HTTP.")
                        : Problem.internal();
        };
    }
}
