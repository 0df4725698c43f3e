package dev.payweek.refusal;

/**
 * One thing that is wrong with a request, and where.
 *
 * <pre>{@code
 * var problem = new FieldError("amount", "out_of_range", "The amount is beyond the range of one entry.");
 * problem.inside("splits/0").field();      // "splits/0/amount"
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param field the place, as a slash-separated path of field names and indexes: {@code "amount"}, {@code
 *     "splits/0/amount"}; empty when the request as a whole is meant
 * @param code a stable word for programs, such as {@code "out_of_range"}
 * @param message a sentence for people
 */
public record FieldError(String field, String code, String message) {

    /** Returns this problem seen from one level further out: {@code amount} inside {@code splits/0} for example. */
    public FieldError inside(String outer) {
        String separator = field.isEmpty() || outer.isEmpty() ? "" : "/";
        return new FieldError(outer + separator + field, code, message);
    }
}
