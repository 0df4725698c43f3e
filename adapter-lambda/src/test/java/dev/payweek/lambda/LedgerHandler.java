package dev.payweek.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The function on a budget in memory, which {@link #FORGET} makes anew; public because the runtime client calls it. */
public final class LedgerHandler implements RequestStreamHandler {

    static final String FORGET = "\"forget\"";

    private volatile PayweekHandler handler = Fixture.handler(System.out);

    /** Creates the function, as the runtime client does. */
    public LedgerHandler() {}

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        byte[] bytes = event.readAllBytes();
        if (new String(bytes, StandardCharsets.UTF_8).equals(FORGET)) {
            handler = Fixture.handler(System.out);
        } else {
            handler.handleRequest(new ByteArrayInputStream(bytes), out, context);
        }
    }
}
