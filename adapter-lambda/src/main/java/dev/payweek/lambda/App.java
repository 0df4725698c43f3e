package dev.payweek.lambda;

import dev.payweek.budget.Budget;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.BodyLimits;
import dev.payweek.rest.http.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** An open ledger with everything that answers for it. */
final class App implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private static final byte[] REHEARSAL = """
            {"version":"2.0","rawPath":"/budget","rawQueryString":"",
             "headers":{"accept":"application/json","authorization":"Bearer rehearsal","host":"localhost"},
             "requestContext":{"http":{"method":"GET","path":"/budget"},"stage":"$default"},"isBase64Encoded":false}
            """.getBytes(StandardCharsets.UTF_8);

    private final Budget budget;
    private final LambdaExchange exchange;
    private final LambdaExchange rehearsals;

    App(Budget budget, Settings settings, Address address) {
        this.budget = budget;
        var api = new PayweekApi(budget, settings);
        this.exchange = new LambdaExchange(api, address);
        // Nobody here knows the token, only its hash. Nothing from outside is ever led to this one.
        var unguarded = new Settings(Optional.empty(), Set.of(), Optional.empty(), BodyLimits.STANDARD);
        this.rehearsals = new LambdaExchange(new PayweekApi(budget, unguarded), address);
        api.tend();
    }

    LambdaExchange exchange() {
        return exchange;
    }

    /**
     * Answers a made-up request for the report so many times, and one that is rejected at the door, so that the first
     * real one finds everything loaded. Reads only; a failure is passed over, since the first real request will report
     * it.
     */
    void rehearse(int times) {
        try {
            for (int i = 0; i < times; i++) {
                rehearsals.answer(new ByteArrayInputStream(REHEARSAL), "rehearsal", PATIENCE_MILLIS);
            }
            exchange.answer(new ByteArrayInputStream(REHEARSAL), "rehearsal", PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    @Override
    public void close() {
        budget.close();
    }
}
