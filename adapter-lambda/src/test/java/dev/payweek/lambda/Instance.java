package dev.payweek.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An instance of a function: a Java process that runs AWS's runtime client with the flags of AWS's own Java runtime.
 */
final class Instance implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final RuntimeApi api = new RuntimeApi();
    private final AtomicInteger requests = new AtomicInteger();
    private final Path output = Files.createTempFile("payweek-instance", ".log");
    private final Path taskRoot;
    private final List<String> command = new ArrayList<>();
    private final Process process;

    private Instance(String handler, String classPath, Path taskRoot, Map<String, String> more, List<String> flags)
            throws IOException {
        this.taskRoot = taskRoot;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(flags);
        command.addAll(
                List.of("-cp", classPath, "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // The client looks for jars in the lib folder of wherever it was started.
        builder.directory(taskRoot.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PAYWEEK_") || name.startsWith("JAVA_TOOL"));
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
        process = builder.start();
    }

    /** Starts a handler of the class path that the tests have. */
    static Instance of(Class<?> handler, Map<String, String> environment, String... flags) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path empty = Files.createTempDirectory("payweek-task");
        return new Instance(handler.getName() + "::handleRequest", classPath, empty, environment, List.of(flags));
    }

    /**
     * Starts the handler that an image holds: jars in the task's folder, and the runtime client alone on the class
     * path.
     */
    static Instance ofImage(String handler, Path taskRoot, Map<String, String> environment) throws IOException {
        List<String> client = List.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(java.io.File.pathSeparator, -1))
                .stream()
                .filter(entry -> entry.contains("aws-lambda-java-") || entry.contains("awssdk"))
                .toList();
        return new Instance(handler, String.join(java.io.File.pathSeparator, client), taskRoot, environment, List.of());
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

    /** What the process has written, to standard output and error. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
