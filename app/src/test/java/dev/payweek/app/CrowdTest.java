package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.app.Crowd.Manners;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Crowds of callers before one service with a small heap, in a process of its own: others are answered meanwhile, and
 * nothing of the crowd is left. In the build a fiftieth of each comes; with {@code -Dpayweek.crowd=100} all of it does,
 * from one address, and times, descriptors and memory are printed and held to their bars.
 */
@Timeout(1_800)
@EnabledOnOs(OS.LINUX)
class CrowdTest {

    private static final int PERCENT = Integer.getInteger("payweek.crowd", 2);
    private static final boolean WHOLE = PERCENT >= 100;

    /** The SHA-256 of {@code sesame}. */
    private static final String TOKEN = "d0c04f4b1951e4aeaaec8223ed2039e542f3aae805a6fa7f6d794e5afff5d272";

    private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sesame\r\n";
    private static final String JSON = "Content-Type: application/json\r\nContent-Length: ";

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String STRANGER = " HTTP/1.1\r\nHost: localhost\r\n";

    @TempDir
    private Path folder = Path.of("");

    /** A crowd, what it is called, and how many of it there are. */
    private record Attack(String name, Manners manners) {

        Attack dripping(String bytes, int each) {
            return new Attack(name, manners.dripping(bytes, each));
        }

        Attack reading(int each) {
            return new Attack(name, manners.reading(each));
        }
    }

    private static int some(int all) {
        return all * PERCENT / 100;
    }

    private static Attack attack(String name, int all, String... first) {
        return new Attack(name, Manners.saying(some(all), first));
    }

    private static String post(String path, int length, int sent) {
        return "POST " + path + HEAD + JSON + length + "\r\n\r\n" + "x".repeat(sent);
    }

    private static String get(String target) {
        return "GET " + target + HEAD + "\r\n";
    }

    private static List<Attack> attacks() {
        return List.of(
                attack("slow bodies of 1 kB", 4_000, post("/expenses", 1_000, 1))
                        .dripping(" ", 1),
                attack(
                                "the same of strangers",
                                4_000,
                                post("/expenses", 1_000, 1).replace(HEAD, STRANGER))
                        .dripping(" ", 1),
                attack("slow bodies of 1 MB", 400, post("/imports", 1_000_000, 40_000))
                        .dripping(" ", 200),
                attack(
                                "slow bodies of up to 20 MB on any path",
                                400,
                                post("/imports", 20_000_000, 60_000),
                                post("/imports", 5_000, 1_000),
                                post("/expenses", 1_000_000, 60_000),
                                post("/rules/dry-run", 300_000, 1),
                                post("/budget", 900_000, 60_000),
                                post("/nowhere", 20_000_000, 60_000))
                        .dripping(" ", 200),
                attack(
                                "dripping uploads",
                                400,
                                "POST /imports" + HEAD + CHUNKED + "\r\n",
                                "POST /expenses" + HEAD + "Content-Type: application/json\r\n" + CHUNKED + "\r\n")
                        .dripping("5\r\nhello\r\n", 10),
                attack("slow headers", 2_000, "GET /health" + HEAD).dripping("X: y\r\n", 6),
                attack("slow readers of a list", 1_000, get("/expenses")).reading(1_000),
                attack(
                                "slow readers of anything long",
                                1_000,
                                get("/export?format=csv"),
                                get("/export?format=json"),
                                get("/changes"),
                                get("/openapi.json"),
                                get("/expenses?min=1"))
                        .reading(1_000),
                attack("silent connections", 12_000, ""));
    }

    private ServiceProcess start(String... more) throws IOException {
        return ServiceProcess.in(
                folder,
                List.of("-Xmx256m"),
                Stream.concat(Stream.of("--log", "none"), Stream.of(more)).toArray(String[]::new));
    }

    /** Returns how long somebody else waits for an answer, in milliseconds. */
    private static long ask(ServiceProcess service, String request, int status) throws IOException {
        long begin = System.nanoTime();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), service.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static long health(ServiceProcess service) throws IOException {
        return ask(service, "GET /health" + HEAD + "Connection: close\r\n\r\n", 200);
    }

    private static long add(ServiceProcess service, String title) throws IOException {
        String body = "{\"title\":\"" + title + "\",\"amount\":4}";
        return ask(
                service,
                "POST /expenses" + HEAD + "Connection: close\r\n" + JSON + body.length() + "\r\n\r\n" + body,
                201);
    }

    private static long addInChunks(ServiceProcess service) throws IOException {
        String body = "{\"title\":\"Tea\",\"amount\":4}";
        String head = "POST /expenses" + HEAD + "Connection: close\r\nContent-Type: application/json\r\n" + CHUNKED;
        return ask(service, head + "\r\n" + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n", 201);
    }

    private static long list(ServiceProcess service) throws IOException {
        return ask(service, "GET /expenses?limit=10" + HEAD + "Connection: close\r\n\r\n", 200);
    }

    /** Asks again and again, as others do meanwhile, and returns the times in order. */
    private static List<Long> others(ServiceProcess service, int times) throws Exception {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            waits.add(
                    switch (i % 8) {
                        case 0 -> add(service, "Tea");
                        case 2 -> list(service);
                        case 4 -> addInChunks(service);
                        default -> health(service);
                    });
            Thread.sleep(20);
        }
        return waits.stream().sorted().toList();
    }

