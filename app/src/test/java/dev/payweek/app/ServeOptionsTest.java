package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service is told at its start: what cannot work is refused before anything is served. */
class ServeOptionsTest {

    private static final String TOKEN = "ab".repeat(32);

    @TempDir
    private Path folder = Path.of("");

    private String refused(Map<String, String> environment, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Caller process = Caller.ofProcess();
        Caller caller = new Caller(process.clock(), environment, folder, process.input(), Optional.empty());
        String[] all = Stream.concat(Stream.of("serve", "--port", "0", "--demo"), Stream.of(words))
                .toArray(String[]::new);
        int code = Payweek.execute(caller, new PrintWriter(out, true), new PrintWriter(err, true), all);
        assertEquals(2, code, out + " " + err);
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertEquals("", out.toString());
        return err.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--token-sha256|plain|64 hexadecimal digits",
                "--token-sha256|''|64 hexadecimal digits",
                "--token-sha256|e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855|empty token",
                "--allow-origin|*|takes an origin like",
                "--allow-origin|null|takes an origin like",
                "--allow-origin|app.example|takes an origin like",
                "--allow-origin|ftp://app.example|takes an origin like",
                "--allow-origin|https://app.example/|as browsers send it: https://app.example,",
                "--allow-origin|https://app.example/page|as browsers send it: https://app.example,",
                "--allow-origin|https://app.example:443|as browsers send it: https://app.example,",
                "--allow-origin|HTTPS://App.Example|as browsers send it: https://app.example,",
                "--allow-origin|https://*.example|takes an origin like",
                "--allow-host|*|takes a name like money.example",
                "--allow-host|https://money.example|takes a name like money.example",
                "--allow-host|money.example:443|takes a name like money.example",
                "--allow-host|money.example/payweek|takes a name like money.example",
                "--allow-host|''|takes a name like money.example",
                "--base-path|payweek|takes a path like /payweek",
                "--base-path|/pay week|takes a path like /payweek",
                "--base-path|/a/../b|takes a path like /payweek",
                "--base-path|//evil.example|takes a path like /payweek",
                "--base-path|/budget|begins like a path of the service itself",
                "--base-path|/docs/money|begins like a path of the service itself",
                "--base-path|/metrics|begins like a path of the service itself",
                "--host|0.0.0.0|would let anybody in",
                "--host|::|would let anybody in",
                "--host|192.0.2.1|would let anybody in",
            })
    void an_option_that_cannot_work_is_refused(String option, String value, String sentence) {
        String err = refused(Map.of(), option, value);
        assertTrue(err.contains(sentence), err);
        String variable = "PAYWEEK_" + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
        if (!value.isEmpty()) {
            assertEquals(err, refused(Map.of(variable, value)), "the same by the environment");
        }
    }

    private ServiceProcess served(String... words) throws Exception {
        return ServiceProcess.in(folder, words);
    }

    @Test
    void a_demonstration_to_look_at_takes_no_change_and_says_so() throws Exception {
        try (ServiceProcess demo = served("--demo", "--read-only")) {
            assertTrue(Http.get(demo.address().resolve("/expenses/summary")).contains("\"total_count\":"));
            assertTrue(Http.get(demo.address().resolve("/health/ready")).contains("\"writable\":false"));
            String before = Http.get(demo.address().resolve("/ledger"));
            var refused = Http.postJson(demo.address().resolve("/expenses"), "{\"title\":\"Tea\",\"amount\":4}");
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("/problems/read_only"), refused.body());
            assertEquals(before, Http.get(demo.address().resolve("/ledger")));
        }
    }

    @Test
    void an_address_of_ipv6_stands_in_brackets() throws Exception {
        for (String host : new String[] {"::1", "[::1]"}) {
            try (ServiceProcess service = served("--demo", "--host", host)) {
                assertTrue(
                        service.address().toString().startsWith("http://[::1]:"),
                        service.address().toString());
                assertTrue(Http.get(service.address().resolve("/health")).contains("ok"));
            }
        }
    }

    @Test
    void a_token_that_would_travel_in_clear_is_warned_of() throws Exception {
        try (ServiceProcess open = served("--demo", "--host", "0.0.0.0", "--token-sha256", TOKEN)) {
            String err = firstError(open);
            assertTrue(err.contains("HTTP is not encrypted"), err);
        }
        try (ServiceProcess behind = served(
                "--demo", "--host", "0.0.0.0", "--token-sha256", TOKEN.toUpperCase(Locale.ROOT), "--trust-proxy")) {
            behind.stop();
            String err = new String(behind.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(!err.contains("HTTP is not encrypted"), err);
        }
    }

    private static String firstError(ServiceProcess service) throws Exception {
        service.stop();
        return new String(service.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
