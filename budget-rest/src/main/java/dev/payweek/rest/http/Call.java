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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A request that has found its route and its caller: what a handler works with. */
public final class Call {

    private static final Pattern OTHER_CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(?!\"?utf-?8\"?\\s*(;|$))", Pattern.CASE_INSENSITIVE);

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
    public record Limits(int jsonBytes, long fileBytes) {
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

    /** Returns what kind of body the caller says it sends, in lower case and without parameters; possibly empty. */
    public String mediaType() {
        String type = request.header("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    byte[] jsonBytes() {
        String type = request.header("Content-Type").orElse("");
        String media = mediaType();
        boolean json = media.equals("application/json") || media.endsWith("+json");
        if (!json || OTHER_CHARSET.matcher(type).find()) {
            throw Problem.of(415, "unsupported_media_type", "The body must be sent as application/json in UTF-8.");
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
     * A file that was sent, and the name its sender gave it.
     *
     * @param name nothing when it came without one
     * @param content its bytes
     */
    public record Sent(Optional<String> name, Upload content) implements AutoCloseable {
        @Override
        public void close() {
            content.close();
        }
    }

    /**
     * Returns the body as a file, or the file in the form that the body is.
     *
     * @throws Problem with status 413 if it is too large, or 400 if the form holds no file
     */
    public Sent file() {
        try (InputStream body = request.body()) {
            if (mediaType().startsWith("multipart/")) {
                FormPart part = FormPart.find(request.header("Content-Type").orElse(""), body);
                return new Sent(part.fileName().filter(name -> !name.isBlank()), Upload.of(part, limits.fileBytes()));
            }
            return new Sent(Optional.empty(), Upload.of(body, limits.fileBytes()));
        } catch (IOException e) {
            throw Problem.of(400, "incomplete_body", "The body did not arrive whole.");
        }
    }

    /**
     * Lets a change pass unless the caller says by If-Match that it has seen another version.
     *
     * @param version what the tag of the thing as it stands holds
     * @throws Problem with status 412 and the current tag
     */
    public void requireSeen(String version) {
        String tag = quoted(version);
        boolean seen = request.header("If-Match")
                .map(tags -> tags(tags).anyMatch(one -> one.equals("*") || one.equals(tag)))
                .orElse(true);
        if (!seen) {
            throw Problem.of(412, "stale", "This has been changed since you saw it; its tag is " + tag + " now.")
                    .with("ETag", tag);
        }
    }

    private static Stream<String> tags(String header) {
        return Arrays.stream(header.strip().split("\\s*,\\s*", -1));
    }

    private static String quoted(String version) {
        return "\"" + version + "\"";
    }

    /** Answers with a JSON object, or 304 when the caller has it already. */
    public Response answer(String version, Object body) {
        String tag = quoted(version);
        boolean known = request.header("If-None-Match")
                .map(tags -> tags(tags).anyMatch(one -> one.equals("*") || isSame(one, tag)))
                .orElse(false);
        return (known ? Response.empty(304) : json(200, body)).with("ETag", tag);
    }

    /** What has passed a proxy may have been marked weak; for a reader that is the same. */
    private static boolean isSame(String sent, String tag) {
        return (sent.startsWith("W/") ? sent.substring(2) : sent).equals(tag);
    }

    /** Answers with what the questions give; the tag is the ledger's version and the day. */
    public Response view(Function<? super BudgetView, ?> questions) {
        return budget.read(view -> answer(ledgerVersion(view.version(), view.today()), questions.apply(view)));
    }

    /** As {@link #change}, for what has no version of its own: If-Match is held against the tag of the ledger. */
    public Response changeLedger(Function<? super BudgetEdit, Made> changes) {
        return change(edit -> {
            requireSeen(ledgerVersion(edit.version(), edit.today()));
            return changes.apply(edit);
        });
    }

    /** Returns the version of the ledger as its tag tells it; reports change with the day, so the day is part of it. */
    public static String ledgerVersion(long version, LocalDate today) {
        return version + "." + today;
    }

    /**
     * Answers with what the changes give, once for each idempotency key.
     *
     * @param changes give an answer with a body that is already made
     */
    public Response change(Function<? super BudgetEdit, Made> changes) {
        return new IdempotentWrites(this).answer(changes);
    }

    /** Returns how the call is answered once for each idempotency key, by what tells its body from another. */
    public IdempotentWrites once(String bodyDigest) {
        seen = bodyDigest.getBytes(StandardCharsets.US_ASCII);
        return new IdempotentWrites(this);
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

        /** Something that has no version of its own is now as the body tells. */
        public static Made done(BudgetEdit edit, Object body) {
            return done(ledgerVersion(edit.versionAfter(), edit.today()), body);
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
