package dev.payweek.http;

import dev.payweek.testkit.TransportContract;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class JavalinTransportTest implements TransportContract {

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @Override
    public Answer send(String method, String target, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        return served.send(method, target, headers, body);
    }
}
