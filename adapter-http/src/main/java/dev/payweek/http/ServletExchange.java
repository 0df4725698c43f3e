package dev.payweek.http;

import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.ErrorTranslation;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Spool;
import dev.payweek.rest.json.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.util.Callback;

/** One request and its answer, in the words of the servlet on one side and of the API on the other. */
final class ServletExchange implements Sending.Connection {

    private static final System.Logger LOG = System.getLogger(ServletExchange.class.getName());

    private static final int NOT_MODIFIED = 304;

    private final HttpServletRequest received;
    private final HttpServletResponse answer;
    private final LongAnswers answers;
    private final String id = RequestIds.next();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private Optional<Supplier<CompletableFuture<?>>> rest = Optional.empty();
    private Optional<Request> request = Optional.empty();
    private Optional<String> change = Optional.empty();
    private boolean whole = true;
    private long bytes;

    ServletExchange(HttpServletRequest received, HttpServletResponse answer, LongAnswers answers) {
        this.received = received;
        this.answer = answer;
        this.answers = answers;
    }

    /**
     * Returns the request as the API takes it.
     *
     * @throws Problem with status 400 if the query is not properly encoded
     */
    Request request(PayweekApi api) throws IOException {
        Request read = new Request(
                received.getMethod(),
                api.pathWithin(received.getRequestURI()),
                QueryString.parse(Optional.ofNullable(received.getQueryString()).orElse("")),
                headers(),
                received.getAttribute(ArrivingBody.ARRIVED) instanceof Spool arrived
                        ? arrived.open()
                        : received.getInputStream(),
                peer());
        request = Optional.of(read);
        return read;
    }

    org.eclipse.jetty.server.Request received() {
        return ServletContextRequest.getServletContextRequest(received);
    }

    String id() {
        return id;
    }

    /** Returns the exchange as it may be spoken of. */
    Answered answered(PayweekApi api, long nanos) {
        String method = Answered.method(received.getMethod());
        return new Answered(
                id,
                caller(api),
                method,
                request.map(read -> Answered.route(api, read)).orElse("none"),
                answer.getStatus(),
                bytes,
                nanos,
                change,
                whole);
    }

    private String caller(PayweekApi api) {
        return request.map(api::caller).orElseGet(this::peer);
    }

    private String peer() {
        return Answered.plain(String.valueOf(received.getRemoteAddr()));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(received.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", Collections.list(received.getHeaders(name))));
        }
        return headers;
    }

    /**
     * Writes the answer; of one to HEAD, all but the body. It is made whole before anything is sent: what is long waits
     * in a file for its reader, so that one who is slow keeps nobody else from the store, and what fails is a problem
     * and not half an answer.
     */
    void write(PayweekApi api, Response response) {
        boolean head = received.getMethod().equals("HEAD");
        Optional<Object> name = response.body().name();
        if (name.isPresent() && !head && !LongAnswers.isShort(response)) {
            rest = Optional.of(() -> {
                CompletableFuture<LongAnswers.Reading> made = answers.read(name.get(), response.body(), caller(api));
                return made.handle((reading, failure) -> Optional.ofNullable(failure))
                        .thenCompose(failure ->
                                failure.isPresent() ? fail(api, failure.get()) : send(response, made.join()));
            });
            return;
        }
        writeNow(api, response, head);
        begun.complete(null);
    }

    private CompletableFuture<Void> send(Response response, LongAnswers.Reading reading) {
        var sending = new Sending(reading, this);
        try {
            writeHead(response);
            announce(reading.length());
            begun.complete(null);
            sending.iterate();
        } catch (RuntimeException gone) {
            // Such as a connection that was given up while its caller waited.
            sending.abort(gone);
        }
        return sending.ended();
    }

    /**
     * Says how long the answer is. What goes past the servlet's own output isn't counted there, so that Jetty would
     * take it for missing and close the connection, which its caller means to use again.
     */
    private void announce(long length) {
        bytes = length;
        answer.setContentLengthLong(length);
        ServletContextRequest.getServletContextRequest(received).getHttpOutput().setApplicationContentLength(-1);
    }

    private CompletableFuture<Void> fail(PayweekApi api, Throwable failure) {
        Optional<Spool.Full> full = Spool.Full.in(failure);
        if (full.isPresent()) {
            write(api, problem(full.get().problem()));
        } else if (failure instanceof LedgerException refusal) {
            write(api, problem(ErrorTranslation.problem(refusal)));
        } else {
            breakOff(api, failure);
        }
        return CompletableFuture.completedFuture(null);
    }

    private void writeNow(PayweekApi api, Response response, boolean head) {
        var made = new Spool(answers.of(caller(api)), LongAnswers.SHORT_BYTES);
        try {
            if (!head) {
                response.body().writeTo(made);
            }
            writeHead(response);
            bytes = made.length();
            if (!made.isInMemory()) {
                announce(made.length());
                var sending = new Sending(made, this);
                rest = Optional.of(sending::ended);
                sending.iterate();
                return;
            }
            try (InputStream all = made.open()) {
                all.transferTo(answer.getOutputStream());
            }
            made.close();
            if (response.status() == NOT_MODIFIED || (head && !answer.containsHeader("Content-Length"))) {
                // Jetty would count the body that was left out and say that it has no bytes.
                answer.flushBuffer();
            }
        } catch (IOException | RuntimeException failure) {
            givenUp(made, failure);
            var unusedEnd = fail(api, failure);
        }
    }

    private static void givenUp(Spool made, Exception failure) {
        try {
            made.close();
        } catch (IOException also) {
            failure.addSuppressed(also);
        }
    }

    /** Returns what brings the rest of the answer on its way, if there is any, until it has arrived. */
    Optional<Supplier<CompletableFuture<?>>> rest() {
        return rest;
    }

    /** Completes when it is known how it is answered, though perhaps not all has been sent. */
    CompletableFuture<Void> begun() {
        return begun;
    }

    @Override
    public void write(ByteBuffer bytes, Callback callback) {
        ServletContextRequest.getServletContextRequest(received)
                .getServletContextResponse()
                .write(false, bytes, callback);
    }

    @Override
    public void cut(Throwable reason) {
        ServletContextRequest.getServletContextRequest(received)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(reason);
    }

    private void writeHead(Response response) {
        change = Optional.ofNullable(response.headers().get("Ledger-Version"));
        answer.setStatus(response.status());
        // Javalin has set a type already; an answer without a body has none.
        answer.setContentType(null);
        SecurityHeaders.writeTo(answer::setHeader);
        answer.setHeader("Request-Id", id);
        response.headers().forEach(answer::setHeader);
    }

    /**
     * A body that failed half-way must not end like a whole one. While nothing has been sent the caller gets a problem;
     * after that, only cutting the connection shows the difference.
     */
    private void breakOff(PayweekApi api, Throwable failure) {
        if (!answer.isCommitted()) {
            LOG.log(System.Logger.Level.ERROR, "request failed, " + id, failure);
            answer.reset();
            write(api, problem(Problem.internal()));
            return;
        }
        whole = false;
        cut(failure);
    }

    /** Returns a problem found before the API could be asked. */
    Response problem(Problem problem) {
        return Response.problem(problem, id);
    }
}
