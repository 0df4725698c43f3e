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
 * @param statuses those of a successful answer, the usual one first
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
        List<Integer> statuses,
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
     * @param form whether it is one of them or an array
     */
    public record Content(String mediaType, Class<?> shape, Form form) {
        /** How many there are of a shape. */
        public enum Form {
            /** One. */
            ONE,
            /** An array of any number. */
            MANY,
            /** One alone or an array. */
            ONE_OR_MANY
        }

        /** JSON, the media type of nearly everything here. */
        public static final String JSON = "application/json";

        /** Returns bytes whose media type depends on what was asked for. */
        public static Content anything() {
            return new Content("*/*", String.class, Form.ONE);
        }

        /** Returns one JSON object of the shape. */
        public static Content one(Class<?> shape) {
            return new Content(JSON, shape, Form.ONE);
        }

        /** Returns a JSON array of the shape. */
        public static Content many(Class<?> shape) {
            return new Content(JSON, shape, Form.MANY);
        }

        /** Returns one JSON object of the shape, or a JSON array of them. */
        public static Content oneOrMany(Class<?> shape) {
            return new Content(JSON, shape, Form.ONE_OR_MANY);
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
                method,
                template,
                access,
                summary,
                Optional.empty(),
                Optional.empty(),
                List.of(200),
                List.of(),
                handler);
    }

    /** Returns this route with a JSON object as the request's body. */
    public Route taking(Class<?> shape) {
        return taking(Content.one(shape));
    }

    /** Returns this route with the request's body. */
    public Route taking(Content content) {
        return new Route(method, template, access, summary, Optional.of(content), gives, statuses, parameters, handler);
    }

    /** Returns this route with a JSON object as its answer. */
    public Route giving(Class<?> shape) {
        return giving(Content.one(shape));
    }

    /** Returns this route with its answer. */
    public Route giving(Content content) {
        return new Route(method, template, access, summary, takes, Optional.of(content), statuses, parameters, handler);
    }

    /** Returns this route with other statuses for success, the usual one first. */
    public Route answering(Integer... codes) {
        return new Route(method, template, access, summary, takes, gives, List.of(codes), parameters, handler);
    }

    /** Returns this route with parameters that its query may hold. */
    public Route with(QueryParameter... more) {
        return new Route(method, template, access, summary, takes, gives, statuses, List.of(more), handler);
    }
}
