package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.TransportContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract of the transports, behind AWS's own runtime client. One process serves all tests and forgets between
 * them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuntimeClientTest implements TransportContract {

    private Instance instance;

    @BeforeAll
    void start() throws IOException {
        instance = Instance.of(LedgerHandler.class, Map.of());
    }

    @BeforeEach
    void forget() throws InterruptedException {
        assertEquals(
                "invocation/response", instance.invoke(LedgerHandler.FORGET).what());
    }

    @AfterAll
    void stop() throws IOException {
        instance.close();
    }

    @Override
    public Answer send(String method, String target, Map<String, String> headers, byte[] body)
            throws InterruptedException {
        RuntimeApi.Told told = instance.invoke(Sender.HTTP_API.event(method, target, Fixture.headers(headers), body));
        assertEquals("invocation/response", told.what(), told.text());
        return Sender.HTTP_API.answer(told.text().getBytes(StandardCharsets.UTF_8));
    }
}
