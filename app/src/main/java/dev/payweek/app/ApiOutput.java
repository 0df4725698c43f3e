package dev.payweek.app;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints what the API would answer, so that a script reads the same in the terminal as over HTTP. */
final class ApiOutput {

    private static final Settings UNGUARDED =
            new Settings(Optional.empty(), Set.of(), Optional.empty(), BodyLimits.STANDARD);

    private static final int FIRST_OF_PROBLEMS = 400;

    /** The API refuses; the message is its problem document. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Refused(String document) {
            super(document);
        }

        /** Returns everything that is wrong, a sentence each. */
        List<String> sentences() {
            JsonNode problem = Json.parse(String.valueOf(getMessage()).getBytes(StandardCharsets.UTF_8));
            List<String> sentences = new ArrayList<>();
            problem.path("errors")
                    .forEach(error -> sentences.add(error.path("message").asText()));
            return sentences.isEmpty() ? List.of(problem.path("detail").asText()) : sentences;
        }
    }

    private ApiOutput() {}

    /** Prints the answer of a GET. */
    static void print(Budget budget, String path, Map<String, List<String>> query, PrintWriter out) {
        out.println(get(budget, path, query));
        out.flush();
    }

    /** Returns the answer of a GET, to say more beside it. */
    static JsonNode tree(Budget budget, String path, Map<String, List<String>> query) {
        return Json.parse(get(budget, path, query).getBytes(StandardCharsets.UTF_8));
    }

    private static String get(Budget budget, String path, Map<String, List<String>> query) {
        return answer(budget, new Request("GET", path, query, Map.of(), InputStream.nullInputStream()));
    }

    /** Prints the answer to a question that is put as JSON. */
    static void ask(Budget budget, String path, Map<String, ?> question, PrintWriter out) {
        out.println(send(budget, "POST", path, question));
        out.flush();
    }

    /** Has the API do what a body says, and returns its answer. */
    static String send(Budget budget, String method, String path, Map<String, ?> body) {
        Map<String, String> headers = Map.of("content-type", "application/json");
        return answer(budget, new Request(method, path, Map.of(), headers, new ByteArrayInputStream(Json.bytes(body))));
    }

    private static String answer(Budget budget, Request request) {
        Response response = new PayweekApi(budget, UNGUARDED).handle(request, "terminal");
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            response.body().writeTo(bytes);
            String text = bytes.toString(StandardCharsets.UTF_8);
            if (response.status() >= FIRST_OF_PROBLEMS) {
                throw new Refused(text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("The answer cannot be made: " + e.getMessage(), e);
        }
    }
}
