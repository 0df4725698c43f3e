package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.money.Money;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** That a connection stays for the next request, whatever kind of answer it has brought. */
class KeepAliveTest {

    private final List<String> requests = List.of(
            "GET /health",
            "GET /budget",
            "GET /expenses",
            "GET /expenses?limit=3",
            "GET /limits",
            "GET /rules",
            "GET /events",
            "GET /changes",
            "GET /export",
            "GET /export?format=csv",
            "GET /openapi.json",
            "GET /",
            "GET /nothing-here",
            "GET /expenses?colour=red",
            "HEAD /expenses",
            "HEAD /budget",
            "OPTIONS /expenses",
            "DELETE /expenses/999999");

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed");
            }
            line.append((char) next);
        }
        return line.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static int answered(Socket socket, InputStream in, String request, String accepted) throws IOException {
        socket.getOutputStream()
                .write((request + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: " + accepted + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        String first = line(in);
        assertTrue(first.startsWith("http/1.1 "), request + " " + accepted + ", then: " + first);
        int status = Integer.parseInt(first.split(" ")[1]);
        int length = 0;
        boolean inPieces = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            length = line.startsWith("content-length: ") ? Integer.parseInt(line.substring(16)) : length;
            inPieces |= line.equals("transfer-encoding: chunked");
        }
        if (request.startsWith("HEAD")) {
            return status;
        }
        in.skipNBytes(length);
        while (inPieces) {
            int piece = Integer.parseInt(line(in), 16);
            in.skipNBytes(piece);
            assertEquals("", line(in));
            inPieces = piece > 0;
        }
        return status;
    }

    @Test
    void after_each_kind_of_answer_the_next_request_is_answered_on_the_same_connection() throws Exception {
        try (Served served = new Served()) {
            for (int entries : new int[] {0, 1_000}) {
                for (int i = 0; i < entries; i++) {
                    served.budget().spend(Money.of("4.50", "USD"), "Coffee " + i, LocalDate.of(2026, 11, 20));
                }
                for (String accepted : List.of("identity", "gzip")) {
                    for (String request : requests) {
                        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
                            socket.setSoTimeout(10_000);
                            InputStream in = new BufferedInputStream(socket.getInputStream());
                            answered(socket, in, request, accepted);
                            answered(socket, in, request, accepted);
                            assertEquals(200, answered(socket, in, "GET /health", accepted), request);
                        }
                    }
                }
            }
        }
    }
}
