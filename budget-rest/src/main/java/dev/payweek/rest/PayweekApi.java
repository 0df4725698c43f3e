package dev.payweek.rest;

import dev.payweek.budget.Budget;
import dev.payweek.rest.endpoint.Endpoints;
import dev.payweek.rest.http.Admission;
import dev.payweek.rest.http.Dispatcher;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.http.RouteTable;
import dev.payweek.rest.http.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The REST API of one budget as a function that a transport carries.
 *
 * <pre>{@code
 * var api = new PayweekApi(budget, Settings.LOCAL);
 * Response report = api.handle(Request.of("GET", "/budget"), "a1b2");
 * }</pre>
 */
public final class PayweekApi {

    private final RouteTable table;
    private final Dispatcher dispatcher;
    private final String basePath;

    /** Creates the API. The budget stays the caller's to close. */
    public PayweekApi(Budget budget, Settings settings) {
        this(budget, settings, List.of());
    }

    /** Creates the API with routes of whoever serves it beside its own. The budget stays the caller's to close. */
    public PayweekApi(Budget budget, Settings settings, List<Route> more) {
        this.basePath = settings.basePath();
        this.table = new RouteTable(Endpoints.all(version(), basePath, more));
        this.dispatcher = new Dispatcher(table, budget, settings);
    }

    /**
     * Answers a request; never throws, also not for what a caller got wrong.
     *
     * @param requestId names the request, for the caller and the log alike
     */
    public Response handle(Request request, String requestId) {
        return dispatcher.handle(request, requestId);
    }

    /**
     * Judges a request by its head alone: whether the caller may send the body, and how long it may be. For who
     * collects bodies before {@link #handle} is called.
     */
    public Admission admit(Request head, String requestId) {
        return dispatcher.admit(head, requestId);
    }

    /**
     * Does what nobody asks for: notices what is new today, such as a pay period that has begun or a limit that starts
     * again, and reverts an import that a process left half done. Who serves calls this when it starts and every 20
     * seconds or so. Never throws. Changes made by {@link #handle} are looked after by that.
     */
    public void tend() {
        dispatcher.tend();
    }

    /**
     * Leaves it to {@link #noticeChanges} to look after changes, so that no caller waits for that and many changes are
     * looked after at once. For who serves on, and calls that a few times a second.
     */
    public void noticeChangesLater() {
        dispatcher.news().lookLater();
    }

    /** Looks after the changes that {@link #handle} has made since this was last called, if there are any. */
    public void noticeChanges() {
        dispatcher.news().lookIfChanged();
    }

    /**
     * Looks through the ledger for what it suggests by an executor of a thread of its own, so that no caller waits for
     * that for more than a moment: who asks too early has to come again. For who serves on.
     */
    public void discoverBy(Executor thread) {
        dispatcher.discovering().lookBy(thread);
    }

    /** Returns whether any path of a service begins with a word, those of the web page included. */
    public static boolean hasPathsUnder(String word) {
        return Set.of("docs", "assets", "favicon.ico", "metrics").contains(word)
                || Endpoints.all(version(), "", List.of()).stream()
                        .anyMatch(route -> route.template().split("/", -1)[1].equals(word));
    }

    /** Returns what stands before every path where callers see it; empty for nothing. */
    public String basePath() {
        return basePath;
    }

    /**
     * Returns the path that the API knows a request by, whether or not a proxy has taken the base path away:
     * {@code /payweek/budget} is {@code /budget}, and {@code /payweek} by itself is empty.
     */
    public String pathWithin(String path) {
        boolean under = !basePath.isEmpty() && (path.equals(basePath) || path.startsWith(basePath + "/"));
        return under ? path.substring(basePath.length()) : path;
    }

    /**
     * Returns the numerical address of whoever sent a request, by a proxy's word where that is believed; empty when
     * nobody knows.
     */
    public String caller(Request request) {
        return dispatcher.caller(request);
    }

    /** Returns the template of the routes at a path, such as {@code /expenses/{id}}; nothing if there is none. */
    public Optional<String> route(String path) {
        return table.template(path);
    }

    /** Returns every route. */
    public List<Route> routes() {
        return table.routes();
    }

    /** Returns the version of this program, such as {@code "0.1.0"}. */
    public static String version() {
        try (InputStream text = PayweekApi.class.getResourceAsStream("version.txt")) {
            if (text == null) {
                throw new IllegalStateException("version.txt is missing from the jar");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("version.txt cannot be read", e);
        }
    }
}
