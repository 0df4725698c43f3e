package dev.payweek.http;

import dev.payweek.rest.PayweekApi;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers {@code OPTIONS *}, which asks about the server and not about anything on it, so that no servlet gets it. */
final class WholeServer extends Handler.Wrapper {

    private final PayweekApi api;
    private final ServerExchange.Seen seen;

    WholeServer(PayweekApi api, ServerExchange.Seen seen) {
        this.api = api;
        this.seen = seen;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean asked = "*".equals(request.getHttpURI().getPath());
        if (!asked || !request.getMethod().equals("OPTIONS")) {
            return super.handle(request, response, callback);
        }
        var exchange = new ServerExchange(api, request, response, seen);
        exchange.write(api.handle(exchange.request(), exchange.id()), callback);
        return true;
    }
}
