package dev.payweek.rest.http;

import java.util.List;
import java.util.Optional;

/**
 * One endpoint, declared once. The router, the OpenAPI document and the tests of who may call what are made from it.
 *
 * @param method in capitals
 * @param template the path with {@code {names}} for what varies: {@code "/expenses/{id}"}
 * @param access who may call it
 * @param summary what it does, in a sentence
 * @param takes what the request's body holds
 * @param gives what a successful answer holds, the usual first; nothing when it has no body
 * @param statuses those of a successful answer, the usual one first
 * @param refusals statuses of refusals that do not follow from the kind of route
 * @param parameters what the query may hold
 * @param handler does it
 */
public record Route(
        String method,
        String template,
        Access access,
        String summary,
        Optional<Content> takes,
        List<Content> gives,
        List<Integer> statuses,
        List<Integer> refusals,
        List<QueryParameter> parameters,
        Handler handler) {

    /** Answers a call of the route. */
    @FunctionalInterface
    public interface Handler {
        /** Returns the answer; a refusal is thrown. */
        Response answer(Call call);
    }

    /** Returns a route that answers 200, with no body and no parameters declared yet. */
    public static Route of(String method, String template, Access access, String summary, Handler handler) {
        return new Route(
                method,
                template,
                access,
                summary,
                Optional.empty(),
                List.of(),
                List.of(200),
                List.of(),
                List.of(),
                handler);
    }

    /** Returns this route with a JSON object as the request's body. */
    public Route taking(Class<?> shape) {
        return taking(Content.one(shape));
    }

    /** Returns this route with the request's body. */
    public Route taking(Content content) {
        return new Route(
                method,
                template,
                access,
                summary,
                Optional.of(content),
                gives,
                statuses,
                refusals,
                parameters,
                handler);
    }

    /** Returns this route with a JSON object as its answer. */
    public Route giving(Class<?> shape) {
        return giving(Content.one(shape));
    }

    /** Returns this route with its answer, in the forms it can have. */
    public Route giving(Content... contents) {
        return new Route(
                method, template, access, summary, takes, List.of(contents), statuses, refusals, parameters, handler);
    }

    /** Returns this route with other statuses for success, the usual one first. */
    public Route answering(Integer... codes) {
        return new Route(
                method, template, access, summary, takes, gives, List.of(codes), refusals, parameters, handler);
    }

    /** Returns this route with refusals that its kind alone does not have. */
    public Route refusing(Integer... codes) {
        return new Route(
                method, template, access, summary, takes, gives, statuses, List.of(codes), parameters, handler);
    }

    /** Returns this route with parameters that its query may hold. */
    public Route with(QueryParameter... more) {
        return new Route(method, template, access, summary, takes, gives, statuses, refusals, List.of(more), handler);
    }
}
