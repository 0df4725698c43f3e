package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.payweek.app.simplefin.SimpleFinServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Against a server on this machine that answers as real ones do, well and badly. */
class SyncTest {

    private static final String SECRET = "s3cr%3At";
    private static final String V1 = """
            {"errors":["Connection to My Bank may need attention"],"accounts":[{"org":{"domain":"mybank.example"},
            "id":"acc-1","name":"Checking","currency":"USD","balance":"100.23","balance-date":1795305600,
            "transactions":[
              {"id":"t1","posted":1795132800,"amount":"-33.29","description":"JOHNS FISHIN SHACK"},
              {"id":"t2","posted":0,"amount":"-1.00","description":"PENDING","pending":true}]}]}
            """;
    private static final String V2 = """
            {"errlist":[{"code":"con.auth","msg":"Log in again"}],"connections":[{"conn_id":"c1","name":"My Bank",
            "org_id":"o","sfin_url":"https://x"}],"accounts":[{"conn_id":"c1",
            "id":"acc-1","name":"Checking","currency":"USD","balance":"100.23","balance-date":1795305600,
            "transactions":[
              {"id":"t1","posted":1795132800,"amount":"-33.29","description":"JOHNS FISHIN SHACK"},
              {"id":"t3","posted":1795219200,"amount":"1500.00","description":"PAYROLL"}]}]}
            """;

    @TempDir
    private Path folder;

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private HttpServer stub;
    private int claimStatus = 200;
    private int status = 200;
    private String body = V1;
    private boolean drips;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.setExecutor(Executors.newCachedThreadPool());
        stub.createContext("/claim", exchange -> {
            seen.add(exchange.getRequestMethod() + " claim "
                    + exchange.getRequestHeaders().getFirst("Content-Length"));
            answer(exchange, claimStatus, "http://user:" + SECRET + "@127.0.0.1:" + port() + "/simplefin");
        });
        stub.createContext("/simplefin/accounts", exchange -> {
            seen.add(exchange.getRequestURI().getQuery() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            if (drips) {
                drip(exchange);
            } else {
                answer(exchange, status, body);
            }
        });
        stub.start();
    }

    @AfterEach
    void stop() {
        stub.stop(0);
    }

    private int port() {
        return stub.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "https://evil.example/");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** A byte now and then, for longer than anybody waits. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 600; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String token() {
        return Base64.getEncoder()
                .encodeToString(("http://127.0.0.1:" + port() + "/claim").getBytes(StandardCharsets.UTF_8));
    }

    private Path accessFile() {
        return folder.resolve("config").resolve("simplefin");
    }

    private Ended sync(String... words) {
        return sync(SimpleFinServer.onLoopback(Duration.ofMinutes(1)), words);
    }

