package dev.payweek.rest.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is reported to a caller as {@code application/problem+json} of RFC 9457.
 *
 * <p>Thrown anywhere below the API and written in one place. It holds only words meant for the caller: no path of a
 * file, no SQL, no class name.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A body of errors only must not become an answer many times its size. */
    private static final int MOST_ERRORS = 100;

    private final int status;
    private final String code;
    private final transient List<Detail> errors;
    private final transient Map<String, String> headers;
    private final transient List<Asked> questions;

    /**
     * One thing that is wrong.
     *
     * @param pointer where, as a JSON pointer into the body, or {@code ?name} for a parameter of the query
     * @param code a stable word for programs
     * @param message a sentence for people
     */
    @Schema("FieldError")
    public record Detail(String pointer, String code, String message) {}

    /**
     * A question that must be answered first.
     *
     * @param code a stable word for programs
     * @param message the question in a sentence
     * @param parameter the parameter of the query that answers it
     * @param options the answers it takes
     */
    @Schema("Question")
    public record Asked(String code, String message, String parameter, List<String> options) {}

    private Problem(
            int status,
            String code,
            String detail,
            List<Detail> errors,
            Map<String, String> headers,
            List<Asked> questions) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
        this.headers = Map.copyOf(headers);
        this.questions = List.copyOf(questions);
    }

    /** Returns a problem in one sentence. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of(), List.of());
    }

    /** Returns a problem with what is wrong, of which the first hundred are reported; the first is its sentence. */
    public static Problem of(int status, String code, List<Detail> errors) {
        return new Problem(status, code, errors.get(0).message(), errors, Map.of(), List.of());
    }

    /** Returns a problem in one sentence, with everything that is wrong. */
    public static Problem of(int status, String code, String detail, List<Detail> errors) {
        return new Problem(status, code, detail, errors, Map.of(), List.of());
    }

    /** Returns the problem that something failed here; what, is for the log alone. */
    public static Problem internal() {
        return of(500, "internal", "Something went wrong here; the log says more under this request's id.");
    }

    /** Returns the problem that nothing can be done before the questions, at least one, are answered. */
    public static Problem asking(List<Asked> questions) {
        return new Problem(422, "undecided", questions.get(0).message(), List.of(), Map.of(), questions);
    }

    /** Returns this problem with a header for the answer. */
    public Problem with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail(), errors, more, questions);
    }

    /** Returns the status of the answer. */
    public int status() {
        return status;
    }

    /** Returns the stable word for what kind of problem it is. */
    public String code() {
        return code;
    }

    /** Returns everything that is wrong; possibly nothing but the sentence. */
    public List<Detail> errors() {
        return errors;
    }

    /** Returns the headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the sentence for the caller. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /**
     * Returns the problem as it is written.
     *
     * @param requestId the request's id, which the log has too
     */
    public Body body(String requestId) {
        String title = code.substring(0, 1).toUpperCase(Locale.ROOT)
                + code.substring(1).replace('_', ' ');
        Optional<List<Asked>> asked = Optional.of(questions).filter(list -> !list.isEmpty());
        return new Body("/problems/" + code, title, status, detail(), "/requests/" + requestId, errors, asked);
    }

    /**
     * The written form.
     *
     * @param type a stable relative URI that names the kind of problem
     * @param title the kind in words
     * @param status the status of the answer
     * @param detail what is wrong this time
     * @param instance names the request
     * @param errors everything that is wrong, with its place
     * @param questions what must be answered first; absent when nothing is asked
     */
    @Schema("Problem")
    public record Body(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            List<Detail> errors,
            Optional<List<Asked>> questions) {}
}
