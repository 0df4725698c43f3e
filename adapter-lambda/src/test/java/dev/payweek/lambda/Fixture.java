package dev.payweek.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.payweek.budget.Budget;
import dev.payweek.rest.http.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** A handler on a fresh budget in memory at noon of 2026-11-22 UTC, and what it takes to call it. */
final class Fixture {

    static final String TOKEN = "pw_fixture";

    static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private Fixture() {}

    static Budget budget() {
        return Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    }

    static PayweekHandler handler(PrintStream log) {
        return new PayweekHandler(Fixture::budget, Settings.guardedBy(sha256(TOKEN)), "", new RequestLog(log, "qa"));
    }

    /** The headers a caller with the token sends, with others beside them. */
    static Map<String, String> headers(Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Host", "budget.example.org");
        headers.put("Authorization", "Bearer " + TOKEN);
        return headers;
    }

    static byte[] call(PayweekHandler handler, String event, Context context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** An invocation as the runtime tells the function of it. */
    record Invocation(String getAwsRequestId, int getRemainingTimeInMillis) implements Context {
        @Override
        public String getLogGroupName() {
            return "/aws/lambda/fixture";
        }

        @Override
        public String getLogStreamName() {
            return "fixture";
        }

        @Override
        public String getFunctionName() {
            return "fixture";
        }

        @Override
        public String getFunctionVersion() {
            return "1";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "arn:aws:lambda:us-west-2:123456789012:function:fixture";
        }

        @Override
        public CognitoIdentity getIdentity() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ClientContext getClientContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getMemoryLimitInMB() {
            return 1024;
        }

        @Override
        public LambdaLogger getLogger() {
            throw new UnsupportedOperationException();
        }
    }
}
