package dev.payweek.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands before a PostgreSQL server and hands everything on, until it is told to hold its tongue. */
final class SilentServer implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("//([^/:]+):(\\d+)/");

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final String host;
    private final int port;
    private final String url;
    private final Object gate = new Object();
    private boolean silent;

    private SilentServer(String databaseUrl) throws IOException {
        Matcher address = ADDRESS.matcher(databaseUrl);
        if (!address.find()) {
            throw new IllegalArgumentException("no host and port in the URL");
        }
        host = address.group(1);
        port = Integer.parseInt(address.group(2));
        url = address.replaceFirst("//127.0.0.1:" + door.getLocalPort() + "/");
        start(this::accept);
    }

    static SilentServer before(String databaseUrl) throws IOException {
        return new SilentServer(databaseUrl);
    }

    String url() {
        return url;
    }

    void hush() {
        synchronized (gate) {
            silent = true;
        }
    }

    void speak() {
        synchronized (gate) {
            silent = false;
            gate.notifyAll();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = door.accept();
                Socket server = new Socket(host, port);
                open.add(caller);
                open.add(server);
                start(() -> handOn(caller, server));
                start(() -> handOn(server, caller));
            }
        } catch (IOException closed) {
            speak();
        }
    }

    private void handOn(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8_192];
            for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
                waitForSpeech();
                out.write(bytes, 0, read);
            }
        } catch (IOException over) {
            open.remove(from);
        }
    }

    private void waitForSpeech() throws IOException {
        synchronized (gate) {
            while (silent) {
                try {
                    gate.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        speak();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
