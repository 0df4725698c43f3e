package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as the image holds it; runs after it is packed. */
class PackagedTest {

    /** Measured 12.2 million, 2.5 of them the runtime client; the function's download is part of every cold start. */
    private static final long MOST_BYTES = 13_000_000;

    @TempDir
    private static Path folder;

    private static Task task;

    @BeforeAll
    static void put_everything_where_the_image_does() throws Exception {
        task = Task.in(folder).dumped();
    }

    @Test
    void the_jar_is_small_and_holds_nothing_that_does_not_belong_there() throws IOException {
        long size = Files.size(Task.JAR);
        System.out.println("Size of the function's jar: " + size);
        assertTrue(size < MOST_BYTES, size + " bytes");
        List<String> foreign = entries().stream()
                .filter(name -> name.matches("(org/sqlite|io/javalin|com/zaxxer|picocli|org/junit"
                        + "|com/amazonaws/lambda/thirdparty/(com/fasterxml|org/joda))/.*|.*module-info\\.class"
                        + "|META-INF/[^/]*\\.(SF|RSA|DSA)"))
                .toList();
        assertEquals(List.of(), foreign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/payweek/lambda/PayweekHandler.class",
                "dev/payweek/lambda/MigrationHandler.class",
                "org/crac/Resource.class",
                "META-INF/services/dev.payweek.store.StoreProvider",
                "META-INF/services/java.sql.Driver"
            })
    void the_jar_holds_what_is_looked_for_by_name(String name) throws IOException {
        assertTrue(entries().contains(name));
    }

    @Test
    void every_provider_a_service_file_names_is_in_the_jar() throws IOException {
        try (JarFile jar = new JarFile(Task.JAR.toFile())) {
            for (String name : entries()) {
                if (name.startsWith("META-INF/services/") && !name.endsWith("/")) {
                    String text =
                            new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
                    text.lines()
                            .map(line -> line.replaceAll("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .forEach(provider ->
                                    assertNotNull(jar.getEntry(provider.replace('.', '/') + ".class"), provider));
                }
            }
        }
    }

    @Test
    void the_image_does_not_start_without_a_token() throws Exception {
        Map<String, String> environment = Map.of("PAYWEEK_DB", "jdbc:postgresql://127.0.0.1:1/payweek");
        try (Instance instance = Instance.ofTask(Task.HANDLER, task, environment)) {
            RuntimeApi.Told told = instance.told();
            assertEquals("init/error", told.what());
            assertTrue(told.text().contains("PAYWEEK_TOKEN_SHA256 must hold the SHA-256"), told.text());
            assertEquals(1, instance.exitCode());
        }
    }

    @Test
    void a_ledger_in_postgresql_outlives_its_instances_and_their_snapshots() throws Exception {
        Map<String, String> environment = Acceptance.environment();
        try (Instance migration = Instance.ofTask(Task.MIGRATION, task, environment)) {
            Acceptance.migrate(migration);
        }
        try (Instance first = Instance.ofTask(Task.HANDLER, task, environment)) {
            String expense = "{\"title\":\"Tea\",\"amount\":4}";
            assertEquals(
                    201,
                    Sender.HTTP_API.ask(first, "POST", "/expenses", expense).status());
            first.terminate();
            for (String line : first.output().lines().toList()) {
                assertTrue(line.startsWith("{\"level\":\"INFO\""), first.output());
            }
        }
        Map<String, String> snapshot = new java.util.HashMap<>(environment);
        snapshot.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        try (Instance copy = Instance.ofTask(Task.HANDLER, task, snapshot)) {
            copy.snapshot();
            copy.restore();
            Answer found = Sender.HTTP_API.ask(copy, "GET", "/expenses", "");
            assertTrue(found.text().contains("\"title\":\"Tea\",\"amount\":4.00"), found.text());
            JsonNode line = Sender.JSON.readTree(
                    copy.output().lines().reduce((one, next) -> next).orElseThrow());
            assertTrue(line.path("coldStart").booleanValue(), copy.output());
        }
        Map<String, String> nowhere = new java.util.HashMap<>(environment);
        nowhere.put("PAYWEEK_DB", "jdbc:postgresql://127.0.0.1:1/payweek?user=p&password=hunter2");
        try (Instance lost = Instance.ofTask(Task.HANDLER, task, nowhere)) {
            RuntimeApi.Told told = lost.told();
            assertEquals("init/error", told.what());
            assertFalse(told.text().contains("No store on the class path"), told.text());
            assertFalse((told.text() + lost.output()).contains("hunter2"), told.text());
        }
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(Task.JAR.toFile())) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }
}
