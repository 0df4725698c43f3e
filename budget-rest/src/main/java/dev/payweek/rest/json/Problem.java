package dev.payweek.rest.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A problem as the caller is told it: {@code application/problem+json} of RFC 9457.
 *
 * <p>Thrown anywhere below the API and written in one place. It holds only words meant for the caller: no path of a
 * file, no SQL, no class name.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Detail> errors;
    private final transient Map<String, String> headers;

    /**
     * One thing that is wrong.
     *
     * @param pointer where, as a JSON pointer into the body, or {@code ?name} for a parameter of the query
     * @param code a stable word for programs
     * @param message a sentence for people
     */
    public record Detail(String pointer, String code, String message) {}

    private Problem(int status, String code, String detail, List<Detail> errors, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** Returns a problem told in one sentence. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of());
    }

    /** Returns a problem with everything that is wrong; the first is its sentence. */
    public static Problem of(int status, String code, List<Detail> errors) {
        return new Problem(status, code, errors.get(0).message(), errors, Map.of());
    }

    /** Returns a problem told in one sentence, with everything that is wrong. */
    public static Problem of(int status, String code, String detail, List<Detail> errors) {
        return new Problem(status, code, detail, errors, Map.of());
    }

    /** Returns this problem with a header for the answer. */
    public Problem with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail(), errors, more);
    }

    /** Returns the status of the answer. */
    public int status() {
        return status;
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
        return new Body("/problems/" + code, title, status, detail(), "/requests/" + requestId, errors);
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
     */
    public record Body(String type, String title, int status, String detail, String instance, List<Detail> errors) {}
}