    private static long share(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() * percent / 100, sorted.size() - 1));
    }

    /** Connections, and files of bodies and answers; the store opens as many of its own as are asked for at once. */
    private static long descriptors(ServiceProcess service) throws IOException {
        try (Stream<Path> open =
                Files.list(Path.of("/proc", Long.toString(service.process().pid()), "fd"))) {
            return open.filter(one -> !target(one).contains("payweek.db")).count();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "payweek.db";
        }
    }

    private static long status(ServiceProcess service, String name) throws IOException {
        return Files.readAllLines(
                        Path.of("/proc", Long.toString(service.process().pid()), "status"))
                .stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private static void say(String what) {
        if (WHOLE) {
            System.out.println(what);
        }
    }

    @Test
    void others_are_answered_while_any_crowd_is_there_and_nothing_is_left_of_it() throws Exception {
        try (ServiceProcess service = start()) {
            othersAreAnswered(service);
        }
    }

    @Test
    void so_they_are_where_a_token_is_asked_for() throws Exception {
        try (ServiceProcess service = start("--token-sha256", TOKEN)) {
            othersAreAnswered(service);
        }
    }

    private void othersAreAnswered(ServiceProcess service) throws Exception {
        fill(service);
        others(service, WHOLE ? 200 : 40);
        long before = descriptors(service);
        long heap = WHOLE ? heap(service) : 0;
        for (Attack attack : attacks()) {
            try (Crowd crowd = new Crowd(service.address().getPort(), attack.manners())) {
                while (crowd.connected() + crowd.left() < attack.manners().count()) {
                    health(service);
                }
                List<Long> waits = others(service, WHOLE ? 400 : 20);
                say(attack.name() + ": " + crowd.connected() + " came, " + crowd.left() + " left; others wait "
                        + share(waits, 50) + " ms, 99 of 100 up to " + share(waits, 99) + " ms; threads "
                        + status(service, "Threads") + ", memory " + status(service, "VmRSS") / 1_000 + " MB");
                assertTrue(!WHOLE || share(waits, 99) <= 1_000, attack.name() + " " + waits);
            }
            awaitDescriptors(service, before + 5);
        }
        assertTrue(status(service, "Threads") < 200, "a thread for each");
        if (WHOLE) {
            long after = heap(service);
            say("heap in use before all of them " + heap / 1_000_000 + " MB, after " + after / 1_000_000 + " MB");
            assertTrue(after <= heap + 16_000_000, "of the crowds " + (after - heap) + " bytes are left");
        }
        service.stop();
    }

    /** Bytes of all objects that are still reachable. */
    private static long heap(ServiceProcess service) throws IOException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.process().pid()),
                        "GC.class_histogram")
                .start();
        String[] lines = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
        String total = Stream.of(lines)
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.strip().split("\\s+", -1)[2]);
    }

    private static void awaitDescriptors(ServiceProcess service, long most) throws Exception {
        while (descriptors(service) > most) {
            health(service);
            Thread.sleep(50);
        }
    }

    /** A list that fits in no buffer on its way to a reader. */
    private static void fill(ServiceProcess service) throws IOException {
        StringBuilder many = new StringBuilder("[");
        for (int i = 0; i < 500; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"title\":\"")
                    .append("x".repeat(150))
                    .append(i);
            many.append("\",\"amount\":4}");
        }
        String body = many.append("]").toString();
        String head = "POST /expenses" + HEAD + "Connection: close\r\n" + JSON + body.length() + "\r\n\r\n";
        for (int i = 0; i < 4; i++) {
            ask(service, head + body, 201);
        }
    }

    /** Nothing is compiled of a service that has just started, and the first change is its first write. */
    @Test
    void ten_thousand_listen_and_each_hears_of_each_change_and_of_the_first_as_soon() throws Exception {
        int all = some(10_000);
        try (ServiceProcess service = start()) {
            var listening = Manners.saying(all, "GET /events" + HEAD + "Accept: text/event-stream\r\n\r\n");
            try (Crowd crowd = new Crowd(service.address().getPort(), listening)) {
                while (crowd.answered() < all) {
                    Thread.sleep(20);
                }
                allHear(service, crowd, all);
                List<Long> waits = others(service, WHOLE ? 200 : 20);
                awaitNews(crowd, (WHOLE ? 51 : 6) * all);
                say(all + " streams: others wait " + share(waits, 50) + " ms, 99 of 100 up to " + share(waits, 99)
                        + " ms; threads " + status(service, "Threads") + ", memory "
                        + status(service, "VmRSS") / 1_000 + " MB");
                for (int i = 1; i <= 5; i++) {
                    allHear(service, crowd, all);
                }
                assertEquals(0, crowd.left());
                assertTrue(status(service, "Threads") <= 200, "a thread for each");
                assertTrue(!WHOLE || share(waits, 50) <= 50, waits.toString());
                assertTrue(!WHOLE || status(service, "VmRSS") <= 400_000, "memory " + status(service, "VmRSS"));
            }
        }
    }

    /** A change is known to all within two seconds of its being acknowledged. */
    private static void allHear(ServiceProcess service, Crowd crowd, int all) throws Exception {
        int before = crowd.news();
        long answered = add(service, "News");
        long begin = System.nanoTime();
        awaitNews(crowd, before + all);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        say("a change is answered after " + answered + " ms, and known to all " + all + " " + millis + " ms later");
        assertTrue(!WHOLE || millis <= 2_000, "news took " + millis + " ms");
    }

    private static void awaitNews(Crowd crowd, int count) throws InterruptedException {
        while (crowd.news() < count) {
            Thread.sleep(2);
        }
        assertEquals(count, crowd.news());
    }
}
