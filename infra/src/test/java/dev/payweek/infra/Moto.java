package dev.payweek.infra;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * moto's server, and before it what of AWS this project uses and moto 5.2.1 does not know: metrics configurations of
 * buckets, CloudFront's origins inside a network, a budget's tags and the subscribers of its notifications, and the
 * policies of buckets, whose conditions moto overlooks, so that a refusal of what comes without TLS would refuse all.
 * Each is kept as it was sent and given back so; whether AWS would take it, nobody here can say.
 */
final class Moto implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ORIGIN = Pattern.compile("/2020-05-31/vpc-origin(?:/(\\w+))?(?:/config)?");
    private static final Pattern ORIGIN_CONFIG =
            Pattern.compile("(?s)<VpcOriginEndpointConfig[^>]*>(.*?)</VpcOriginEndpointConfig>");
    private static final Pattern TAGS = Pattern.compile("(?s)<Tags>(.*)</Tags>");
    private static final String CLOUDFRONT = "http://cloudfront.amazonaws.com/doc/2020-05-31/";
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private final Process process;
    private final String behind;
    private final HttpServer front;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final Map<String, String> origins = new ConcurrentHashMap<>();

    private Moto(Process process, int port) throws IOException {
        this.process = process;
        this.behind = "http://127.0.0.1:" + port;
        this.front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "aws");
            thread.setDaemon(true);
            return thread;
        }));
        front.createContext("/", this::answer);
    }

    /** Starts an empty account. */
    static Moto start(Path folder) throws IOException, InterruptedException {
        Tool.MOTO.require();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder server = new ProcessBuilder("moto_server", "--host", "127.0.0.1", "--port", "" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("moto.log").toFile());
        server.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
        Moto moto = new Moto(server.start(), port);
        moto.awaitAnswer(folder);
        moto.front.start();
        return moto;
    }

    private void awaitAnswer(Path folder) throws InterruptedException {
        for (int attempt = 0; attempt < 600; attempt++) {
            try {
                client.send(
                        HttpRequest.newBuilder(URI.create(behind + "/moto-api/"))
                                .build(),
                        BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        close();
        throw new IllegalStateException("moto does not answer: " + Tree.text(folder.resolve("moto.log")));
    }

    /** Lets a command reach this account instead of AWS. */
    Command before(Command command) {
        return command.with(
                        "AWS_ENDPOINT_URL",
                        "http://127.0.0.1:" + front.getAddress().getPort())
                .with("AWS_ACCESS_KEY_ID", "nobody")
                .with("AWS_SECRET_ACCESS_KEY", "nothing")
                .with("AWS_REGION", "us-west-2")
                .with("AWS_DEFAULT_REGION", "us-west-2")
                .with("AWS_EC2_METADATA_DISABLED", "true");
    }

    /** Calls the command line of AWS and returns what it prints. */
    String aws(String... words) {
        String[] line = new String[words.length + 3];
        line[0] = "aws";
        System.arraycopy(words, 0, line, 1, words.length);
        line[words.length + 1] = "--output";
        line[words.length + 2] = "text";
        Command.Finished asked = before(Command.of(line)).run(Tree.ROOT);
        if (!asked.succeeded()) {
            throw new AssertionError(asked.output());
        }
        return asked.output().strip();
    }

    @Override
    public void close() {
        front.stop(0);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
        URI uri = exchange.getRequestURI();
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        Matcher origin = ORIGIN.matcher(uri.getPath());
        String setting = uri.getPath() + "?" + query.replaceFirst("&?x-id=\\w+", "");
        if (query.matches("(.*&)?metrics(=?)(&.*)?")) {
            setting(exchange, setting, "NoSuchConfiguration", body);
        } else if (query.matches("policy=?")) {
            setting(exchange, setting, "NoSuchBucketPolicy", body);
        } else if (origin.matches()) {
            origin(exchange, String.valueOf(origin.group(1)), body);
        } else if (query.contains("vpcorigin")) {
            send(exchange, 200, kept.getOrDefault("origin's tags", "<Tags/>"));
        } else if (target.startsWith("AWSBudgetServiceGateway.") && answersForBudgets(exchange, target, body)) {
            exchange.close();
        } else {
            passOn(exchange, body);
        }
    }

    /** Whether this is something about a budget that moto has no answer to. */
    private boolean answersForBudgets(HttpExchange exchange, String target, String body) throws IOException {
        JsonNode asked = JSON.readTree(body);
        String notification = asked.path("Notification").toString();
        switch (target.substring(target.indexOf('.') + 1)) {
            case "CreateBudget" -> kept.put("tags", asked.path("ResourceTags").toString());
            case "CreateNotification" ->
                kept.put(notification, asked.path("Subscribers").toString());
            case "ListTagsForResource" -> {
                send(exchange, 200, "{\"ResourceTags\":" + kept.get("tags") + "}");
                return true;
            }
            case "DescribeSubscribersForNotification" -> {
                send(exchange, 200, "{\"Subscribers\":" + kept.get(notification) + "}");
                return true;
            }
            default -> {
                return false;
            }
        }
        return false;
    }

    /** What a bucket is set to, by the bucket and the name of the setting. */
    private void setting(HttpExchange exchange, String name, String absent, String body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                kept.put(name, body);
                send(exchange, name.endsWith("policy") ? 204 : 200, "");
            }
            case "DELETE" -> {
                kept.remove(name);
                send(exchange, 204, "");
            }
            default -> {
                boolean there = kept.containsKey(name);
                send(
                        exchange,
                        there ? 200 : 404,
                        kept.getOrDefault(name, "<Error><Code>" + absent + "</Code></Error>"));
            }
        }
    }

    private void origin(HttpExchange exchange, String named, String body) throws IOException {
        String id = named.equals("null") ? "vo_" + (origins.size() + 1) : named;
        exchange.getResponseHeaders().set("ETag", "E1");
        switch (exchange.getRequestMethod()) {
            case "POST", "PUT" -> {
                Matcher config = ORIGIN_CONFIG.matcher(body);
                origins.put(id, config.find() ? config.group(1) : body);
                Matcher tags = TAGS.matcher(body);
                if (tags.find()) {
                    kept.put("origin's tags", "<Tags xmlns=\"" + CLOUDFRONT + "\">" + tags.group(1) + "</Tags>");
                }
                send(exchange, named.equals("null") ? 201 : 200, described(id));
            }
            case "DELETE" ->
                send(
                        exchange,
                        200,
                        described(id, Optional.ofNullable(origins.remove(id)).orElse("")));
            default -> {
                boolean there = origins.containsKey(id);
                send(
                        exchange,
                        there ? 200 : 404,
                        there
                                ? described(id)
                                : "<ErrorResponse><Error><Code>EntityNotFound</Code></Error></ErrorResponse>");
            }
        }
    }

    private String described(String id) {
        return described(id, origins.getOrDefault(id, ""));
    }

    private static String described(String id, String config) {
        return "<VpcOrigin xmlns=\"" + CLOUDFRONT + "\"><Id>" + id + "</Id>"
                + "<Arn>arn:aws:cloudfront::123456789012:vpcorigin/" + id + "</Arn><Status>Deployed</Status>"
                + "<CreatedTime>2026-01-01T00:00:00Z</CreatedTime>"
                + "<LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime>"
                + "<VpcOriginEndpointConfig>" + config + "</VpcOriginEndpointConfig></VpcOrigin>";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void passOn(HttpExchange exchange, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean bodiless = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
            if (bodiless) {
                // Of an object that is only asked about, this is its size.
                answer.headers()
                        .firstValue("content-length")
                        .ifPresent(length -> exchange.getResponseHeaders().set("Content-length", length));
            }
            exchange.sendResponseHeaders(answer.statusCode(), bodiless ? -1 : answer.body().length);
            if (!bodiless) {
                exchange.getResponseBody().write(answer.body());
            }
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
