package dev.payweek.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.json.Problem;
import dev.payweek.store.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The whole way of an event: read, answered by the API, packed. */
final class LambdaExchange {

    private static final System.Logger LOG = System.getLogger(LambdaExchange.class.getName());

    /** With less time left than this, a request is refused rather than cut off in the middle. */
    private static final int LEAST_MILLIS = 300;

    /**
     * A body is one text of the event, and Lambda takes six million bytes of event. The API's own reader is stricter.
     */
    private static final JsonMapper EVENTS = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(8_000_000).build())
            .build());

    /** What is left after the store's last answer, to make the function's own of it. */
    private static final int PACKING_MILLIS = 150;

    private static final String NO_REQUEST = "{\"status\":\"ok\",\"detail\":\"This event is no HTTP request.\"}";

    private final PayweekApi api;
    private final Address address;

    LambdaExchange(PayweekApi api, Address address) {
        this.api = api;
        this.address = address;
    }

    /**
     * What Lambda is handed back.
     *
     * @param packed the JSON for the sender
     * @param method of the request; empty when the event was none
     * @param status of the answer; 0 when the event was no request
     */
    record Answer(ByteArrayOutputStream packed, String method, int status) {}

    /**
     * Answers an event. A schedule's is a chance to notice that a day has begun or that an import was left half done.
     * Others are refused: who sends messages would take an answer for the news that they were dealt with.
     *
     * @param millisLeft how long Lambda will wait for it
     * @throws IOException if the event is no JSON, which Lambda itself would not have sent
     * @throws IllegalArgumentException if nobody here knows what to do with such an event
     */
    Answer answer(InputStream eventJson, String requestId, int millisLeft) throws IOException {
        JsonNode event = EVENTS.readTree(eventJson);
        Optional<EventFormat> carrier = EventFormat.of(event, address);
        if (carrier.isEmpty()) {
            if (!EventFormat.isSchedule(event)) {
                throw new IllegalArgumentException("This function answers HTTP requests and schedules, not "
                        + EventFormat.nameOf(event) + ". Nothing was done with it.");
            }
            var packed = new ByteArrayOutputStream();
            withinTime(millisLeft, () -> {
                api.tend();
                return true;
            });
            packed.writeBytes(NO_REQUEST.getBytes(StandardCharsets.US_ASCII));
            return new Answer(packed, "", 0);
        }
        return answer(carrier.get(), event, requestId, millisLeft);
    }

    private Answer answer(EventFormat carrier, JsonNode event, String requestId, int millisLeft) throws IOException {
        String method = "";
        try {
            if (millisLeft < LEAST_MILLIS) {
                throw Problem.of(503, "out_of_time", "There is not enough time left for this request; send it again.")
                        .with("Retry-After", "1");
            }
            Request request = carrier.request(event);
            method = request.method();
            return withinTime(millisLeft, () -> packed(carrier, request, requestId));
        } catch (Problem problem) {
            return refused(carrier, problem, method, requestId);
        } catch (LambdaResponse.TooLarge e) {
            // Nobody's failure, so no 5xx, which would raise the alarm: it asks for more than can be carried.
            Problem problem = Problem.of(
                    413,
                    "answer_too_large",
                    "The answer has more than the " + carrier.mostBytes()
                            + " bytes that can be carried. Ask for a part of it, by from and to where there are"
                            + " such, or accept gzip.");
            return refused(carrier, problem, method, requestId);
        } catch (RuntimeException fault) {
            // The API makes answers of its own failures, but for those that come up while a long answer is being
            // written.
            LOG.log(System.Logger.Level.ERROR, "request " + requestId + " failed", fault);
            return refused(carrier, Problem.internal(), method, requestId);
        }
    }

    private Answer packed(EventFormat carrier, Request request, String requestId) {
        try {
            Response response = api.handle(request, requestId);
            boolean gzip = request.header("Accept-Encoding").orElse("").contains("gzip");
            ByteArrayOutputStream packed =
                    LambdaResponse.packed(carrier, response, request.method().equals("HEAD"), gzip);
            return new Answer(packed, request.method(), response.status());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the store is asked for must have been answered in time to hand it on. */
    private static <T> T withinTime(int millisLeft, Supplier<T> work) {
        return Deadline.within(Duration.ofMillis(Math.max(1, millisLeft - PACKING_MILLIS)), work);
    }

    private static Answer refused(EventFormat carrier, Problem problem, String method, String requestId)
            throws IOException {
        Response response = Response.problem(problem, requestId);
        return new Answer(
                LambdaResponse.packed(carrier, response, method.equals("HEAD"), false), method, problem.status());
    }
}
