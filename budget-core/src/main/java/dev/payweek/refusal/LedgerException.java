package dev.payweek.refusal;

import java.util.List;

/**
 * A request that was refused, with the reason and all problems found. Nothing was written.
 *
 * <p>The one unchecked exception of the core. Going over a soft limit is not a refusal but data.
 *
 * <pre>{@code
 * Money.of("12.345", "USD");                        // refused: USD has 2 decimals, not more.
 * budget.read(view -> view.getEntry(901));          // refused: There is no entry 901.
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<FieldError> problems;

    /**
     * Creates a refusal.
     *
     * @param reason why
     * @param message a sentence for people, naming what is wrong and where
     * @param problems each problem found; may be empty when the message says it all
     */
    public LedgerException(Reason reason, String message, List<FieldError> problems) {
        super(message);
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    /**
     * Creates a refusal that the given lower-level failure led to. The failure is for the log, never for the caller.
     */
    public LedgerException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.problems = List.of();
    }

    /** Returns a refusal of one field of an otherwise understood request. */
    public static LedgerException invalid(String field, String code, String message) {
        return new LedgerException(Reason.INVALID, message, List.of(new FieldError(field, code, message)));
    }

    /** Returns a refusal of a request with problems, at least one; the message is that of the first. */
    public static LedgerException invalid(List<FieldError> problems) {
        return new LedgerException(Reason.INVALID, problems.get(0).message(), problems);
    }

    /** Returns a refusal because the named thing is not in the ledger. */
    public static LedgerException notFound(String message) {
        return new LedgerException(Reason.NOT_FOUND, message, List.of());
    }

    /** Returns a refusal because the request contradicts what is stored. */
    public static LedgerException conflict(String message) {
        return new LedgerException(Reason.CONFLICT, message, List.of());
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    /** Returns the problems found, in the order of the request; possibly empty. */
    public List<FieldError> problems() {
        return problems;
    }

    /** Returns the message; a refusal always has one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
