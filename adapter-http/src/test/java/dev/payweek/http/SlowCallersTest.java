package dev.payweek.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever comes and does not come to the point is shown out, however busy they look. */
@Timeout(60)
class SlowCallersTest {

    private static final Patience LITTLE = new Patience(Duration.ofMillis(700), Duration.ofSeconds(1));
    private Served served =
            new Served(Served.NOON, new LiveStreams.Rhythm(Duration.ofMillis(20), Duration.ofMillis(300), LITTLE));

    @AfterEach
    void stop() {
        served.close();
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), served.port()));
        return socket;
    }

    /** Sends a byte of it every few milliseconds, again and again, until nobody takes any more. */
    private static void drip(Socket socket, String bytes) throws Exception {
        for (int i = 0; isTaken(socket, bytes.charAt(i % bytes.length())); i++) {
            Thread.sleep(10);
        }
    }

    private static boolean isTaken(Socket socket, char one) throws IOException {
        try {
            socket.getOutputStream().write(one);
            return true;
        } catch (SocketException shownOut) {
            return false;
        }
    }

    @Test
    void headers_that_never_end_are_cut_off_though_they_go_on() throws Exception {
        try (Socket first = connect()) {
            first.getOutputStream().write("GET /health HTTP/1.1\r\nHost: localhost\r\n".getBytes(ISO_8859_1));
            drip(first, "X: y\r\n");
        }
        // So is what comes after a request that was answered.
        try (Socket second = connect()) {
            second.getOutputStream().write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));
            assertEquals('H', second.getInputStream().read());
            drip(second, "G");
        }
        awaitNobody();
    }

    @Test
    void a_caller_that_says_nothing_is_cut_off() throws Exception {
        try (Socket silent = connect()) {
            assertEquals(-1, silent.getInputStream().read());
        }
        awaitNobody();
    }

    /** Whatever fits in no buffer on the way would be held for as long as they like. */
    @Test
    void readers_of_short_answers_who_take_a_byte_now_and_then_are_cut_off() throws Exception {
        served.budget().change("local", edit -> {
            for (int i = 0; i < 100; i++) {
                edit.add(EntryDraft.expense(Money.of("4.50", "USD"), "x".repeat(120) + i));
            }
        });
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                Socket reader = connect();
                readers.add(reader);
                // One after the other on the same connection, so that no buffer takes them all.
                String request = "GET /expenses?limit=100 HTTP/1.1\r\nHost: localhost\r\n\r\n";
                reader.getOutputStream().write(request.repeat(400).getBytes(ISO_8859_1));
            }
            for (Socket reader : readers) {
                assertTrue(taken(reader) < 400L * 27_000, "it got everything");
            }
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
        awaitNobody();
    }

    /** Each of them would have the list read and written for itself, and others would wait for all of that. */
    @Test
    void however_many_read_one_long_list_slowly_it_is_made_once_and_gone_with_the_last() throws Exception {
        // None of them is to be shown out while the others come.
        served.close();
        served = new Served(Served.NOON, new LiveStreams.Rhythm(Duration.ofMillis(20), Duration.ofMillis(300)));
        served.budget().change("local", edit -> {
            // Enough for no buffer on the way to take all of it.
            for (int i = 0; i < 14_000; i++) {
                edit.add(EntryDraft.expense(Money.of("4.50", "USD"), "x".repeat(190) + i));
            }
        });
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket reader = connect();
                readers.add(reader);
                reader.getOutputStream()
                        .write("GET /expenses HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));
            }
            for (Socket reader : readers) {
                assertEquals("HTTP/1.1 200", new String(reader.getInputStream().readNBytes(12), ISO_8859_1));
            }
            assertEquals(1, served.longAnswers());
            var small = served.send("GET", "/expenses", Map.of("Accept-Encoding", "gzip"), new byte[0]);
            assertEquals("gzip", small.header("content-encoding").orElse(""), "the plain one");
            served.budget().add(EntryDraft.expense(Money.of("4.50", "USD"), "Coffee"));
            assertTrue(served.get("/expenses").text().contains("\"Coffee\""), "an answer of before the change");
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
        while (served.longAnswers() > 0) {
            Thread.sleep(20);
        }
    }

    /** Takes a little, then waits until it has been cut off, and returns how much there was. */
    private static long taken(Socket reader) throws Exception {
        InputStream in = reader.getInputStream();
        long count = in.readNBytes(100).length;
        Thread.sleep(3_000);
        try {
            for (int more = in.read(new byte[8_192]); more >= 0; more = in.read(new byte[8_192])) {
                count += more;
            }
        } catch (SocketException cutOff) {
            return count;
        }
        return count;
    }

    private void awaitNobody() throws InterruptedException {
        while (served.connections() > 0) {
            Thread.sleep(20);
        }
    }
}
