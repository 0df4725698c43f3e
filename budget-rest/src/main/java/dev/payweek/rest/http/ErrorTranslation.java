package dev.payweek.rest.http;

import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.json.Problem;
import java.util.List;

/** What the core's refusals are in HTTP. */
public final class ErrorTranslation {

    private ErrorTranslation() {}

    /** Returns what a refusal is to a caller of the API. */
    public static Problem problem(LedgerException refusal) {
        return switch (refusal.reason()) {
            case INVALID -> problem(422, "invalid", refusal);
            case NOT_FOUND -> problem(404, "not_found", refusal);
            case CONFLICT -> problem(409, "conflict", refusal);
            case STALE -> problem(412, "stale", refusal);
            case KEY_REUSED -> problem(422, "key_reused", refusal);
            case UNDECIDED -> problem(422, "undecided", refusal);
            case READ_ONLY -> problem(403, "read_only", refusal);
            case STORE_FULL -> problem(507, "store_full", refusal);
            case STORE_UNAVAILABLE -> problem(503, "store_unavailable", refusal).with("Retry-After", "2");
            case STORE_UNUSABLE -> problem(503, "store_unusable", refusal).with("Retry-After", "60");
        };
    }

    private static Problem problem(int status, String code, LedgerException refusal) {
        List<Problem.Detail> errors = refusal.problems().stream()
                .map(one ->
                        new Problem.Detail(one.field().isEmpty() ? "" : "/" + one.field(), one.code(), one.message()))
                .toList();
        return Problem.of(status, code, refusal.getMessage(), errors);
    }
}
