package dev.payweek.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A function that does nothing, to compare starts with; public because the runtime client calls it. */
public final class EmptyHandler implements RequestStreamHandler {

    /** Creates the function, as the runtime client does. */
    public EmptyHandler() {}

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        out.write("{\"statusCode\":200}".getBytes(StandardCharsets.UTF_8));
    }
}
