package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance's life behind AWS's own runtime client: start, failure, snapshot, end. */
class InstanceTest {

    /** Measured 2,583 on JDK 17 and 2,656 on JDK 25, the runtime client's and the JDK's own included. */
    private static final int MOST_CLASSES = 3_500;

    private static final String HELLO = Sender.REST_API.event("GET", "/hello/", Fixture.headers(Map.of()), new byte[0]);

    @TempDir
    private Path folder;

    @Test
    void an_instance_that_may_not_start_says_so_in_one_sentence_and_ends() throws Exception {
        Map<String, String> environment = Map.of("PAYWEEK_DB", "jdbc:sqlite:payweek.db");
        try (Instance instance = Instance.of(PayweekHandler.class, environment)) {
            RuntimeApi.Told told = instance.told();
            assertEquals("init/error", told.what());
            JsonNode error = Sender.JSON.readTree(told.text());
            assertEquals(
                    "PAYWEEK_DB must be a jdbc:postgresql:… URL, because a file or memory of an instance vanishes with"
                            + " it, and the ledger in it too.",
                    error.path("errorMessage").textValue());
            assertEquals(1, instance.exitCode());
        }
    }

    @Test
    void an_instance_without_its_ledger_does_not_start_and_keeps_the_password_to_itself() throws Exception {
        Map<String, String> environment = Map.of(
                "PAYWEEK_DB",
                "jdbc:postgresql://127.0.0.1:1/payweek?user=p&password=hunter2",
                "PAYWEEK_TOKEN_SHA256",
                Fixture.sha256(Fixture.TOKEN));
        try (Instance instance = Instance.of(PayweekHandler.class, environment)) {
            RuntimeApi.Told told = instance.told();
            assertEquals("init/error", told.what());
            assertEquals(1, instance.exitCode());
            assertFalse(told.text().contains("hunter2"), told.text());
            assertFalse(instance.output().contains("hunter2"), instance.output());
        }
    }

    @Test
    void what_lambda_would_never_send_is_an_error_and_the_instance_lives_on() throws Exception {
        try (Instance instance = Instance.of(LedgerHandler.class, Map.of())) {
            assertEquals(
                    "invocation/error", instance.invoke("{\"requestContext\":").what());
            assertEquals(200, status(instance.invoke(HELLO)));
        }
    }

    @Test
    void an_instance_that_is_told_to_end_ends_cleanly_with_its_lines_written() throws Exception {
        try (Instance instance = Instance.of(LedgerHandler.class, Map.of())) {
            assertEquals(200, status(instance.invoke(HELLO)));
            assertEquals(143, instance.terminate());
            String line = instance.output()
                    .lines()
                    .filter(one -> one.startsWith("{"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    "request-1", Sender.JSON.readTree(line).path("requestId").textValue());
        }
    }

    @Test
    void the_time_that_is_left_is_the_one_the_runtime_client_tells() throws Exception {
        try (Instance instance = Instance.of(LedgerHandler.class, Map.of())) {
            instance.hand(HELLO, 200);
            assertEquals(503, status(instance.told()));
        }
    }

    @Test
    void several_requests_at_once_are_each_answered_with_their_own() throws Exception {
        try (Instance instance = Instance.of(LedgerHandler.class, Map.of("AWS_LAMBDA_MAX_CONCURRENCY", "4"))) {
            for (int i = 0; i < 40; i++) {
                instance.hand(HELLO);
            }
            Set<String> answered = new HashSet<>();
            for (int i = 0; i < 40; i++) {
                RuntimeApi.Told told = instance.told();
                assertEquals(200, status(told));
                assertTrue(answered.add(told.requestId()), told.requestId());
            }
        }
    }

    @Test
    void a_snapshot_is_taken_with_the_ledger_closed_and_a_copy_opens_it_anew() throws Exception {
        try (Instance instance =
                Instance.of(CountingHandler.class, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"))) {
            instance.snapshot();
            String before = instance.output();
            assertTrue(before.matches("(opened\nclosed\n)+"), before);
            instance.restore();
            assertEquals(200, status(instance.invoke(HELLO)));
            assertEquals(143, instance.terminate());
            assertTrue(instance.output().startsWith(before + "opened\n{"), instance.output());
        }
    }

    @Test
    void the_first_answer_needs_no_more_classes_than_it_may() throws Exception {
        Path classes = folder.resolve("classes.log");
        try (Instance instance = Instance.of(LedgerHandler.class, Map.of(), "-Xlog:class+load:file=" + classes)) {
            assertEquals(200, status(instance.invoke(HELLO)));
            instance.terminate();
        }
        long loaded;
        try (var lines = Files.lines(classes, StandardCharsets.UTF_8)) {
            loaded = lines.filter(line -> line.contains(" source: ")).count();
        }
        System.out.println("Classes loaded up to the first answer: " + loaded);
        assertTrue(loaded > 900 && loaded < MOST_CLASSES, loaded + " classes");
    }

    private static int status(RuntimeApi.Told told) throws IOException {
        assertEquals("invocation/response", told.what(), told.text());
        return Sender.REST_API
                .answer(told.text().getBytes(StandardCharsets.UTF_8))
                .status();
    }
}
