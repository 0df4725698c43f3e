package dev.payweek.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.testkit.TransportContract.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that do not speak proper HTTP, are slow, or hang up. */
@Timeout(60)
class RoughCallersTest {

    private static final String HOST = "Host: localhost\r\n";

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /a b HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /\u0000 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /%00 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /expenses/%c3%28 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\n" + HOST + "\r\n",
                "GET budget HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /budget HTTP/1.1\r\n\r\n",
                "GET /budget HTTP/1.1\r\n" + HOST + HOST + "\r\n",
                "GET /budget HTTP/1.1\r\n" + HOST + "No colon here\r\n\r\n",
                "GET /budget HTTP/1.1\r\n" + HOST + " folded: line\r\n\r\n",
                "GET /budget HTTP/7.3\r\n" + HOST + "\r\n",
                "G\u00e9T /budget HTTP/1.1\r\n" + HOST + "\r\n",
                "BREW /budget HTTP/1.1\r\n" + HOST + "\r\n",
                "TRACE /budget HTTP/1.1\r\n" + HOST + "\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + "\r\n",
                "POST /expenses HTTP/1.1\r\n" + HOST + "Content-Length: x\r\n\r\n",
                "POST /expenses HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n",
                "POST /expenses HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "POST /expenses HTTP/1.1\r\n" + HOST
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "\u0016\u0003\u0001 this is TLS\r\n\r\n",
            })
    void what_is_no_proper_request_is_refused_as_a_problem(String bytes) throws Exception {
        Answer answer = served.speak(bytes);
        assertTrue(answer.status() >= 400 && answer.status() < 506 && answer.status() != 500, "" + answer.status());
        assertSpeaksOfNothingInside(answer);
        assertEquals("ok", health());
    }

    @Test
    void a_header_or_an_address_that_is_too_long_is_refused_as_a_problem() throws Exception {
        Answer header = served.speak("GET /budget HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(20_000) + "\r\n\r\n");
        assertEquals(431, header.status());
        assertSpeaksOfNothingInside(header);
        Answer address = served.speak("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n");
        assertEquals(414, address.status());
        assertSpeaksOfNothingInside(address);
    }

    private static void assertSpeaksOfNothingInside(Answer answer) {
        assertEquals("application/problem+json", answer.header("content-type").orElse(""), answer.text());
        assertTrue(answer.header("content-security-policy").isPresent());
        assertFalse(answer.header("server").isPresent());
        assertFalse(answer.text().matches("(?s).*(Exception|org\\.|java\\.|jetty|\\tat ).*"), answer.text());
    }

    /** On JDK 17 a thread for each slow body would be all the threads there are, and nobody else would be answered. */
    @Test
    void slow_bodies_leave_the_server_free_for_others() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(slowPost("/expenses", 1_000));
            }
            for (int i = 0; i < 60; i++) {
                slow.add(slowPost("/imports", 5_000_000));
            }
            for (Socket socket : slow) {
                socket.getOutputStream().write('{');
            }
            long before = System.nanoTime();
            assertEquals("ok", health());
            assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 5, "answered late");
            assertEquals(
                    201,
                    served.send("POST", "/expenses", Map.of("Content-Type", "application/json"), teaBytes())
                            .status());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** No kind of body waits for another: not a short one in chunks, nor a file, nor what may not be sent at all. */
    @Test
    void slow_bodies_of_any_size_on_any_path_keep_no_body_of_others_waiting() throws Exception {
        byte[] part = new byte[200_000];
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                for (String path : List.of("/imports", "/expenses", "/nowhere", "/budget")) {
                    Socket socket = slowPost(path, 900_000);
                    slow.add(socket);
                    socket.getOutputStream().write(part, 0, path.equals("/imports") ? part.length : 10);
                }
            }
            Answer chunked = served.speak("POST /expenses HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n1a\r\n{\"title\":\"Tea\",\"amount\":4}\r\n0\r\n\r\n");
            assertEquals(201, chunked.status(), chunked.text());
            Answer file = served.send("POST", "/imports?dry_run&date_format=D/M/Y", Map.of(), notebook(3_000_000));
            assertEquals(200, file.status(), file.text());
            assertEquals("ok", health());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        served.awaitNoBodies();
    }

    private static byte[] notebook(int length) {
        return ("notebook" + "\n".repeat(length)).getBytes(ISO_8859_1);
    }

    @Test
    void a_body_is_refused_by_its_head_before_it_is_asked_for() throws Exception {
        String expecting = "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: ";
        assertEquals(
                413,
                served.speak("POST /expenses HTTP/1.1\r\n" + HOST + expecting + "1000001\r\n\r\n")
                        .status());
        assertEquals(
                413,
                served.speak("POST /imports HTTP/1.1\r\n" + HOST + expecting + "30000000\r\n\r\n")
                        .status());
        assertEquals(
                421,
                served.speak("POST /imports HTTP/1.1\r\nHost: evil.example\r\n" + expecting + "9\r\n\r\n")
                        .status());
        assertEquals(
                403,
                served.speak("POST /imports HTTP/1.1\r\n" + HOST + "Origin: http://evil.example\r\n" + expecting
                                + "9\r\n\r\n")
                        .status());
    }

    /** Sixteen slow readers of a list each held one of the store's connections, and nobody else could read or write. */
    @Test
    void readers_that_do_not_read_keep_nobody_from_the_store() throws Exception {
        for (int i = 0; i < 20; i++) {
            served.budget().change("local", edit -> {
                for (int j = 0; j < 200; j++) {
                    edit.add(EntryDraft.expense(Money.of("4.50", "USD"), "x".repeat(150) + j));
                }
            });
        }
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(4_096);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), served.port()));
                slow.add(socket);
                String target = i % 2 == 0 ? "/expenses" : "/changes?limit=1000";
                socket.getOutputStream()
                        .write(("GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n").getBytes(ISO_8859_1));
            }
            for (Socket socket : slow) {
                assertTrue(socket.getInputStream().read() == 'H');
            }
            assertEquals(
                    201,
                    served.send("POST", "/expenses", Map.of("Content-Type", "application/json"), teaBytes())
                            .status());
            assertEquals(200, served.get("/expenses?limit=1").status());
            assertTrue(Thread.getAllStackTraces().size() < 200, "a thread for each");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private Socket slowPost(String path, int length) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port());
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\nContent-Length: "
                                + length + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
        return socket;
    }

    @Test
    void a_caller_that_hangs_up_half_way_changes_nothing_and_harms_nobody() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (Socket socket = slowPost("/expenses", 100)) {
                socket.getOutputStream().write("{\"title\":\"Tea\",".getBytes(ISO_8859_1));
            }
        }
        assertEquals("ok", health());
        assertEquals("[]", served.get("/expenses").text());
    }

    private String health() throws Exception {
        return served.get("/health").text().contains("\"ok\"") ? "ok" : "not ok";
    }

    private static byte[] teaBytes() {
        return "{\"title\":\"Tea\",\"amount\":4}".getBytes(ISO_8859_1);
    }
}
