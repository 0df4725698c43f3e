package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.json.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden events, read. */
class EventsTest {

    private static final Address ADDRESS = new Address("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http-api.json             | HttpApiEvent   | PUT  | /limits/Caf%C3%A9%20&%20Bar
            http-api-stage.json       | HttpApiEvent   | GET  | /hello/
            function-url.json         | HttpApiEvent   | POST | /limits/Caf%C3%A9%20%26%20Bar
            http-api-format-one.json  | RestApiEvent   | GET  | /hello
            rest-api.json             | RestApiEvent   | GET  | /hello/
            rest-api-by-hand.json     | RestApiEvent   | GET  | /expenses
            load-balancer.json        | LoadBalancerEvent | GET  | /limits/Caf%C3%A9
            load-balancer-multi.json  | LoadBalancerEvent | POST | /expenses
            """)
    void the_sender_is_told_by_its_event_and_its_path_is_found(
            String file, String carrier, String method, String path) {
        assertEquals(carrier, carrier(file).getClass().getSimpleName());
        assertEquals(method, request(file).method());
        assertEquals(path, request(file).path());
    }

    @Test
    void a_query_is_decoded_once_wherever_it_comes_from() {
        assertEquals(
                Map.of("q", List.of("tea & cake,"), "tag", List.of("a", "b"), "total", List.of("")),
                request("http-api.json").query());
        assertEquals(
                Map.of("on", List.of("2026-11-20", "2026-11-22"), "today", List.of("2026-11-22")),
                request("http-api-format-one.json").query());
        assertEquals(Map.of(), request("rest-api.json").query());
        assertEquals(
                Map.of("q", List.of("50% off")),
                request("rest-api-by-hand.json").query());
        assertEquals(
                Map.of("q", List.of("tea & cake"), "from", List.of("2026-11-22")),
                request("load-balancer.json").query());
        assertEquals(
                Map.of("tag", List.of("a,b", "c")),
                request("load-balancer-multi.json").query());
    }

    @Test
    void headers_come_by_lower_case_name_with_repeated_ones_joined() {
        assertEquals(
                "text/html, application/json",
                request("http-api-format-one.json").headers().get("accept"));
        assertEquals(
                "text/html, */*", request("load-balancer-multi.json").headers().get("accept"));
        assertEquals(
                Optional.of("application/json"),
                request("rest-api-by-hand.json").header("Accept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-api.json", "http-api-format-one.json", "rest-api.json", "load-balancer-multi.json"})
    void cookies_come_as_one_header(String file) {
        assertEquals("session=s1; theme=dark", request(file).headers().get("cookie"));
    }

    @Test
    void a_body_comes_as_the_bytes_that_were_sent() throws IOException {
        assertEquals(
                "{\"amount\":80}", new String(request("http-api.json").body().readAllBytes(), StandardCharsets.UTF_8));
        assertArrayEquals(
                new byte[] {0, (byte) 0xFF, (byte) 0xFE, (byte) 0xFF},
                request("function-url.json").body().readAllBytes());
        assertArrayEquals(
                new byte[] {'C', 'a', 'f', (byte) 0xE9},
                request("load-balancer-multi.json").body().readAllBytes());
        assertEquals(0, request("rest-api.json").body().readAllBytes().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "1",
                "\"text\"",
                "null",
                "{\"requestContext\":null}",
                "{\"Records\":[{\"body\":\"x\"}]}"
            })
    void what_is_no_request_is_told_as_such(String json) throws IOException {
        assertEquals(Optional.empty(), EventFormat.of(Sender.JSON.readTree(json), ADDRESS));
        assertEquals(Optional.empty(), EventFormat.of(event("schedule.json"), ADDRESS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            malformed_query | {"requestContext":{"http":{"method":"GET"}},"rawPath":"/","rawQueryString":"q=50%"}
            malformed_query | {"requestContext":{"elb":{}},"httpMethod":"GET","queryStringParameters":{"q":"%zz"}}
            incomplete_body | {"requestContext":{},"httpMethod":"POST","body":"***","isBase64Encoded":true}
            """)
    void what_is_not_properly_encoded_is_a_problem_of_the_caller(String code, String json) throws IOException {
        JsonNode event = Sender.JSON.readTree(json);
        EventFormat carrier = EventFormat.of(event, ADDRESS).orElseThrow();
        Problem problem = assertThrows(Problem.class, () -> carrier.request(event));
        assertEquals(400, problem.status());
        assertEquals("/problems/" + code, problem.body("r1").type());
    }

    private static EventFormat carrier(String file) {
        return EventFormat.of(event(file), ADDRESS).orElseThrow();
    }

    private static Request request(String file) {
        return carrier(file).request(event(file));
    }

    private static JsonNode event(String file) {
        try (InputStream json = EventsTest.class.getResourceAsStream(file)) {
            return Sender.JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}
