package dev.payweek.rest.http;

import dev.payweek.budget.Budget;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.StandIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole API as one function: a request in, an answer out, whatever happens. A transport carries both and decides
 * nothing.
 */
public final class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    /** A weight of zero names what the caller does not want. */
    private static final Pattern REFUSED = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*$");

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /** What a form may hold beside its file. */
    private static final int FORM_BYTES = 64 * 1024;

    private final RouteTable table;
    private final Guard guard;
    private final String basePath;
    private final News news;
    private final Discovering discovering;
    private final Service service;

    /** Creates the function over a table of routes. */
    public Dispatcher(RouteTable table, Budget budget, Settings settings) {
        this.table = table;
        this.guard = new Guard(settings, budget.clock());
        this.basePath = settings.basePath();
        this.news = new News(budget);
        this.discovering = new Discovering(budget);
        this.service = new Service(budget, new KeptAnswers(budget), news, discovering, settings.limits());
    }

    /** Returns what is noticed of the ledger while this answers for it. */
    public News news() {
        return news;
    }

    /** Returns what is discovered in the ledger while this answers for it. */
    public Discovering discovering() {
        return discovering;
    }

    /**
     * Does what nobody asks for: notices that a day has begun, and that an import was left half done. Never throws; on
     * a store that is read only it does nothing.
     */
    public void tend() {
        news.lookOncePerDay();
        try {
            if (service.budget().state().writable()) {
                service.budget().tendImports();
            }
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "imports cannot be looked after now: {0}", failure.toString());
        }
    }

    /**
     * Answers a request. Everything that goes wrong is an answer too, as {@code application/problem+json}.
     *
     * @param requestId names the request, for the caller and the log alike
     */
    public Response handle(Request request, String requestId) {
        Response response;
        try {
            guard.checkHost(request);
            response = answer(request);
            news.lookAfter(response);
        } catch (Problem problem) {
            response = Response.problem(problem, requestId);
        } catch (LedgerException refusal) {
            response = Response.problem(ErrorTranslation.problem(refusal), requestId);
            if (response.status() >= 500) {
                // Why is known, so that it is one line and no trace.
                LOG.log(
                        System.Logger.Level.WARNING,
                        "request refused {0}",
                        Map.of(
                                "request",
                                requestId,
                                "reason",
                                refusal.reason().name().toLowerCase(Locale.ROOT),
                                "detail",
                                String.valueOf(refusal.getMessage())));
            }
        } catch (RuntimeException | Error fault) {
            // An error too is to be known to caller and log: a program exchanged under a running service makes some.
            LOG.log(System.Logger.Level.ERROR, "request failed, " + requestId, fault);
            response = Response.problem(Problem.internal(), requestId);
        }
        return guard.withCors(request, placed(response));
    }

    /** Addresses in an answer are those that the caller sees. */
    private Response placed(Response response) {
        Response placed = response;
        if (!basePath.isEmpty()) {
            for (String name : List.of("Location", "Link")) {
                String value = response.headers().getOrDefault(name, "");
                if (!value.isEmpty()) {
                    placed = placed.with(name, value.replaceFirst("^<?", "$0" + Matcher.quoteReplacement(basePath)));
                }
            }
        }
        return placed;
    }

    /**
     * Returns the numerical address of whoever sent a request, by a proxy's word where that is believed; empty when
     * nobody knows.
     */
    public String caller(Request request) {
        try {
            return guard.caller(request);
        } catch (Problem differing) {
            return request.peer();
        }
    }

    /**
     * Judges a request by its head, so that nothing of its body is collected for a caller who may not send it.
     *
     * @param requestId names the request, for the caller and the log alike
     */
    public Admission admit(Request head, String requestId) {
        BodyLimits limits = service.limits();
        try {
            guard.checkHost(head);
            guard.checkOrigin(head);
            if (head.method().equals("OPTIONS") || !table.has(head.method(), head.path())) {
                return new Admission(Optional.empty(), limits.jsonBytes());
            }
            Route route = table.match(head.method(), head.path()).route();
            guard.checkToken(head, route.access());
            boolean file = route.takes()
                    .filter(content -> content.shape() == byte[].class)
                    .isPresent();
            long most = file ? limits.fileBytes() + FORM_BYTES : limits.jsonBytes();
            if (length(head) > most) {
                throw tooLarge(file ? limits.fileBytes() : most);
            }
            return new Admission(Optional.empty(), most);
        } catch (Problem problem) {
            Response refusal = guard.withCors(head, Response.problem(problem, requestId));
            return new Admission(Optional.of(refusal), 0);
        }
    }

    /** Returns the problem of a body that is longer than its route takes. */
    public static Problem tooLarge(long most) {
        return Problem.of(413, "too_large", "The body must not exceed " + most + " bytes.");
    }

    private static long length(Request head) {
        String length = head.header("Content-Length").orElse("");
        return LENGTH.matcher(length).matches() ? Long.parseLong(length) : 0;
    }

    private Response answer(Request request) {
        if (request.method().equals("OPTIONS")) {
            return Response.empty(204).with("Allow", table.allowed(request.path()));
        }
        guard.checkOrigin(request);
        RouteTable.Match match = table.match(request.method(), request.path());
        guard.checkToken(request, match.route().access());
        checkAccept(request, match.route());
        if (request.method().equals("POST")) {
            IdempotentWrites.key(request);
        }
        Query query = Query.of(
                request.query(),
                match.route().parameters(),
                () -> service.kept().now().currency());
        if (!query.problems().isEmpty() && !takesJson(match.route())) {
            throw Problem.of(400, "bad_query", query.problems());
        }
        return answer(match, request, query);
    }

    private static boolean takesJson(Route route) {
        return route.takes()
                .filter(content -> content.mediaType().equals("application/json"))
                .isPresent();
    }

    /** Whatever is wrong with query or body hides nothing else that is, see {@link BodyFaults}. */
    private Response answer(RouteTable.Match match, Request request, Query query) {
        var body = new RequestBody(request, service.limits());
        var faults = new BodyFaults(query.problems(), StandIn.FIRST);
        var others = new BodyFaults(query.problems(), StandIn.SECOND);
        Route.Handler handler = match.route().handler();
        try {
            Response response = handler.answer(new Call(request, match.parameters(), query, service, body, faults));
            faults.refuseIfAny();
            return response;
        } catch (Problem | LedgerException refusal) {
            if (faults.isEmpty()) {
                throw refusal;
            }
            faults.noteEnd(refusal);
        }
        if (faults.isRead()) {
            throw faults.problem(faults);
        }
        try {
            handler.answer(new Call(request, match.parameters(), query, service, body, others));
        } catch (Problem | LedgerException refusal) {
            others.noteEnd(refusal);
        }
        throw faults.problem(others);
    }

    private static void checkAccept(Request request, Route route) {
        Optional<String> accept = request.header("Accept").map(String::strip).filter(value -> !value.isEmpty());
        if (accept.isPresent() && !route.gives().isEmpty()) {
            List<String> given = route.gives().stream().map(Content::mediaType).toList();
            if (given.stream().noneMatch(type -> isAccepted(type, accept.get()))) {
                throw Problem.of(406, "not_acceptable", "This answers with " + String.join(" or ", given) + ".");
            }
        }
    }

    private static boolean isAccepted(String given, String accept) {
        if (accept.equals("*/*") || accept.equals(given)) {
            return true;
        }
        String family = given.substring(0, given.indexOf('/')) + "/*";
        return List.of(accept.toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1)).stream()
                .filter(range -> !REFUSED.matcher(range).find())
                .map(range -> range.split("\\s*;\\s*", 2)[0])
                .anyMatch(range -> range.equals("*/*") || range.equals(family) || range.equals(given));
    }
}
