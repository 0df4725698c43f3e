package dev.payweek.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.payweek.budget.Budget;
import dev.payweek.rest.http.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;

/**
 * The function: Lambda names it as {@code dev.payweek.lambda.PayweekHandler::handleRequest}.
 *
 * <p>Answers the events of HTTP APIs, REST APIs, function URLs and load balancers; a schedule that keeps an instance
 * warm gets a small answer of its own, and any other event is refused by its name. The environment holds {@code
 * PAYWEEK_DB}, the URL of a PostgreSQL ledger whose tables {@link MigrationHandler} has made, {@code
 * PAYWEEK_TOKEN_SHA256}, {@code PAYWEEK_STAGE} where requests are to be counted, and {@code PAYWEEK_BASE_PATH} where a
 * custom domain maps one.
 *
 * <p>Safe for use by several threads, as in Lambda's managed instances.
 */
public final class PayweekHandler implements RequestStreamHandler, Resource {

    /** So many let the compiler finish the whole way before a snapshot keeps what it made. */
    private static final int REHEARSALS_BEFORE_SNAPSHOT = 200;

    /**
     * The ledger is what each copy opens first, and only who opens it works out a report: what is asked again is
     * answered from what is kept. So often, that the compiler knows the way of both; after 20 times a copy took twice
     * as long.
     */
    private static final int OPENINGS_BEFORE_SNAPSHOT = 60;

    private final Supplier<App> opening;
    private final RequestLog log;
    private final AtomicBoolean cold = new AtomicBoolean(true);
    private volatile App service;

    /**
     * Starts an instance as its environment says: opens the ledger and goes the whole way of a request once.
     *
     * @throws dev.payweek.refusal.LedgerException with a sentence if the environment lacks something or the ledger
     *     cannot be opened
     */
    public PayweekHandler() {
        this(Deployment.of(System.getenv()));
    }

    private PayweekHandler(Deployment deployment) {
        this(
                () -> Budget.open(deployment.servingUrl()),
                Settings.guardedBy(deployment.tokenSha256()),
                deployment.basePath(),
                new RequestLog(System.out, deployment.stage()));
    }

    /** Starts on any budget. The one way to a ledger in memory, and open to tests only. */
    PayweekHandler(Supplier<Budget> ledger, Settings settings, String basePath, RequestLog log) {
        Address address = new Address(basePath);
        this.opening = () -> new App(ledger.get(), settings.under(basePath), address);
        this.log = log;
        this.service = opening.get();
        service.rehearse(1);
        // The runtime holds weakly what is registered, so it must be something that the runtime holds anyway.
        Core.getGlobalContext().register(this);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        long begun = System.nanoTime();
        boolean first = cold.getAndSet(false);
        String requestId = context.getAwsRequestId();
        LambdaExchange.Answer answer = service.exchange().answer(event, requestId, context.getRemainingTimeInMillis());
        answer.packed().writeTo(out);
        log.write(requestId, answer.method(), answer.status(), (System.nanoTime() - begun) / 1_000, first);
    }

    /** Before a snapshot: a connection in it would be dead in every copy, and known to all of them. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        service.rehearse(REHEARSALS_BEFORE_SNAPSHOT);
        service.close();
        for (int i = 0; i < OPENINGS_BEFORE_SNAPSHOT; i++) {
            try (App another = opening.get()) {
                another.rehearse(1);
            }
        }
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        service = opening.get();
    }
}
