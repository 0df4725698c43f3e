package dev.payweek.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.payweek.budget.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The function that brings the ledger's tables up to date, as a step of its own before a version that needs them is
 * rolled out: {@code dev.payweek.lambda.MigrationHandler::handleRequest}.
 *
 * <p>Called again it changes nothing. What it refuses is an error of the invocation, so that whoever called it stops.
 *
 * <p>Safe for use by several threads.
 */
public final class MigrationHandler implements RequestStreamHandler {

    private final String databaseUrl;

    /** Starts as the environment says, which holds {@code PAYWEEK_DB} for the function itself. */
    public MigrationHandler() {
        this(System.getenv());
    }

    MigrationHandler(Map<String, String> environment) {
        this.databaseUrl = Deployment.with(Deployment.databaseUrl(environment), "poolSize=1");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        // Opening for writing is what makes and changes tables; nothing is asked of the ledger itself.
        Budget.open(databaseUrl).close();
        out.write("{\"status\":\"up to date\"}".getBytes(StandardCharsets.US_ASCII));
    }
}
