package dev.payweek.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One who listens to the stream of news, as a browser does. */
final class Listener implements AutoCloseable {

    /** An event as it arrived. */
    record Event(String name, String id, String data) {}

    private final Socket socket;
    private final BufferedReader lines;
    private final String head;

    /** Asks for the stream, after the event of that id if one is named, and reads how it is answered. */
    Listener(int port, Optional<String> lastEventId) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        String after = lastEventId.map(id -> "Last-Event-ID: " + id + "\r\n").orElse("");
        socket.getOutputStream()
                .write(("GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + after + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
        var read = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            read.append(line).append('\n');
        }
        head = read.toString();
    }

    String head() {
        return head;
    }

    private String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the stream has ended");
        }
        return line;
    }

    /** Returns the next event; waits for it. Sizes of chunks, heartbeats and other comments are passed over. */
    Event next() throws IOException {
        String name = "message";
        String id = "";
        String data = "";
        while (true) {
            String line = line();
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty() && !data.isEmpty()) {
                return new Event(name, id, data);
            }
        }
    }

    /** Waits for a heartbeat. */
    void awaitHeartbeat() throws IOException {
        while (!line().equals(":")) {
            // What is not one is of no interest.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
