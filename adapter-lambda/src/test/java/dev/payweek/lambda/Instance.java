package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An instance of a function: a process that runs AWS's runtime client, as Lambda starts it. */
final class Instance implements AutoCloseable {

    /** Stands for options {@code --env NAME=VALUE} among the words of a command. */
    static final String ENVIRONMENT = "--env";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int PATIENCE_SECONDS = 60;

    private final RuntimeApi api = new RuntimeApi();
    private final AtomicInteger requests = new AtomicInteger();
    private final Path output = Files.createTempFile("payweek-instance", ".log");
    private final Path taskRoot;
    private final List<String> command = new ArrayList<>();
    private final Process process;

    private Instance(List<String> words, String handler, Path taskRoot, Map<String, String> more) throws IOException {
        this.taskRoot = taskRoot;
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", "fixture");
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/fixture");
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "fixture");
        environment.put("AWS_REGION", "us-west-2");
        environment.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        environment.put("_HANDLER", handler);
        environment.putAll(more);
        for (String word : words) {
            if (word.equals(ENVIRONMENT)) {
                environment.forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
            } else {
                command.add(word);
            }
        }
        command.add(handler);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // The client looks for jars in the lib folder of wherever it was started.
        builder.directory(taskRoot.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PAYWEEK_") || name.startsWith("JAVA_TOOL"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Starts a handler of the class path that the tests have. */
    static Instance of(Class<?> handler, Map<String, String> environment, String... flags) throws IOException {
        List<String> words = new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        words.add("--add-opens=java.base/java.io=ALL-UNNAMED");
        words.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        if (Runtime.version().feature() >= 24) {
            words.add("--enable-native-access=ALL-UNNAMED");
        }
        words.addAll(List.of(flags));
        words.add("-cp");
        words.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        words.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        Path empty = Files.createTempDirectory("payweek-task");
        return new Instance(words, handler.getName() + "::handleRequest", empty, environment);
    }

    /** Starts a handler as the image does, from a folder that holds what the image's holds. */
    static Instance ofTask(String handler, Task task, Map<String, String> environment, String... flags)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(JAVA));
        words.addAll(List.of(flags));
        words.add("@" + task.arguments());
        return new Instance(words, handler, task.folder(), environment);
    }

    /**
     * Starts a handler by words that run it in a container.
     *
     * @param words with {@link #ENVIRONMENT} where the environment belongs
     */
    static Instance ofContainer(List<String> words, String handler, Map<String, String> environment)
            throws IOException {
        return new Instance(words, handler, Files.createTempDirectory("payweek-task"), environment);
    }

    /** Hands over an event and waits for what comes of it. */
    RuntimeApi.Told invoke(String event) throws InterruptedException {
        hand(event);
        return told();
    }

    /** Hands over an event with ten seconds to answer it. */
    void hand(String event) {
        hand(event, 10_000);
    }

    void hand(String event, long millis) {
        api.hand("request-" + requests.incrementAndGet(), event, millis);
    }

    /** Waits for what the client says next. */
    RuntimeApi.Told told() throws InterruptedException {
        try {
            return api.told();
        } catch (AssertionError silence) {
            throw new AssertionError(command + "\n" + output(), silence);
        }
    }

    /** Waits until the process is ready for a snapshot, and returns the CPU time it has taken for that. */
    Duration snapshot() throws InterruptedException {
        assertEquals("restore/next", told().what());
        return cpu();
    }

    /** Lets the process go on, as one that was brought back from its snapshot. */
    void restore() {
        api.restore();
    }

    /** What the process has written, to standard output and error. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the CPU time that the process has taken. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Waits until the process has ended by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the instance has not ended");
        }
        return process.exitValue();
    }

    /** Asks the process to end, as Lambda does. */
    int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        api.close();
        Files.deleteIfExists(output);
        try (var files = Files.list(taskRoot)) {
            if (files.findAny().isEmpty()) {
                Files.delete(taskRoot);
            }
        }
    }
}
