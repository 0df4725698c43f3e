package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The configurations that docs/PROXY.md shows, run by the real proxies; only ports and the certificate are others. */
@Timeout(180)
class ProxyTest {

    private static final Pattern STATUS = Pattern.compile("HTTP/1.1 (\\d{3}) .*");

    /** The SHA-256 of {@code sesame}. */
    private static final String TOKEN = "d0c04f4b1951e4aeaaec8223ed2039e542f3aae805a6fa7f6d794e5afff5d272";

    @TempDir
    private Path folder = Path.of("");

    /** A proxy and the configuration it is started with. */
    enum Proxy {
        NGINX("nginx") {
            @Override
            Process start(Path folder, int port, String shown) throws IOException {
                Path file = folder.resolve("nginx.conf");
                String whole = "daemon off; worker_processes 1; error_log stderr; pid " + folder + "/nginx.pid;\n"
                        + "events {}\nhttp { access_log off; client_body_temp_path " + folder + "/b; proxy_temp_path "
                        + folder + "/p; fastcgi_temp_path " + folder + "/f; uwsgi_temp_path " + folder
                        + "/u; scgi_temp_path " + folder + "/s;\nserver { listen 127.0.0.1:" + port
                        + "; server_name money.example;\n" + shown + "\n} }\n";
                Files.writeString(file, whole);
                return new ProcessBuilder("nginx", "-e", "stderr", "-p", folder.toString(), "-c", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx.log").toFile())
                        .start();
            }
        },
        CADDY("caddy") {
            @Override
            Process start(Path folder, int port, String shown) throws IOException {
                Path file = folder.resolve("Caddyfile");
                String plain = shown.replace("money.example {", "http://money.example:" + port + " {");
                Files.writeString(file, "{\n\tadmin off\n\tauto_https off\n}\n" + plain);
                ProcessBuilder caddy = new ProcessBuilder(
                                "caddy", "run", "--config", file.toString(), "--adapter", "caddyfile")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("caddy.log").toFile());
                caddy.environment().put("HOME", folder.toString());
                caddy.environment().put("XDG_DATA_HOME", folder.toString());
                return caddy.start();
            }
        };

        private final String command;

        Proxy(String command) {
            this.command = command;
        }

        abstract Process start(Path folder, int port, String shown) throws IOException;

        boolean isInstalled() {
            return List.of(System.getenv("PATH").split(":", -1)).stream()
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
        }

        String shown() throws IOException {
            return Files.readString(Path.of(System.getProperty("payweek.root", ".."))
                    .resolve(this == NGINX ? "docs/proxy/nginx.conf" : "docs/proxy/Caddyfile"));
        }
    }

    private record Answer(int status, String head, String body) {}

    private static Answer ask(int port, String method, String path, String body, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            String request = method + " " + path + " HTTP/1.1\r\nHost: money.example:" + port
                    + "\r\nConnection: close\r\n"
                    + String.join(
                            "", List.of(headers).stream().map(h -> h + "\r\n").toList())
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\r\n\r\n", 2);
            Matcher status = STATUS.matcher(parts[0].lines().findFirst().orElse(""));
            assertTrue(status.matches(), parts[0]);
            return new Answer(Integer.parseInt(status.group(1)), parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void await(int port) throws Exception {
        for (int i = 0; i < 200; i++) {
            try (Socket there = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertTrue(there.isConnected());
                return;
            } catch (ConnectException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the proxy does not listen");
    }

    @ParameterizedTest
    @EnumSource
    void a_configuration_that_is_shown_works(Proxy proxy) throws Exception {
        assumeTrue(
                proxy.isInstalled() || "true".equals(System.getenv("CI")),
                "This needs " + proxy.command + ", which is not installed.");
        try (ServiceProcess service = ServiceProcess.in(
                folder,
                "--demo",
                "--allow-host",
                "money.example",
                "--base-path",
                "/payweek",
                "--trust-proxy",
                "--token-sha256",
                TOKEN)) {
            int port = freePort();
            String shown = proxy.shown();
            assertTrue(shown.contains("127.0.0.1:8000"), shown);
            Process process = proxy.start(
                    folder,
                    port,
                    shown.replace(
                            "127.0.0.1:8000", "127.0.0.1:" + service.address().getPort()));
            try {
                await(port);
                everythingIsBelowTheBasePath(port);
                guessesCountByTheirOwnAddress(port);
                service.stop();
            } finally {
                process.destroy();
                assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            }
        }
    }

    private static void everythingIsBelowTheBasePath(int port) throws IOException {
        String token = "Authorization: Bearer sesame";
        Answer page = ask(port, "GET", "/payweek/", "", "Accept: text/html");
        assertEquals(200, page.status());
        assertTrue(page.body().contains("<!doctype html>"), page.body());
        assertTrue(ask(port, "GET", "/payweek", "", "Accept: text/html").head().contains("location: /payweek/"));
        assertEquals(200, ask(port, "GET", "/payweek/assets/app.js", "").status());
        assertEquals(401, ask(port, "GET", "/payweek/budget", "").status());
        assertEquals(200, ask(port, "GET", "/payweek/budget", "", token).status());
        // A name that the caller invents for itself does not come through.
        assertEquals(
                200,
                ask(port, "GET", "/payweek/budget", "", token, "X-Forwarded-Host: evil.example", "Forwarded: host=evil")
                        .status());
        Answer added = ask(
                port,
                "POST",
                "/payweek/expenses",
                "{\"title\":\"Tea\",\"amount\":4}",
                token,
                "Content-Type: application/json",
                "Origin: http://money.example:" + port);
        assertEquals(201, added.status(), added.body());
        assertTrue(added.head().contains("location: /payweek/expenses/"), added.head());
        Answer list = ask(port, "GET", "/payweek/expenses?limit=1", "", token);
        assertTrue(list.head().contains("link: </payweek/expenses?cursor="), list.head());
    }

    private static void guessesCountByTheirOwnAddress(int port) throws IOException {
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            Answer guess = ask(
                    port,
                    "GET",
                    "/payweek/budget",
                    "",
                    "Authorization: Bearer guess" + i,
                    "X-Forwarded-For: 10.0.0." + i,
                    "Forwarded: for=10.0.1." + i);
            refused += guess.status() == 429 ? 1 : 0;
        }
        assertEquals(20, refused, "an address that the caller invents does not count");
    }
}
