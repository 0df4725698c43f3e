package dev.payweek.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.rest.json.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardingTest {

    private static Request request(Map<String, String> headers) {
        return Request.of("GET", "/").with(headers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1|192.0.2.1",
                "203.0.113.9, 192.0.2.1|192.0.2.1",
                "192.0.2.1:4711|192.0.2.1",
                "2001:DB8::1|2001:db8::1",
                "[2001:db8::1]:4711|2001:db8::1",
                "unknown|''",
                "_hidden|''",
                "evil\u001b[31m|''",
                "192.0.2.1 x|''",
            })
    void the_nearest_proxy_names_the_caller_in_digits_or_nobody_does(String header, String address) {
        assertEquals(
                address,
                Forwarding.of(request(Map.of("x-forwarded-for", header))).address());
        String standard = "for=\"" + header.replace(", ", "\", for=\"") + "\"";
        assertEquals(
                address, Forwarding.of(request(Map.of("forwarded", standard))).address());
    }

    @Test
    void the_standard_header_is_read_whole() {
        Forwarding said = Forwarding.of(request(Map.of(
                "forwarded", "for=198.51.100.1;host=evil, For=192.0.2.1;Proto=HTTPS ; host=\"Money.example:8443\"")));
        assertEquals(new Forwarding("192.0.2.1", "money.example:8443", "https"), said);
        assertEquals(new Forwarding("", "", ""), Forwarding.of(request(Map.of())));
        assertEquals(new Forwarding("", "", ""), Forwarding.of(request(Map.of("forwarded", ";;=,"))));
    }

    @Test
    void headers_of_two_kinds_that_differ_are_refused_since_one_is_the_callers_own() {
        for (Map<String, String> headers : List.of(
                Map.of("forwarded", "for=192.0.2.1", "x-forwarded-for", "192.0.2.2"),
                Map.of("forwarded", "host=a.example", "x-forwarded-host", "b.example"),
                Map.of("forwarded", "proto=https", "x-forwarded-proto", "http"))) {
            assertEquals(
                    400,
                    assertThrows(Problem.class, () -> Forwarding.of(request(headers)))
                            .status());
        }
        Map<String, String> same = Map.of("forwarded", "for=192.0.2.1", "x-forwarded-for", "192.0.2.1");
        assertEquals("192.0.2.1", Forwarding.of(request(same)).address());
    }

    @Test
    void every_name_that_is_said_is_seen() {
        Map<String, String> headers = Map.of(
                "forwarded", "host=a.example, host=b.example",
                "x-forwarded-host", "c.example, D.example",
                "x-original-host", "e.example");
        assertEquals(
                List.of("a.example", "b.example", "c.example", "d.example", "e.example"),
                Forwarding.hosts(request(headers)));
    }
}
