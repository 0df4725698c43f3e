package dev.payweek.benchmarks;

import static java.util.Objects.requireNonNull;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.http.servlet.DefaultTasks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * The ceiling: servers that hold the very answers of a running service, heads and bodies, and give them out of memory.
 * One is Javalin, set up as the service is, one the Jetty beneath it.
 */
public final class SameBytes {

    private static final Set<String> MADE_ANYWAY =
            Set.of(":status", "content-length", "date", "connection", "transfer-encoding");

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answered(int status, Map<String, String> headers, byte[] body) {}

    private SameBytes() {}

    /**
     * Serves on a free port until it is killed, and prints its address.
     *
     * @param arguments {@code javalin} or {@code jetty}, the service's address, then the paths
     */
    public static void main(String[] arguments) throws Exception {
        Map<String, Answered> answers = new HashMap<>();
        for (String path : List.of(arguments).subList(2, arguments.length)) {
            answers.put(path, fetch(URI.create(arguments[1] + path)));
        }
        int port = arguments[0].equals("javalin") ? javalin(answers) : jetty(answers);
        System.out.println("http://127.0.0.1:" + port);
    }

    private static Answered fetch(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        Map<String, String> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (!MADE_ANYWAY.contains(name)) {
                headers.put(name, values.get(0));
            }
        });
        return new Answered(answer.statusCode(), headers, answer.body());
    }

    @SuppressWarnings("unchecked") // the varargs of requestLifeCycle are generic
    private static int javalin(Map<String, Answered> answers) {
        return Javalin.create(config -> {
                    config.requestLifeCycle(DefaultTasks.INSTANCE.getBEFORE());
                    config.startup.showJavalinBanner = false;
                    config.http.generateEtags = false;
                    config.http.compressionStrategy = CompressionStrategy.NONE;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
                    config.routes.before(context -> {
                        String query = context.req().getQueryString();
                        String path = context.req().getRequestURI() + (query == null ? "" : "?" + query);
                        Answered kept = requireNonNull(answers.get(path), path);
                        context.res().setStatus(kept.status());
                        kept.headers().forEach(context.res()::setHeader);
                        context.res().setContentLength(kept.body().length);
                        context.res().getOutputStream().write(kept.body());
                    });
                })
                .start()
                .port();
    }

    private static int jetty(Map<String, Answered> answers) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                String path = request.getHttpURI().getPathQuery();
                Answered kept = requireNonNull(answers.get(path), path);
                response.setStatus(kept.status());
                kept.headers().forEach(response.getHeaders()::put);
                response.write(true, ByteBuffer.wrap(kept.body()), callback);
                return true;
            }
        });
        server.start();
        return connector.getLocalPort();
    }
}
