package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Settings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, by which name and from which address, with a proxy before the service or somebody who acts as one. */
class BehindProxyTest {

    /** The SHA-256 of a token that nobody here knows. */
    private static final String RIGHT = "ab".repeat(32);

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private int status(Settings settings, String method, Map<String, String> headers) {
        return status(new PayweekApi(budget, settings), method, headers, "192.0.2.99");
    }

    private static int status(PayweekApi api, String method, Map<String, String> headers, String peer) {
        Map<String, String> sent = new HashMap<>(Map.of("host", "localhost", "content-type", "application/json"));
        sent.putAll(headers);
        byte[] body = "{\"title\":\"Tea\",\"amount\":4}".getBytes(StandardCharsets.UTF_8);
        return api.handle(
                        new Request(method, "/expenses", Map.of(), sent, new ByteArrayInputStream(body), peer), "test")
                .status();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-forwarded-host|evil.example|421",
                "x-forwarded-host|localhost, evil.example|421",
                "x-original-host|evil.example|421",
                "forwarded|for=1.2.3.4;host=evil.example|421",
                "forwarded|host=\"evil.example:80\"|421",
                "x-forwarded-host|localhost:8000|200",
                "x-forwarded-host|money.example|200",
                "x-forwarded-host|192.0.2.1|421",
                "host|192.0.2.1|421",
                "host|money.example:8443|200",
                "host|MONEY.example|200",
                "host|[::1]:8000|200",
                "host|[2001:db8::1]|421",
                "host|money.example.evil.example|421",
            })
    void without_a_token_only_names_that_were_allowed_are_answered(String header, String value, int status) {
        Settings named = Settings.LOCAL.called(Set.of("localhost", "[::1]", "money.example"));
        assertEquals(status, status(named, "GET", Map.of(header, value)));
        assertEquals(status, status(named.behindProxy(), "GET", Map.of(header, value)));
    }

    @Test
    void with_a_token_addresses_in_digits_are_answered_too_and_other_names_are_not() {
        Settings guarded = Settings.guardedBy(RIGHT).called(Set.of("localhost", "money.example"));
        assertEquals(401, status(guarded, "GET", Map.of("host", "192.0.2.1:8000")));
        assertEquals(401, status(guarded, "GET", Map.of("host", "[2001:db8::1]:8000")));
        assertEquals(401, status(guarded, "GET", Map.of("host", "money.example")));
        assertEquals(421, status(guarded, "GET", Map.of("host", "evil.example")));
        assertEquals(421, status(guarded, "GET", Map.of("host", "1.2.3.4.evil.example")));
        assertEquals(421, status(guarded, "GET", Map.of("host", "localhost", "x-forwarded-host", "evil.example")));
    }

    @Test
    void a_page_is_of_the_same_origin_by_the_name_and_scheme_its_reader_sees() {
        Settings behind =
                Settings.LOCAL.called(Set.of("localhost", "money.example")).behindProxy();
        Map<String, String> proxied = Map.of("x-forwarded-host", "money.example", "x-forwarded-proto", "https");
        assertEquals(201, status(behind, "POST", with(proxied, "origin", "https://money.example")));
        assertEquals(403, status(behind, "POST", with(proxied, "origin", "http://money.example")));
        assertEquals(403, status(behind, "POST", with(proxied, "origin", "https://localhost")));
        Settings distrusting = Settings.LOCAL.called(Set.of("localhost", "money.example"));
        assertEquals(403, status(distrusting, "POST", with(proxied, "origin", "https://money.example")));
    }

    @Test
    void two_hundred_guesses_from_one_address_do_not_concern_another() {
        PayweekApi api = new PayweekApi(budget, Settings.guardedBy(RIGHT));
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            // Who comes without a proxy that is believed gains nothing by naming other addresses.
            Map<String, String> guess = Map.of("authorization", "Bearer guess" + i, "x-forwarded-for", "10.0.0." + i);
            refused += status(api, "GET", guess, "192.0.2.7") == 429 ? 1 : 0;
        }
        assertEquals(190, refused);
        assertEquals(401, status(api, "GET", Map.of("authorization", "Bearer x"), "192.0.2.8"));
        assertEquals(401, status(api, "GET", Map.of(), "192.0.2.7"), "who sends nothing guesses nothing");
    }

    @Test
    void a_proxy_that_is_believed_tells_the_guessers_apart() {
        PayweekApi api = new PayweekApi(budget, Settings.guardedBy(RIGHT).behindProxy());
        for (int i = 0; i < 50; i++) {
            Map<String, String> guess =
                    Map.of("authorization", "Bearer guess", "x-forwarded-for", "10.0.0." + i + ", 203.0.113.7");
            assertEquals(i < 10 ? 401 : 429, status(api, "GET", guess, "127.0.0.1"));
        }
        Map<String, String> other = Map.of("authorization", "Bearer guess", "x-forwarded-for", "203.0.113.8");
        assertEquals(401, status(api, "GET", other, "127.0.0.1"));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
