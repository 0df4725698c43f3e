package dev.payweek.rest.http;

import dev.payweek.budget.Budget;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.json.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The whole API as one function: a request in, an answer out, whatever happens. A transport carries both and decides
 * nothing.
 */
public final class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    /** A weight of zero names what the caller does not want. */
    private static final Pattern REFUSED = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*$");

    private final RouteTable table;
    private final Guard guard;
    private final News news;
    private final Service service;

    /** Creates the function over a table of routes. */
    public Dispatcher(RouteTable table, Budget budget, Settings settings) {
        this.table = table;
        this.guard = new Guard(settings);
        this.news = new News(budget);
        this.service = new Service(budget, new KeptAnswers(budget), news, settings.limits());
    }

    /** Returns what is noticed of the ledger while this answers for it. */
    public News news() {
        return news;
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
                LOG.log(System.Logger.Level.WARNING, "request " + requestId + " failed", refusal);
            }
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "request " + requestId + " failed", fault);
            response = Response.problem(Problem.internal(), requestId);
        }
        return guard.withCors(request, response);
    }

    private Response answer(Request request) {
        if (request.method().equals("OPTIONS")) {
            return Response.empty(204).with("Allow", table.allowed(request.path()));
        }
        guard.checkOrigin(request);
        RouteTable.Match match = table.match(request.method(), request.path());
        guard.checkToken(request, match.route().access());
        checkAccept(request, match.route());
        Query query = Query.of(
                request.query(),
                match.route().parameters(),
                () -> service.kept().now().currency());
        return match.route().handler().answer(new Call(request, match.parameters(), query, service));
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
