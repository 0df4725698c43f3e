package dev.payweek.app.simplefin;

import dev.payweek.refusal.LedgerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A SimpleFIN server, spoken to over HTTPS only.
 *
 * <p>Nothing is followed elsewhere: a redirection is refused, since it would carry the name and password away. What the
 * server answers is bounded in size and time.
 */
public final class SimpleFinServer {

    /** The largest answer that is taken, inclusive, in bytes. */
    static final int LARGEST = 20_000_000;

    private static final int LONGEST_TOKEN = 10_000;
    private static final int LONGEST_URL = 10_000;

    private final boolean loopbackAllowed;
    private final Duration patience;
    private Optional<HttpClient> client = Optional.empty();

    private SimpleFinServer(boolean loopbackAllowed, Duration patience) {
        this.loopbackAllowed = loopbackAllowed;
        this.patience = patience;
    }

    /** Made when it is first needed: it reads all certificates of the machine, and most commands never sync. */
    private HttpClient client() {
        HttpClient made = client.orElseGet(() -> HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build());
        client = Optional.of(made);
        return made;
    }

    /** Returns the way to servers on the web, which have thirty seconds for each answer. */
    public static SimpleFinServer onTheWeb() {
        return new SimpleFinServer(false, Duration.ofSeconds(30));
    }

    /** Returns the way to a server on this machine, which may speak plain HTTP; for tests. */
    public static SimpleFinServer onLoopback(Duration patience) {
        return new SimpleFinServer(true, patience);
    }

    /**
     * Turns a setup token into an access URL. A token can be claimed once.
     *
     * @param setupToken as the server's web page shows it: a claim URL in Base64
     * @throws LedgerException if the token makes no sense
     * @throws UncheckedIOException if it has been claimed already or the server does not answer well
     */
    public AccessUrl claim(String setupToken) {
        HttpRequest request = HttpRequest.newBuilder(claimUrl(setupToken))
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        Answer answer = send(request, LONGEST_URL);
        if (answer.status == 403) {
            throw refused("The setup token has been claimed already or is not valid. If it was not you who claimed it,"
                    + " it may be compromised: disable it at the server and make another one.");
        }
        requireOk(answer);
        AccessUrl access = AccessUrl.of(new String(answer.body, StandardCharsets.UTF_8));
        requireSafe(access.address());
        return access;
    }

    private URI claimUrl(String setupToken) {
        try {
            String token = setupToken.replaceAll("\\s+", "");
            if (token.length() > LONGEST_TOKEN) {
                throw new IllegalArgumentException("too long");
            }
            URI url = URI.create(new String(Base64.getMimeDecoder().decode(token), StandardCharsets.UTF_8).strip());
            if (url.getHost() == null) {
                throw new IllegalArgumentException("no host");
            }
            return requireSafe(url);
        } catch (IllegalArgumentException e) {
            throw LedgerException.invalid(
                    "claim", "malformed", "This is no setup token; copy it whole from the server's page.");
        }
    }

    /**
     * Returns the accounts with their posted transactions, as the server wrote them.
     *
     * @param since the first day asked for, inclusive, in UTC; servers cut long spans off in silence
     * @throws UncheckedIOException if payment is due, access was withdrawn, or the server does not answer well
     */
    public byte[] accounts(AccessUrl access, LocalDate since) {
        requireSafe(access.address());
        long start = since.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(access.resolve("/accounts?start-date=" + start + "&version=2"))
                .timeout(patience)
                .header("Authorization", access.authorization())
                .header("Accept", "application/json")
                .build();
        Answer answer = send(request, LARGEST);
        switch (answer.status) {
            case 402 -> throw refused("The server asks for payment before it gives accounts out.");
            case 401, 403 ->
                throw refused("Access has been withdrawn; make a new setup token at the server and claim it.");
            case 429 -> throw refused("The server has been asked too often today; try again tomorrow.");
            default -> requireOk(answer);
        }
        return answer.body;
    }

    private static final class Answer {
        private final int status;
        private final byte[] body;

        Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }
    }

    /** The time limit is over the whole answer, since a server that drips would never end otherwise. */
    private Answer send(HttpRequest request, int mostBytes) {
        CompletableFuture<Answer> answer = client().sendAsync(request, BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> read(response, mostBytes));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw refused("The server at " + request.uri().getHost() + " takes longer than " + patience.toSeconds()
                    + " seconds to answer.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw failed;
            }
            throw refused("The server at " + request.uri().getHost() + " cannot be reached.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("Waiting for the server was interrupted.");
        }
    }

    private static Answer read(HttpResponse<InputStream> response, int mostBytes) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw refused("The server's answer is larger than " + mostBytes + " bytes.");
            }
            return new Answer(response.statusCode(), bytes);
        } catch (IOException e) {
            throw refused("The server's answer broke off.");
        }
    }

    private static void requireOk(Answer answer) {
        if (answer.status != 200) {
            throw refused("The server answers with status " + answer.status + ", which is not expected here.");
        }
    }

    private URI requireSafe(URI url) {
        boolean loopback = loopbackAllowed
                && "http".equals(url.getScheme())
                && ("127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost()));
        if (!"https".equalsIgnoreCase(url.getScheme()) && !loopback) {
            throw refused("The server's address does not begin with https, so nothing is sent to it.");
        }
        return url;
    }

    private static UncheckedIOException refused(String sentence) {
        return new UncheckedIOException(sentence, new IOException(sentence));
    }
}
