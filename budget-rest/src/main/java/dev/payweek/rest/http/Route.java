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
 * @param gives what a successful answer holds
 * @param status the status of a successful answer
 * @param parameters what the query may hold
 * @param handler does it
 */
public record Route(
        String method,
        String template,
        Access access,
        String summary,
        Optional<Content> takes,
        Optional<Content> gives,
        int status,
        List<QueryParameter> parameters,
        Handler handler) {

    /** Answers a call of the route. */
    @FunctionalInterface
    public interface Handler {
        /** Returns the answer; a refusal is thrown. */
        Response answer(Call call);
    }

    /**
     * What a body holds.
     *
     * @param mediaType such as {@code "application/json"}
     * @param shape the record it is written as
     * @param list whether it is an array of them
     */
    public record Content(String mediaType, Class<?> shape, boolean list) {
        /** JSON, the media type of nearly everything here. */
        public static final String JSON = "application/json";

        /** Returns one JSON object of the shape. */
        public static Content one(Class<?> shape) {
            return new Content(JSON, shape, false);
        }

        /** Returns a JSON array of the shape. */
        public static Content many(Class<?> shape) {
            return new Content(JSON, shape, true);
        }
    }

    /**
     * A parameter that the query may hold.
     *
     * @param name its name
     * @param type what its value is
     * @param meaning what it does, in a sentence
     */
    public record QueryParameter(String name, Type type, String meaning) {
        /** What the value of a parameter is. */
        public enum Type {
            /** Any text. */
            TEXT,
            /** A day, {@code YYYY-MM-DD}. */
            DATE,
            /** A whole number. */
            INTEGER,
            /** An amount in the ledger's currency. */
            AMOUNT,
            /** {@code true} or {@code false}; true when it stands without a value. */
            FLAG
        }
    }

    /** Returns a route that answers 200, with no body and no parameters declared yet. */
    public static Route of(String method, String template, Access access, String summary, Handler handler) {
        return new Route(
                method, template, access, summary, Optional.empty(), Optional.empty(), 200, List.of(), handler);
    }

    /** Returns this route with a JSON object as the request's body. */
    public Route taking(Class<?> shape) {
        return taking(Content.one(shape));
    }

    /** Returns this route with the request's body. */
    public Route taking(Content content) {
        return new Route(method, template, access, summary, Optional.of(content), gives, status, parameters, handler);
    }

    /** Returns this route with a JSON object as its answer. */
    public Route giving(Class<?> shape) {
        return giving(Content.one(shape));
    }

    /** Returns this route with its answer. */
    public Route giving(Content content) {
        return new Route(method, template, access, summary, takes, Optional.of(content), status, parameters, handler);
    }

    /** Returns this route with another status for success. */
    public Route answering(int code) {
        return new Route(method, template, access, summary, takes, gives, code, parameters, handler);
    }

    /** Returns this route with parameters that its query may hold. */
    public Route with(QueryParameter... more) {
        return new Route(method, template, access, summary, takes, gives, status, List.of(more), handler);
    }
}
