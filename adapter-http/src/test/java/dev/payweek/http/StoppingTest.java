package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.payweek.testkit.TransportContract.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoppingTest {

    /**
     * A clock that makes a request that asks it wait: one in work for as long as a test needs it. The threads that
     * look after news ask it too, at any moment, and pass.
     */
    private static final class Gate extends Clock {

        private final CompletableFuture<Void> reached = new CompletableFuture<>();
        private final CompletableFuture<Void> open = new CompletableFuture<>();
        private volatile boolean shut;

        @Override
        public Instant instant() {
            if (shut && Thread.currentThread().getName().startsWith("http-")) {
                reached.complete(null);
                open.join();
            }
            return Served.NOON.instant();
        }

        @Override
        public ZoneId getZone() {
            return Served.NOON.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The common pool has a single thread where there are two processors, and both callers wait for one another. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void a_request_in_work_is_answered_to_the_end_while_new_callers_are_rejected() throws Exception {
        var gate = new Gate();
        var served = new Served(gate);
        gate.shut = true;
        CompletableFuture<Answer> inWork = CompletableFuture.supplyAsync(() -> budget(served), threads);
        gate.reached.get(10, TimeUnit.SECONDS);

        int port = served.port();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(served::close, threads);
        while (answersCallers(port)) {
            Thread.onSpinWait();
        }
        assertFalse(stopped.isDone());
        gate.open.complete(null);

        assertEquals(200, inWork.get(10, TimeUnit.SECONDS).status());
        stopped.get(10, TimeUnit.SECONDS);
    }

    private static Answer budget(Served served) {
        try {
            return served.raw("GET", "/budget", "Host: localhost");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answersCallers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