    private Ended sync(SimpleFinServer server, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Payweek.configure(new CommandLine(new Sync(server)), Caller.ofProcess());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int code = command.execute(Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--db",
                                "jdbc:sqlite:" + folder.resolve("payweek.db"),
                                "--access-file",
                                accessFile().toString()))
                .toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    @Test
    void a_token_is_claimed_once_and_transactions_come_once() throws IOException {
        Ended first = sync("--claim", token());
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().contains("1 new, 0 known, 0 to review, 0 rejected; sum -33.29 USD"), first.out());
        assertTrue(first.err().contains("Connection to My Bank may need attention"), first.err());
        body = V2;
        Ended second = sync();
        assertTrue(second.out().contains("1 new, 1 known, 0 to review, 0 rejected"), second.out());
        assertTrue(second.err().contains("Log in again"), second.err());
        assertEquals("POST claim 0", seen.get(0));
        String basic = Base64.getEncoder().encodeToString("user:s3cr:t".getBytes(StandardCharsets.UTF_8));
        assertTrue(seen.get(1).matches("start-date=\\d+&version=2 Basic " + basic), seen.get(1));
        assertEquals(3, seen.size());
        assertTrue(sync("--dry-run").out().contains("would add 0 new, 2 known"));
        assertTrue(sync("--json").out().contains("\"format\":\"simplefin\""));
    }

    @Test
    void the_first_time_asks_for_ninety_days_then_for_thirty_or_as_told() {
        sync("--claim", token());
        sync();
        sync("--days", "7");
        long first = start(seen.get(1));
        assertEquals(60 * 86_400L, start(seen.get(2)) - first);
        assertEquals(83 * 86_400L, start(seen.get(3)) - first);
    }

    private static long start(String request) {
        return Long.parseLong(request.replaceAll("start-date=(\\d+)&.*", "$1"));
    }

    @Test
    void the_secret_is_in_its_file_only_and_for_the_owner_only() throws IOException {
        Ended claimed = sync("--claim", token());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(accessFile())));
        assertTrue(Files.readString(accessFile()).contains("s3cr"));
        status = 403;
        Ended refused = sync();
        assertFalse((claimed.out() + claimed.err() + refused.out() + refused.err()).contains("s3cr"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("s3cr"));
            }
        }
        Files.setPosixFilePermissions(accessFile(), PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(sync().err().contains("may be read by others than its owner"));
    }

    @ParameterizedTest
    @CsvSource({
        "402, The server asks for payment before it gives accounts out.",
        "403, Access has been withdrawn; make a new setup token at the server and claim it.",
        "401, Access has been withdrawn; make a new setup token at the server and claim it.",
        "429, The server has been asked too often today; try again tomorrow.",
        "302, 'The server answers with status 302, which is not expected here.'",
        "500, 'The server answers with status 500, which is not expected here.'",
    })
    void what_the_server_refuses_is_told_in_a_sentence(int code, String sentence) {
        sync("--claim", token());
        status = code;
        body = "<html>Forbidden</html>";
        Ended refused = sync();
        assertEquals(1, refused.code());
        assertEquals(sentence + "\n", refused.err());
    }

    @Test
    void a_token_claimed_by_somebody_is_told_as_such() {
        claimStatus = 403;
        Ended refused = sync("--claim", token());
        assertEquals(1, refused.code());
        assertTrue(
                refused.err().startsWith("The setup token has been claimed already or is not valid."), refused.err());
        assertFalse(Files.exists(accessFile()));
        assertTrue(sync().err().startsWith("No SimpleFIN access has been claimed yet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!!", "aHR0cHM6", "bm90IGEgdXJs"})
    void what_is_no_token_is_told(String token) {
        Ended refused = sync("--claim", token);
        assertEquals("This is no setup token; copy it whole from the server's page.\n", refused.err());
    }

    @Test
    void nothing_is_sent_but_over_https() {
        Ended refused = sync(SimpleFinServer.onTheWeb(), "--claim", token());
        assertEquals("The server's address does not begin with https, so nothing is sent to it.\n", refused.err());
        assertEquals(List.of(), seen);
        sync("--claim", token());
        assertEquals(
                "The server's address does not begin with https, so nothing is sent to it.\n",
                sync(SimpleFinServer.onTheWeb()).err());
        assertEquals(2, seen.size());
    }

    @Test
    void a_server_that_drips_is_not_waited_for() {
        sync("--claim", token());
        drips = true;
        assertEquals(
                "The server at 127.0.0.1 takes longer than 2 seconds to answer.\n",
                sync(SimpleFinServer.onLoopback(Duration.ofSeconds(2))).err());
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        sync("--claim", token());
        body = " ".repeat(20_000_001);
        assertEquals("The server's answer is larger than 20000000 bytes.\n", sync().err());
    }

    @Test
    void a_web_page_instead_of_accounts_is_told() {
        sync("--claim", token());
        body = "<html>maintenance</html>";
        Ended refused = sync();
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("The file is a web page"), refused.err());
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        sync("--claim", token());
        stub.stop(0);
        assertEquals("The server at 127.0.0.1 cannot be reached.\n", sync().err());
    }
}
