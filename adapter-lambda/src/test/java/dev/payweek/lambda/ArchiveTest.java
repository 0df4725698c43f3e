package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive of classes in the image; runs after the jar is packed. {@code -Dpayweek.write=true} writes the list of
 * classes, {@code -Dpayweek.starts=11} compares so many starts with those of an empty function.
 */
class ArchiveTest {

    private static final String GET = "GET";

    /** Measured 4,810: each is found, linked and set up before the first answer. */
    private static final int MOST_CLASSES = 5_100;

    /** In hundredths; another Java than the one that wrote the list has some classes of its own, read as if without. */
    private static final int FROM_ARCHIVE = 85;

    @TempDir
    private static Path folder;

    private static Task task;
    private static Map<String, String> environment;

    @BeforeAll
    static void keep_a_budget_and_make_the_archive() throws Exception {
        environment = Acceptance.environment();
        task = Task.in(folder);
        try (Instance migration = Instance.ofTask(Task.MIGRATION, task, environment)) {
            Acceptance.migrate(migration);
        }
        boolean write = Boolean.getBoolean("payweek.write");
        Path list = folder.resolve("loaded.txt");
        String[] flags = write ? new String[] {"-XX:DumpLoadedClassList=" + list} : new String[0];
        try (Instance function = Instance.ofTask(Task.HANDLER, task, environment, flags)) {
            ask(function, "POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4,\"category\":\"Fun\"}");
            ask(
                    function,
                    "PUT",
                    "/sources/Acme",
                    "{\"versions\":[{\"from\":\"2026-01-01\",\"schedule\":"
                            + "{\"kind\":\"monthly\",\"day\":1},\"expected\":1680}]}");
            ask(
                    function,
                    "PUT",
                    "/bills/Rent",
                    "{\"category\":\"Home\",\"amount\":900,\"from\":\"2026-01-01\","
                            + "\"schedule\":{\"kind\":\"monthly\",\"day\":3}}");
            ask(function, GET, "/budget", "");
            ask(function, GET, "/expenses", "");
            function.terminate();
        }
        if (write) {
            List<String> lines = new ArrayList<>(List.of("# Written by ArchiveTest with -Dpayweek.write=true."));
            Files.readAllLines(list).stream()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(lines::add);
            Files.write(Task.CLASSES, lines);
            Files.write(folder.resolve("classes.txt"), lines);
        }
        task.dumped();
    }

    private static void ask(Instance function, String method, String target, String json) throws InterruptedException {
        var answer = Sender.HTTP_API.ask(function, method, target, json);
        assertTrue(answer.status() < 300, target + " " + answer.text());
    }

    @Test
    void a_start_takes_its_classes_from_the_archive_and_no_more_than_it_needs() throws Exception {
        Path log = folder.resolve("classes.log");
        try (Instance function =
                Instance.ofTask(Task.HANDLER, task, environment, "-Xlog:class+load:file=" + log + "::filecount=0")) {
            ask(function, GET, "/budget", "");
            function.terminate();
        }
        List<String> loaded = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .toList();
        long archived = loaded.stream()
                .filter(line -> line.contains("shared objects file"))
                .count();
        System.out.println("A start loads " + loaded.size() + " classes, " + archived + " of them from the archive");
        assertTrue(archived * 100 >= (long) loaded.size() * FROM_ARCHIVE, archived + " of " + loaded.size());
        assertTrue(loaded.size() <= MOST_CLASSES, loaded.size() + " classes");
        // Whoever compares records on the way of a start writes out how: what the VM makes for them costs 50 ms each.
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(line -> line.contains("java.lang.runtime.ObjectMethods "))
                        .toList());
    }

    @Test
    void a_jar_that_the_archive_was_not_made_of_is_run_without_it(@TempDir Path other) throws Exception {
        for (String name : List.of("payweek-lambda.jar", "payweek.jsa")) {
            Files.copy(folder.resolve(name), other.resolve(name));
        }
        Files.writeString(
                other.resolve("java.args"), Files.readString(task.arguments()).replace(folder + "/", other + "/"));
        Files.setLastModifiedTime(
                other.resolve("payweek-lambda.jar"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        try (Instance function = Instance.ofTask(Task.HANDLER, new Task(other), environment)) {
            ask(function, GET, "/budget", "");
        }
    }

    /** A start to its first answer, and a snapshot from the moment it is brought back to its first answer. */
    @Test
    void starts_are_compared_with_those_of_an_empty_function() throws Exception {
        int rounds = Integer.getInteger("payweek.starts", 1);
        Map<String, String> snapshots = new HashMap<>(environment);
        snapshots.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        List<Duration> empty = new ArrayList<>();
        List<Duration> ours = new ArrayList<>();
        List<Duration> restored = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (Instance function = Instance.of(EmptyHandler.class, Map.of())) {
                function.invoke("{}");
                empty.add(function.cpu());
            }
            try (Instance function = Instance.ofTask(Task.HANDLER, task, environment)) {
                ask(function, GET, "/budget", "");
                ours.add(function.cpu());
            }
            try (Instance function = Instance.ofTask(Task.HANDLER, task, snapshots)) {
                Duration before = function.snapshot();
                function.restore();
                ask(function, GET, "/budget", "");
                restored.add(function.cpu().minus(before));
            }
        }
        System.out.println("CPU until the first answer, the median of " + rounds + ": of a start " + median(ours)
                + " ms, of a snapshot that is brought back " + median(restored)
                + " ms, of an empty function without archive " + median(empty) + " ms");
    }

    private static long median(List<Duration> times) {
        times.sort(null);
        return times.get(times.size() / 2).toMillis();
    }
}
