package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.BodyLimits;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Settings;
import dev.payweek.rest.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints what the API would answer, so that a script reads the same in the terminal as over HTTP. */
final class ApiOutput {

    private static final Settings UNGUARDED =
            new Settings(Optional.empty(), Set.of(), Optional.empty(), BodyLimits.STANDARD);

    private ApiOutput() {}

    /** Prints the answer of a GET. */
    static void print(Budget budget, String path, Map<String, List<String>> query, PrintWriter out) {
        print(budget, new Request("GET", path, query, Map.of(), InputStream.nullInputStream()), out);
    }

    /** Prints the answer to a question that is put as JSON. */
    static void ask(Budget budget, String path, Map<String, ?> question, PrintWriter out) {
        InputStream body = new ByteArrayInputStream(Json.bytes(question));
        Map<String, String> headers = Map.of("content-type", "application/json");
        print(budget, new Request("POST", path, Map.of(), headers, body), out);
    }

    private static void print(Budget budget, Request request, PrintWriter out) {
        Response response = new PayweekApi(budget, UNGUARDED).handle(request, "terminal");
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            response.body().writeTo(bytes);
            out.println(bytes.toString(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The answer cannot be written: " + e.getMessage(), e);
        }
    }
}
