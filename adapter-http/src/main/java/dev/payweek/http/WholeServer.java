package dev.payweek.http;

import dev.payweek.rest.PayweekApi;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers {@code OPTIONS *}, which asks about the server and not about anything on it, so that no servlet gets it. */
final class WholeServer extends Handler.Wrapper {

    private final PayweekApi api;

    WholeServer(PayweekApi api) {
        this.api = api;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean asked = "*".equals(request.getHttpURI().getPath());
        if (!asked || !request.getMethod().equals("OPTIONS")) {
            return super.handle(request, response, callback);
        }
        String id = RequestIds.next();
        var answer = api.handle(dev.payweek.rest.http.Request.of("OPTIONS", "*").with(host(request)), id);
        response.setStatus(answer.status());
        SecurityHeaders.writeTo(response.getHeaders()::put);
        response.getHeaders().put("Request-Id", id);
        answer.headers().forEach(response.getHeaders()::put);
        var body = new ByteArrayOutputStream();
        answer.body().writeTo(body);
        response.write(true, ByteBuffer.wrap(body.toByteArray()), callback);
        return true;
    }

    private static Map<String, String> host(Request request) {
        String host = request.getHeaders().get("Host");
        return host == null ? Map.of() : Map.of("host", host);
    }
}
