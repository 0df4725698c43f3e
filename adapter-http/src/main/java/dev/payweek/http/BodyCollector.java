package dev.payweek.http;

import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Admission;
import dev.payweek.rest.http.SpoolBudget;
import dev.payweek.rest.json.Problem;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes in the body of a request before anybody works on it, so that a slow sender holds no thread, whatever the body's
 * size. Who may not send it is refused before a byte of it is kept. What is kept is bounded for the whole process: a
 * little in memory, the rest in files.
 */
final class BodyCollector extends Handler.Wrapper {

    private static final int SHARE_OF_MEMORY = 16;
    private static final long MOST_IN_FILES = 4_000_000_000L;
    private static final int MOST_FILES = 1_000;

    private final PayweekApi api;
    private final ServerExchange.Seen seen;
    private final SpoolBudget budget =
            new SpoolBudget(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY, MOST_IN_FILES, MOST_FILES);

    BodyCollector(PayweekApi api, ServerExchange.Seen seen) {
        this.api = api;
        this.seen = seen;
    }

    SpoolBudget budget() {
        return budget;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request)) {
            return super.handle(request, response, callback);
        }
        var exchange = new ServerExchange(api, request, response, seen);
        var body = new ArrivingBody(request, exchange, callback, this::pass);
        try {
            var head = exchange.request();
            Admission admission = api.admit(head, exchange.id());
            if (admission.refusal().isPresent()) {
                body.refuse(admission.refusal().get());
            } else {
                body.collect(budget.of(api.caller(head)), admission.mostBytes());
            }
        } catch (Problem problem) {
            body.refuse(problem);
        }
        return true;
    }

    /** Hands on a request whose body has arrived. */
    private void pass(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception failure) {
            Response.writeError(request, response, callback, failure);
        }
    }

    static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }
}
