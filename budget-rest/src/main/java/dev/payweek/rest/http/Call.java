package dev.payweek.rest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.rest.json.Json;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.ShapeReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A request that has found its route and its caller: what a handler works with. */
public final class Call {

    private final Request request;
    private final Route route;
    private final Map<String, String> parameters;
    private final Budget budget;
    private final Limits limits;
    private byte[] seen = {};

    /**
     * How much a request may bring.
     *
     * @param jsonBytes the most bytes of a JSON body, inclusive
     * @param fileBytes the most bytes of a bank's file, inclusive
     */
    public record Limits(int jsonBytes, int fileBytes) {
        /** One million bytes of JSON, twenty of a file. */
        public static final Limits STANDARD = new Limits(1_000_000, 20_000_000);
    }

    Call(Request request, Route route, Map<String, String> parameters, Budget budget, Limits limits) {
        this.request = request;
        this.route = route;
        this.parameters = parameters;
        this.budget = budget;
        this.limits = limits;
    }

    /** Returns the request as it came. */
    public Request request() {
        return request;
    }

    /** Returns the budget the caller may use. */
    public Budget budget() {
        return budget;
    }

    /** Returns the name under which changes are recorded. */
    public String who() {
        return "local";
    }

    /** Returns the part of the path with that name. */
    public String path(String name) {
        return parameters.getOrDefault(name, "");
    }

    /**
     * Returns the part of the path with that name as an id.
     *
     * @throws Problem with status 404 if it is no number, since nothing is there then
     */
    public long id(String name) {
        try {
            return Long.parseLong(path(name));
        } catch (NumberFormatException e) {
            throw Problem.of(404, "not_found", "There is nothing at this address; ids are whole numbers.");
        }
    }

    /**
     * Returns the query's parameters.
     *
     * @throws Problem with status 400 if it holds one that the route has not declared, or one twice
     */
    public Query query() {
        return Query.of(request, route, this::currency);
    }

    /**
     * Returns the body as JSON.
     *
     * @throws Problem with status 415, 413 or 400
     */
    public JsonNode json() {
        return Json.parse(jsonBytes());
    }

    byte[] jsonBytes() {
        String type = request.header("Content-Type").orElse("");
        String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!media.equals("application/json") && !media.endsWith("+json")) {
            throw Problem.of(415, "unsupported_media_type", "The body must be sent as application/json.");
        }
        return bytes(limits.jsonBytes());
    }

    /**
     * Returns the body as the record it holds.
     *
     * @throws Problem with all that is wrong
     */
    public <T extends Record> T body(Class<T> shape) {
        return read(json(), shape);
    }

    /** Returns the record that a tree holds. */
    public <T extends Record> T read(JsonNode tree, Class<T> shape) {
        return ShapeReader.read(tree, shape, currency());
    }

    /**
     * Returns the body as a bank's file.
     *
     * @throws Problem with status 413 if it is too large
     */
    public byte[] file() {
        return bytes(limits.fileBytes());
    }

    /** Returns the version the caller says it has seen, by If-Match; nothing when it says none or any. */
    public Optional<Integer> seenVersion() {
        return request.header("If-Match")
                .map(String::strip)
                .filter(tag -> !tag.equals("*"))
                .map(tag -> {
                    try {
                        return Integer.valueOf(tag.replace("\"", ""));
                    } catch (NumberFormatException e) {
                        // A tag this API never gave cannot be the current one.
                        return -1;
                    }
                });
    }

    /** Answers with a JSON object, or 304 when the caller has it already. */
    public Response answer(String version, Object body) {
        String tag = "\"" + version + "\"";
        boolean known = request.header("If-None-Match")
                .map(tags -> List.of(tags.split("\\s*,\\s*")).contains(tag))
                .orElse(false);
        return (known ? Response.empty(304) : json(200, body)).with("ETag", tag);
    }

    /** Answers with what the questions give; the tag is the ledger's version and the day. */
    public Response view(Function<? super BudgetView, ?> questions) {
        return budget.read(view -> answer(view.version() + "." + view.today(), questions.apply(view)));
    }

    /**
     * Answers with what the changes give, once for each idempotency key.
     *
     * @param changes give an answer with a body that is already made
     */
    public Response change(Function<? super BudgetEdit, Made> changes) {
        return new OnceOnly(this).answer(changes);
    }

    /**
     * What a change gives, in a form that can be kept and given again.
     *
     * @param status the status of the answer
     * @param location where what was made can be found; empty when nothing was
     * @param tag the version of what was made; empty when it has none
     * @param body a shape to be written as JSON; nothing for an answer without a body
     */
    public record Made(int status, String location, String tag, Optional<?> body) {
        /** Something new was made. */
        public static Made created(String location, String version, Object body) {
            return new Made(201, location, version, Optional.of(body));
        }

        /** Something is now as the body tells. */
        public static Made done(String version, Object body) {
            return new Made(200, "", version, Optional.of(body));
        }

        /** It is done and there is nothing to tell. */
        public static Made nothing() {
            return new Made(204, "", "", Optional.empty());
        }
    }

    /** Returns a JSON answer. */
    public static Response json(int status, Object body) {
        byte[] bytes = Json.bytes(body);
        return Response.of(status, Route.Content.JSON, out -> out.write(bytes))
                .with("Content-Length", Integer.toString(bytes.length));
    }

    /** Returns the currency of every amount in the ledger. */
    public Currency currency() {
        return budget.read(view -> view.settings().currency());
    }

    /** Returns the body as far as the handler has read it. */
    byte[] bodySeen() {
        return seen;
    }

    private byte[] bytes(int most) {
        try (InputStream body = request.body()) {
            byte[] bytes = body.readNBytes(most + 1);
            seen = bytes;
            if (bytes.length > most) {
                throw Problem.of(413, "too_large", "The body must not exceed " + most + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.of(400, "incomplete_body", "The body did not arrive whole.");
        }
    }
}
