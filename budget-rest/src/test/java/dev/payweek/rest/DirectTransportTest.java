package dev.payweek.rest;

import dev.payweek.testkit.TransportContract;
import java.io.IOException;
import java.util.Map;

class DirectTransportTest implements TransportContract {

    private final DirectApi api = new DirectApi();

    @Override
    public Answer send(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        return api.send(method, target, headers, body);
    }
}
