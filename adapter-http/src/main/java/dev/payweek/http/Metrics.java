package dev.payweek.http;

import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * What a service counts, as Prometheus reads it. Its labels are routes, methods and statuses, of which there are only
 * so many whatever is sent; none is a category, a payee or an amount.
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * var metrics = new Metrics();
 * var api = new PayweekApi(budget, settings, List.of(metrics.route()));
 * try (metrics; var server = HttpServer.start(api, options, metrics)) {
 *     ...
 * }
 * }</pre>
 */
public final class Metrics implements AutoCloseable {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final List<LongSupplier> sources = new CopyOnWriteArrayList<>();

    /** Creates the counters of a service, all of them at zero. */
    public Metrics() {
        List.of(
                        new ClassLoaderMetrics(),
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics(),
                        collections)
                .forEach(one -> one.bindTo(registry));
        // There before the first import, so that a monitor sees the step from none to one.
        imports("taken");
        imports("refused");
    }

    /** Returns the route at which the counters are read. */
    public Route route() {
        return Route.of(
                        "GET",
                        "/metrics",
                        Access.READ,
                        "Gives what the service counts, for Prometheus.",
                        call -> Response.of(200, TYPE, out -> out.write(text().getBytes(StandardCharsets.UTF_8))))
                .giving(new Content("text/plain", String.class, Content.Form.ONE));
    }

    String text() {
        return registry.scrape();
    }

    /** Adds something that goes up and down, asked for whenever the counters are read. */
    public void gauge(String name, String meaning, LongSupplier value) {
        Gauge.builder(name, value, LongSupplier::getAsLong)
                .description(meaning)
                .strongReference(true)
                .register(registry);
    }

    /** Adds something that only goes up, asked for whenever the counters are read. */
    public void counter(String name, String meaning, LongSupplier value) {
        FunctionCounter.builder(name, value, LongSupplier::getAsLong)
                .description(meaning)
                .register(registry);
        // The registry itself would let it be collected.
        sources.add(value);
    }

    void answered(Answered request) {
        Timer.builder("http.server.requests")
                .description("Requests, and how long they took to be answered.")
                .serviceLevelObjectives(BOUNDS)
                .tag("method", request.method())
                .tag("route", request.route())
                .tag("status", Integer.toString(request.status()))
                .register(registry)
                .record(Duration.ofNanos(request.nanos()));
        if (request.route().equals("/imports") && request.method().equals("POST")) {
            imported(request.status() < 400);
        }
    }

    /** Counts an import, by whether it was taken; those that come as requests are counted already. */
    public void imported(boolean taken) {
        imports(taken ? "taken" : "refused").increment();
    }

    private Counter imports(String outcome) {
        return registry.counter("payweek.imports", "outcome", outcome);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
