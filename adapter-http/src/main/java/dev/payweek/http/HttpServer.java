package dev.payweek.http;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.SpoolBudget;
import dev.payweek.rest.json.Problem;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.servlet.DefaultTasks;
import io.javalin.util.ConcurrencyUtil;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * The API and the web page, served over HTTP until closed.
 *
 * <pre>{@code
 * var api = new PayweekApi(budget, Settings.LOCAL);
 * try (var server = HttpServer.start(api, new HttpServer.Options("127.0.0.1", 8000))) {
 *     System.out.println("Open " + server.address());
 *     ...
 * }
 * }</pre>
 */
public final class HttpServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
    private static final int MOST_CONNECTIONS = mostConnections(16_000);
    /** When there are as many, those that are idle make room. */
    private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(1);

    private static final int LEAST_THREADS = 8;
    private static final int MOST_THREADS = 128;
    /** How long news of a change may wait, so that it is reported within a second. */
    private static final int NEWS_MILLIS = 250;

    /** Three times within the minute after which another process takes an import for left behind. */
    private static final int TEND_MILLIS = 20_000;

    /** How often who takes too long is looked for. */
    private static final int LATE_MILLIS = 500;

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Options options;
    private final Javalin javalin;
    private final LiveStreams streams;
    private final BodyCollector bodies;
    private final Visits visits;
    private final LongAnswers answers = new LongAnswers();
    private final ServerExchange.Seen seen;
    private final ScheduledExecutorService upkeep = Executors.newSingleThreadScheduledExecutor(HttpServer::daemon);
    /** Takes seconds over a long ledger, for which no news waits. */
    private final ExecutorService discovery = Executors.newSingleThreadExecutor(HttpServer::daemon);

    /**
     * Where to listen.
     *
     * @param host the name or number of an address of this machine
     * @param port 0 for any that is free
     * @param patience how long a stop waits for requests that are being answered
     * @param logged whether each request is a line in the log
     */
    public record Options(String host, int port, Duration patience, boolean logged) {
        /** Creates options; an address of IPv6 may stand in brackets or not. */
        public Options {
            host = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        }

        /** Returns the address with a port, as it stands in a link. */
        String place(int actual) {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + actual;
        }

        /** Creates options with ten seconds of patience, and nothing in the log but what is wrong. */
        public Options(String host, int port) {
            this(host, port, Duration.ofSeconds(10), false);
        }

        /** Returns these options with a line in the log for each request, and for each change that it makes. */
        public Options withRequestsLogged() {
            return new Options(host, port, patience, true);
        }
    }

    /** Sees each answer: a line of the log, a count, and a time by which it must have been taken. */
    private record Watch(Options options, Optional<Metrics> metrics, Visits visits) implements ServerExchange.Seen {

        @Override
        public void answered(Answered answered) {
            if (options.logged()) {
                answered.log();
            }
            metrics.ifPresent(counters -> counters.answered(answered));
        }

        @Override
        public void answering(org.eclipse.jetty.server.Request request) {
            visits.answering(request);
        }
    }

    private HttpServer(PayweekApi api, Options options, LiveStreams.Rhythm rhythm, Optional<Metrics> metrics) {
        this.options = options;
        this.streams = new LiveStreams(rhythm);
        var site = new Site(api);
        this.visits = new Visits(MOST_CONNECTIONS, rhythm.patience());
        this.seen = new Watch(options, metrics, visits);
        this.bodies = new BodyCollector(api, seen);
        this.javalin = Javalin.create(config -> {
            trim(config);
            config.routes.before(context -> {
                long begin = System.nanoTime();
                var exchange = new ServletExchange(context.req(), context.res(), answers);
                var unusedSeen = exchange.begun()
                        .thenRun(() -> seen.answered(exchange.answered(api, System.nanoTime() - begin)));
                answer(api, site, context, exchange);
            });
            config.jetty.host = options.host();
            config.jetty.port = options.port();
            config.jetty.modifyServer(server -> guard(server, api));
            config.jetty.modifyServletContextHandler(
                    context -> context.setErrorHandler(new ServerErrors(options.logged())));
            config.jetty.modifyHttpConfiguration(HttpServer::narrow);
        });
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @throws CannotListen if the address is taken or not this machine's
     */
    public static HttpServer start(PayweekApi api, Options options) {
        return start(api, options, LiveStreams.Rhythm.USUAL, Optional.empty());
    }

    /**
     * Starts a server that counts what it does; it answers when this returns.
     *
     * @throws CannotListen if the address is taken or not this machine's
     */
    public static HttpServer start(PayweekApi api, Options options, Metrics metrics) {
        return start(api, options, LiveStreams.Rhythm.USUAL, Optional.of(metrics));
    }

    static HttpServer start(PayweekApi api, Options options, LiveStreams.Rhythm rhythm) {
        return start(api, options, rhythm, Optional.empty());
    }

    private static HttpServer start(
            PayweekApi api, Options options, LiveStreams.Rhythm rhythm, Optional<Metrics> metrics) {
        // Whoever starts the server says what is worth knowing.
        JavalinLogger.enabled = false;
        var server = new HttpServer(api, options, rhythm, metrics);
        metrics.ifPresent(counters ->
                counters.gauge("payweek.streams", "How many listen to streams of news.", server::listeners));
        try {
            server.javalin.start();
            var unusedLate = server.upkeep.scheduleWithFixedDelay(
                    server.visits::cutOffTheLate, LATE_MILLIS, LATE_MILLIS, TimeUnit.MILLISECONDS);
            api.noticeChangesLater();
            var unusedOften = server.upkeep.scheduleWithFixedDelay(
                    api::noticeChanges, NEWS_MILLIS, NEWS_MILLIS, TimeUnit.MILLISECONDS);
            api.discoverBy(server.discovery);
            var unusedTending =
                    server.upkeep.scheduleWithFixedDelay(api::tend, NEWS_MILLIS, TEND_MILLIS, TimeUnit.MILLISECONDS);
            return server;
        } catch (JavalinException failure) {
            server.close();
            throw CannotListen.because(failure, options.host(), options.place(options.port()));
        }
    }

    /** Returns where the server really listens, such as {@code http://127.0.0.1:8000}. */
    public URI address() {
        return URI.create("http://" + options.place(javalin.port()));
    }

    /** Returns what is held of bodies that arrive or are worked on. */
    SpoolBudget bodies() {
        return bodies.budget();
    }

    /** Returns how many long answers are made or read, each by any number. */
    int longAnswers() {
        return answers.count();
    }

    /** Returns how many connections are open. */
    int connections() {
        return visits.count();
    }

    /** Returns how many listen to streams of news. */
    int listeners() {
        return streams.count();
    }

    /**
     * Stops the server. New requests are rejected, those being answered are answered to the end; what is not done when
     * patience ends is cut off.
     */
    @Override
    public void close() {
        // Nothing waits for it: what it is about to find, the next start finds.
        upkeep.shutdown();
        streams.close();
        try {
            javalin.stop();
        } catch (JavalinException failure) {
            if (!(failure.getCause() instanceof TimeoutException)) {
                throw failure;
            }
            LOG.log(System.Logger.Level.DEBUG, "requests were cut off by the stop", failure);
        } finally {
            answers.close();
            endLook();
        }
    }

    /** A look through a small ledger ends before the store is closed under it; that through a long one is left. */
    private void endLook() {
        discovery.shutdown();
        try {
            if (!discovery.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "what the ledger suggests is not known at the stop");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "news");
        thread.setDaemon(true);
        return thread;
    }

    /** One handler takes everything, so most of what Javalin does for each request would be done for nothing. */
    @SuppressWarnings("unchecked") // the varargs of requestLifeCycle are generic
    private static void trim(JavalinConfig config) {
        config.requestLifeCycle(DefaultTasks.INSTANCE.getBEFORE());
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.generateEtags = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        // The API knows how much a request of each kind may bring.
        config.http.maxRequestSize = Long.MAX_VALUE;
        boolean virtual = Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
        config.concurrency.useVirtualThreads = virtual;
        config.jetty.threadPool = ConcurrencyUtil.jettyThreadPool("http", LEAST_THREADS, MOST_THREADS, virtual);
    }

    /** Whatever comes slowly must not hold a thread: {@link BodyCollector} waits for bodies. */
    private void guard(Server server, PayweekApi api) {
        var connections = new NetworkConnectionLimit(MOST_CONNECTIONS, server);
        connections.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
        server.addBean(connections);
        server.insertHandler(bodies);
        server.insertHandler(new LiveHandler(api, streams, seen));
        server.insertHandler(new WholeServer(api, seen));
        server.insertHandler(visits);
        server.insertHandler(new GracefulHandler());
        server.setStopTimeout(options.patience().toMillis());
        server.setErrorHandler(new ServerErrors(options.logged()));
    }

    /** Files of bodies and answers need descriptors too. */
    private static int mostConnections(int most) {
        long descriptors = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : most;
        return (int) Math.min(most, Math.max(descriptors * 4 / 5, 1));
    }

    private static void narrow(HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setIdleTimeout(IDLE.toMillis());
    }

    private void answer(PayweekApi api, Site site, Context context, ServletExchange exchange) throws IOException {
        try {
            var sent = exchange.request(api);
            var request = Compression.withoutOwnTags(sent);
            String id = exchange.id();
            Response response = site.find(sent, id).orElseGet(() -> Compression.applied(sent, api.handle(request, id)));
            exchange.write(api, response);
            exchange.rest().ifPresentOrElse(context::future, () -> seen.answering(exchange.received()));
        } catch (Problem problem) {
            exchange.write(api, exchange.problem(problem));
        }
    }
}
