package dev.payweek.http;

import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.NewsStream;
import dev.payweek.rest.json.Problem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Streams the news to who asks for that. It passes by the servlet, which would keep as much again for each of ten
 * thousand readers, and writes what is the same for all of them straight to their connections.
 */
final class LiveHandler extends Handler.Wrapper {

    private final PayweekApi api;
    private final LiveStreams streams;
    private final ServerExchange.Seen seen;

    LiveHandler(PayweekApi api, LiveStreams streams, ServerExchange.Seen seen) {
        this.api = api;
        this.streams = streams;
        this.seen = seen;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean canStream = request.getMethod().equals("GET")
                && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
                && !BodyCollector.hasBody(request);
        if (!canStream
                || !NewsStream.isWanted(String.valueOf(request.getHeaders().get("Accept")))) {
            return super.handle(request, response, callback);
        }
        var exchange = new ServerExchange(api, request, response, seen);
        try {
            var answer = api.handle(exchange.request(), exchange.id());
            if (answer.body() instanceof NewsStream stream) {
                open(stream, exchange, answer, new Line(request, callback));
            } else {
                exchange.write(answer, callback);
            }
        } catch (Problem problem) {
            exchange.write(dev.payweek.rest.http.Response.problem(problem, exchange.id()), callback);
        }
        return true;
    }

    private void open(NewsStream stream, ServerExchange exchange, dev.payweek.rest.http.Response answer, Line line) {
        String caller = api.caller(exchange.request());
        streams.take(caller);
        exchange.begin(answer, Callback.from(() -> streams.open(stream, caller, line), failure -> {
            streams.give(caller);
            line.cut(failure);
        }));
    }

    /** The connection of a reader; what is written to it stands in chunks already. */
    private record Line(Request request, Callback callback) implements LiveReader.Connection {

        @Override
        public void write(ByteBuffer bytes, Callback written) {
            request.getConnectionMetaData().getConnection().getEndPoint().write(written, bytes);
        }

        @Override
        public void cut(Throwable reason) {
            request.getConnectionMetaData().getConnection().getEndPoint().close(reason);
            callback.failed(reason);
        }

        @Override
        public void end() {
            callback.succeeded();
        }
    }
}
