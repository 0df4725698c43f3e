package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.testkit.TransportContract.Answer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of more than a kilobyte are sent compressed to those who take that. */
class CompressionTest {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final int EXPENSES = 1_000;

    private final Served served = new Served();

    @BeforeEach
    void fill() throws Exception {
        String expenses = IntStream.range(0, EXPENSES)
                .mapToObj(i -> "{\"title\":\"Corner Coffee " + i + "\",\"amount\":4.50}")
                .collect(Collectors.joining(",", "[", "]"));
        assertEquals(
                201, served.send("POST", "/expenses", JSON, bytes(expenses)).status());
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String target, String coding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(served.address() + target))
                .header("Accept-Encoding", coding)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/expenses", "/expenses?limit=1000", "/budget", "/openapi.json"})
    void a_long_answer_is_compressed_and_says_the_same(String target) throws Exception {
        byte[] plain = get(target, "identity").body();
        HttpResponse<byte[]> small = get(target, "br;q=1, gzip;q=0.5");
        assertEquals("gzip", small.headers().firstValue("Content-Encoding").orElseThrow());
        assertEquals("Accept-Encoding", small.headers().firstValue("Vary").orElseThrow());
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
            assertArrayEquals(plain, unpacked.readAllBytes());
        }
        assertTrue(small.body().length * 2 < plain.length, small.body().length + " of " + plain.length);
        if (target.startsWith("/ex") && plain.length > 100_000) {
            assertTrue(small.body().length * 8 < plain.length, small.body().length + " of " + plain.length);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/expenses|gzip;q=0",
                "/expenses|*;q=0",
                "/expenses|gzip ; q = 0.000, *",
                "/expenses|br, deflate",
                "/expenses|''",
                "/expenses/1|gzip",
                "/health|gzip"
            })
    void what_is_short_or_not_taken_compressed_is_sent_as_it_is(String target, String coding) throws Exception {
        HttpResponse<byte[]> answer = get(target, coding);
        assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty());
        assertTrue(new String(answer.body(), StandardCharsets.UTF_8).contains("\""));
    }

    @Test
    void anything_is_gzip_too() throws Exception {
        assertEquals(
                "gzip",
                get("/expenses", "*").headers().firstValue("Content-Encoding").orElseThrow());
    }

    @Test
    void each_form_has_its_tag_and_either_is_known_again() throws Exception {
        String plain = get("/budget", "identity").headers().firstValue("ETag").orElseThrow();
        String small = get("/budget", "gzip").headers().firstValue("ETag").orElseThrow();
        assertEquals(plain.substring(0, plain.length() - 1) + "-gzip\"", small);
        for (String tag : new String[] {plain, small, "\"x\", " + small}) {
            Answer known =
                    served.send("GET", "/budget", Map.of("If-None-Match", tag, "Accept-Encoding", "gzip"), new byte[0]);
            assertEquals(304, known.status(), tag);
            assertEquals(
                    tag.contains("-gzip") ? small : plain, known.header("etag").orElseThrow());
        }
        Answer changed = served.send(
                "PATCH",
                "/ledger",
                Map.of("Content-Type", "application/json", "If-Match", small),
                bytes("{\"name\":\"Home\"}"));
        assertEquals(200, changed.status(), changed.text());
        Answer stale = served.send(
                "PATCH",
                "/ledger",
                Map.of("Content-Type", "application/json", "If-Match", small),
                bytes("{\"name\":\"House\"}"));
        assertEquals(412, stale.status());
    }

    @Test
    void head_is_told_what_get_would_be() throws Exception {
        Answer head = served.send("HEAD", "/expenses", Map.of("Accept-Encoding", "gzip"), new byte[0]);
        assertEquals("gzip", head.header("content-encoding").orElseThrow());
        assertFalse(head.header("content-length").isPresent());
    }
}
