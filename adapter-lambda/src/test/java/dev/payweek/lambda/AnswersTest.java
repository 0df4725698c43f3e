package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.Response;
import dev.payweek.testkit.TransportContract.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the function hands back, beyond what every transport must. */
class AnswersTest {

    private static final Address ADDRESS = new Address("");
    private static final byte[] NOTHING = {};

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final PayweekHandler handler = Fixture.handler(new PrintStream(logged, false, StandardCharsets.UTF_8));

    @Test
    void text_travels_as_text_and_anything_else_as_base64() throws IOException {
        JsonNode text = packed(
                new HttpApiEvent(ADDRESS),
                Response.of(200, "text/csv", out -> out.write("Café".getBytes(StandardCharsets.UTF_8))));
        assertFalse(text.path("isBase64Encoded").booleanValue());
        assertEquals("Café", text.path("body").textValue());

        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 0};
        JsonNode binary = packed(new HttpApiEvent(ADDRESS), Response.of(200, "image/png", out -> out.write(bytes)));
        assertTrue(binary.path("isBase64Encoded").booleanValue());
        assertArrayEquals(bytes, binary.path("body").binaryValue());
    }

    @Test
    void a_cookie_goes_where_the_sender_looks_for_it() throws IOException {
        Response response =
                Response.empty(204).with("Set-Cookie", "session=s1; HttpOnly").with("ETag", "\"1\"");

        JsonNode two = packed(new HttpApiEvent(ADDRESS), response);
        assertEquals("[\"session=s1; HttpOnly\"]", two.path("cookies").toString());
        assertEquals("{\"ETag\":\"\\\"1\\\"\"}", two.path("headers").toString());
        JsonNode one = packed(new RestApiEvent(ADDRESS), response);
        assertEquals(
                "[\"session=s1; HttpOnly\"]",
                one.path("multiValueHeaders").path("Set-Cookie").toString());
        JsonNode balancer = packed(new LoadBalancerEvent(ADDRESS, false), response);
        assertEquals(
                "session=s1; HttpOnly",
                balancer.path("headers").path("Set-Cookie").textValue());
    }

    @ParameterizedTest
    @CsvSource({"200, 200 OK", "201, 201 Created", "404, 404 Not Found", "422, 422 Refused", "507, 507 Failed"})
    void a_load_balancer_gets_words_behind_the_number(int status, String description) throws IOException {
        JsonNode packed = packed(new LoadBalancerEvent(ADDRESS, true), Response.empty(status));
        assertEquals(description, packed.path("statusDescription").textValue());
    }

    @Test
    void nobody_is_told_a_length_that_the_sender_counts_itself() throws IOException {
        JsonNode packed = packed(new RestApiEvent(ADDRESS), Response.empty(200).with("Content-Length", "7"));
        assertEquals("{}", packed.path("multiValueHeaders").toString());
    }

    @ParameterizedTest
    @CsvSource({"6291000, 6292000", "3145000, 3146000"})
    void an_answer_counts_with_its_envelope_and_its_escapes(int fits, int tooMany) throws IOException {
        char sign = fits > 4_000_000 ? 'a' : '"';
        EventFormat carrier = new HttpApiEvent(ADDRESS);
        assertEquals(
                fits,
                packed(carrier, signs(sign, fits)).path("body").textValue().length());
        assertThrows(
                LambdaResponse.TooLarge.class,
                () -> LambdaResponse.packed(carrier, signs(sign, tooMany), false, false));
    }

    @Test
    void a_load_balancer_takes_less() throws IOException {
        EventFormat carrier = new LoadBalancerEvent(ADDRESS, false);
        assertEquals(
                999_000,
                packed(carrier, signs('a', 999_000)).path("body").textValue().length());
        assertThrows(
                LambdaResponse.TooLarge.class,
                () -> LambdaResponse.packed(carrier, signs('a', 1_000_000), false, false));
    }

    @Test
    void an_answer_that_cannot_be_carried_is_a_problem_in_its_place() {
        String many = ",{\"title\":\"" + "x".repeat(200) + "\",\"amount\":1}";
        String body = "[{\"title\":\"Tea\",\"amount\":1}" + many.repeat(900) + "]";
        Sender sender = Sender.LOAD_BALANCER;
        for (int i = 0; i < 5; i++) {
            assertEquals(201, send(sender, "POST", "/expenses", body).status());
        }
        var refused = send(sender, "GET", "/expenses", "");
        assertEquals(413, refused.status());
        assertEquals("application/problem+json", refused.header("content-type").orElseThrow());
        assertTrue(refused.text().contains("/problems/answer_too_large"), refused.text());
        assertEquals(200, send(sender, "GET", "/expenses?limit=100", "").status());
        assertEquals(200, send(sender, "HEAD", "/expenses", "").status());
    }

    @Test
    void an_export_that_cannot_be_carried_goes_in_parts_by_days() {
        String year = ",{\"title\":\"" + "x".repeat(200) + "\",\"amount\":1,\"date\":\"%d-06-30\"}";
        Sender sender = Sender.LOAD_BALANCER;
        for (int i = 2020; i <= 2024; i++) {
            String many = year.formatted(i).repeat(900).substring(1);
            assertEquals(
                    201, send(sender, "POST", "/expenses", "[" + many + "]").status());
        }
        assertEquals(413, send(sender, "GET", "/export", "").status());
        long lines = 0;
        for (int i = 2020; i <= 2024; i++) {
            Answer part = send(sender, "GET", "/export?from=" + i + "-01-01&to=" + i + "-12-31", "");
            assertEquals(200, part.status());
            lines += part.text()
                    .lines()
                    .filter(line -> line.startsWith("expense,"))
                    .count();
        }
        assertEquals(4_500, lines);
    }

    @Test
    void a_body_that_is_too_large_is_compressed_for_whoever_takes_that() throws IOException {
        EventFormat carrier = new LoadBalancerEvent(ADDRESS, false);
        ByteArrayOutputStream packed = LambdaResponse.packed(carrier, signs('a', 3_000_000), false, true);
        JsonNode answer = Sender.JSON.readTree(packed.toByteArray());
        assertEquals("gzip", answer.path("headers").path("Content-Encoding").textValue());
        byte[] body =
                new GZIPInputStream(new ByteArrayInputStream(answer.path("body").binaryValue())).readAllBytes();
        assertEquals("a".repeat(3_000_000), new String(body, StandardCharsets.US_ASCII));
        assertFalse(Sender.JSON
                .readTree(LambdaResponse.packed(carrier, signs('a', 9), false, true)
                        .toByteArray())
                .path("headers")
                .has("Content-Encoding"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Records":[{"eventSource":"aws:sqs","body":"x"}]} | events of aws:sqs
            {"Records":[{"EventSource":"aws:sns"}]}            | events of aws:sns
            {"source":"aws.s3","detail":{}}                    | events of aws.s3
            {"hello":1}                                        | events of this shape
            [1]                                                | events of this shape
            """)
    void messages_are_refused_by_the_name_of_their_sender_so_that_they_are_not_lost(String event, String name) {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> Fixture.call(handler, event, new Fixture.Invocation("r1", 10_000)));
        assertTrue(refused.toString().contains(name), refused.toString());
    }

    @Test
    void each_request_counts_in_the_metrics_of_its_stage() throws IOException {
        send("GET", "/health", "");
        JsonNode line = Sender.JSON.readTree(logged());
        assertEquals("qa", line.path("Stage").textValue());
        JsonNode metrics = line.path("_aws").path("CloudWatchMetrics").path(0);
        assertEquals("Payweek", metrics.path("Namespace").textValue());
        assertEquals("[[\"Stage\"]]", metrics.path("Dimensions").toString());
        // A name without a number beside it would be a metric without values.
        for (JsonNode metric : metrics.path("Metrics")) {
            assertTrue(line.path(metric.path("Name").textValue()).isNumber(), metric.toString());
        }
        assertTrue(line.path("_aws").path("Timestamp").longValue() > 1_700_000_000_000L);
        assertEquals(0, line.path("Faults").intValue());
    }

    @ParameterizedTest
    @EnumSource(Sender.class)
    void with_too_little_time_left_a_request_is_refused_before_it_is_begun(Sender sender) {
        String event = sender.event("GET", "/budget", Fixture.headers(Map.of()), NOTHING);
        var refused = sender.answer(Fixture.call(handler, event, new Fixture.Invocation("r1", 299)));
        assertEquals(503, refused.status());
        assertEquals("1", refused.header("retry-after").orElseThrow());
        assertTrue(refused.text().contains("\"instance\":\"/requests/r1\""), refused.text());
    }

    @Test
    void without_the_token_only_the_open_paths_answer() {
        Map<String, String> none = Map.of("host", "budget.example.org");
        Sender sender = Sender.HTTP_API;
        var invocation = new Fixture.Invocation("r1", 10_000);
        var refused = sender.answer(Fixture.call(handler, sender.event("GET", "/hello", none, NOTHING), invocation));
        assertEquals(401, refused.status());
        assertEquals("Bearer", refused.header("www-authenticate").orElseThrow());
        var health = sender.answer(Fixture.call(handler, sender.event("GET", "/health", none, NOTHING), invocation));
        assertEquals(200, health.status());
    }

    @Test
    void an_event_that_is_no_request_gets_a_small_answer() {
        byte[] answer = Fixture.call(
                handler, "{\"source\":\"aws.events\",\"detail\":{}}", new Fixture.Invocation("r1", 10_000));
        assertEquals(
                "{\"status\":\"ok\",\"detail\":\"This event is no HTTP request.\"}",
                new String(answer, StandardCharsets.UTF_8));
        assertTrue(logged().contains("\"message\":\"no request\""), logged());
    }

    @Test
    void what_is_new_has_been_noticed_when_the_instance_answers() {
        send("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4}");
        String events = send("GET", "/events", "").text();
        assertTrue(events.contains("\"threshold\":\"new_period\""), events);
    }

    @Test
    void each_request_leaves_one_line_that_tells_nothing_of_what_was_in_it() throws IOException {
        send("POST", "/expenses?dry=1", "{\"title\":\"Tea\",\"amount\":4}");
        send("GET", "/limits/Fun", "");
        assertEquals(2, logged().lines().count());
        JsonNode first = Sender.JSON.readTree(logged().lines().findFirst().orElseThrow());
        assertEquals("r1", first.path("requestId").textValue());
        assertEquals("POST", first.path("method").textValue());
        assertEquals(400, first.path("status").intValue());
        assertTrue(first.path("coldStart").booleanValue());
        assertTrue(first.path("micros").longValue() > 0);
        assertTrue(logged().lines().skip(1).allMatch(line -> line.contains("\"coldStart\":false")), logged());
        for (String secret : new String[] {"Tea", "Fun", "4", "expenses", Fixture.TOKEN}) {
            String inside = logged().replaceAll("\"(micros|status|Timestamp)\":\\d+", "");
            assertFalse(inside.contains(secret), inside);
        }
    }

    @Test
    void a_caller_cannot_write_into_the_log() {
        send("GET\",\"status\":200}\n{\"x", "/", "");
        assertEquals(1, logged().lines().count());
        assertTrue(logged().contains("\"method\":\"GET?,?status?:200}?{?x\""), logged());
    }

    private Answer send(String method, String target, String json) {
        return send(Sender.HTTP_API, method, target, json);
    }

    private Answer send(Sender sender, String method, String target, String json) {
        String event = sender.event(
                method,
                target,
                Fixture.headers(Map.of("Content-Type", "application/json")),
                json.getBytes(StandardCharsets.UTF_8));
        return sender.answer(Fixture.call(handler, event, new Fixture.Invocation("r1", 10_000)));
    }

    private String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    private static Response signs(char sign, int count) {
        return Response.of(200, "text/plain", out -> {
            byte[] one = {(byte) sign};
            for (int i = 0; i < count; i++) {
                out.write(one);
            }
        });
    }

    private static JsonNode packed(EventFormat carrier, Response response) throws IOException {
        return Sender.JSON.readTree(
                LambdaResponse.packed(carrier, response, false, false).toByteArray());
    }
}
