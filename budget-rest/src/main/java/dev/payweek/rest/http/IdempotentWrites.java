package dev.payweek.rest.http;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rest.json.Json;
import dev.payweek.rest.json.Problem;
import dev.payweek.store.IdempotentResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers a request once for each idempotency key: a repetition gets the kept answer and changes nothing. The answer is
 * kept in the same transaction as the change, so that a crash keeps both or neither.
 */
public final class IdempotentWrites {

    private static final int LONGEST_KEY = 255;

    private final Request request;
    private final RequestBody body;
    private final Budget budget;
    private final String who;

    IdempotentWrites(Request request, RequestBody body, Budget budget, String who) {
        this.request = request;
        this.body = body;
        this.budget = budget;
        this.who = who;
    }

    /** The answer to a change names it by Ledger-Version, so that it can be undone. */
    Response answer(Function<? super BudgetEdit, ChangeResult> changes) {
        if (!request.method().equals("POST") || key().isEmpty()) {
            return response(budget.write(who, edit -> kept(changes.apply(edit), edit)), false);
        }
        return once(key().orElseThrow(), changes);
    }

    /**
     * Returns the answer to a change that has been made already.
     *
     * @param ledgerVersion the version by which it can be undone
     */
    public static Response answered(ChangeResult result, long ledgerVersion) {
        return response(kept(result, ledgerVersion), false);
    }

    /**
     * Returns the answer that was given to the caller's key before, if there is one: for work that makes its own
     * transaction, before it begins.
     */
    public Optional<Response> before() {
        return key().flatMap(key -> budget.read(view -> view.findAnswer(key)))
                .map(answer -> replay(answer, fingerprint()));
    }

    /**
     * Keeps an answer under the caller's key, inside the transaction of the change.
     *
     * @throws Problem with status 409 if another request with the key was answered meanwhile
     */
    public Response keep(BudgetEdit edit, ChangeResult result) {
        Stored kept = kept(result, edit);
        key().ifPresent(key -> {
            if (edit.findAnswer(key).isPresent()) {
                throw Problem.of(409, "in_flight", "Another request with this idempotency key was answered meanwhile.");
            }
            keep(edit, key, fingerprint(), kept);
        });
        return response(kept, false);
    }

    private Optional<String> key() {
        return key(request);
    }

    /**
     * Returns the key that a request names. Two keys arrive as one header with a comma between them, so that a key has
     * none.
     *
     * @throws Problem with status 400 if it is none or several
     */
    static Optional<String> key(Request request) {
        Optional<String> key = request.header("Idempotency-Key").map(String::strip);
        if (key.isPresent()
                && (key.get().isEmpty()
                        || key.get().length() > LONGEST_KEY
                        || key.get().contains(","))) {
            throw Problem.of(
                    400,
                    "bad_header",
                    "There is one Idempotency-Key, of 1 to " + LONGEST_KEY + " characters without a comma.");
        }
        return key;
    }

    private void keep(BudgetEdit edit, String key, String fingerprint, Stored made) {
        edit.keep(new IdempotentResponse(
                key,
                fingerprint,
                made.status(),
                made.text(),
                budget.clock().instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private Response once(String key, Function<? super BudgetEdit, ChangeResult> changes) {
        String fingerprint = fingerprint();
        return budget.write(who, edit -> {
            Optional<IdempotentResponse> before = edit.findAnswer(key);
            if (before.isPresent()) {
                return replay(before.get(), fingerprint);
            }
            Stored made = kept(changes.apply(edit), edit);
            keep(edit, key, fingerprint, made);
            return response(made, false);
        });
    }

    private static Response replay(IdempotentResponse answer, String fingerprint) {
        if (!answer.fingerprint().equals(fingerprint)) {
            throw new LedgerException(
                    Reason.KEY_REUSED, "This idempotency key was used for another request before.", List.of());
        }
        return response(Stored.of(answer.status(), answer.body()), true);
    }

    private static Response response(Stored kept, boolean replayed) {
        byte[] body = kept.body().getBytes(StandardCharsets.UTF_8);
        Response response = body.length == 0 ? Response.empty(kept.status()) : Response.json(kept.status(), body);
        if (!kept.location().isEmpty()) {
            response = response.with("Location", kept.location());
        }
        if (!kept.tag().isEmpty()) {
            response = response.with("ETag", Conditional.quoted(kept.tag()));
        }
        response = response.with("Ledger-Version", kept.ledgerVersion());
        return replayed ? response.with("Idempotent-Replayed", "true") : response;
    }

    private static Stored kept(ChangeResult result, BudgetEdit edit) {
        return kept(result, edit.versionAfter());
    }

    private static Stored kept(ChangeResult result, long ledgerVersion) {
        return new Stored(
                result.status(),
                result.location(),
                result.tag(),
                Long.toString(ledgerVersion),
                result.body().map(Json::text).orElse(""));
    }

    /** An answer in words: the place and the versions on a line each, then the body. */
    private record Stored(int status, String location, String tag, String ledgerVersion, String body) {
        String text() {
            return String.join("\n", location, tag, ledgerVersion, body);
        }

        static Stored of(int status, String text) {
            List<String> parts = List.of(text.split("\n", 4));
            return new Stored(status, parts.get(0), parts.get(1), parts.get(2), parts.get(3));
        }
    }

    /** The body has been read by the time a change is made. */
    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.method() + " " + request.path() + " " + request.query() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            digest.update(body.fingerprint());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
