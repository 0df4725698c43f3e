package dev.payweek.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command line with its environment, run to its end. An empty value in the environment removes the variable. */
record Command(List<String> words, Map<String, String> environment) {
    private static final long PATIENCE_SECONDS = 600;

    static Command of(String... words) {
        return new Command(List.of(words), Map.of());
    }

    Command with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Command(words, Map.copyOf(more));
    }

    /**
     * Runs the command and waits for it.
     *
     * @throws NotFoundException if there is no such program
     */
    Finished run(Path folder) {
        Path output = null;
        try {
            // A file instead of a pipe: a grandchild that outlives its parent cannot keep us reading.
            output = Files.createTempFile("payweek-infra", ".out");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(output.toFile());
            environment.forEach((name, value) -> {
                if (value.isEmpty()) {
                    builder.environment().remove(name);
                } else {
                    builder.environment().put(name, value);
                }
            });
            Process process = started(builder);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(words + " took longer than " + PATIENCE_SECONDS + " seconds");
            }
            return new Finished(process.exitValue(), Files.readString(output, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    private Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new NotFoundException(words.get(0), e);
        }
    }

    private static File nothing() throws IOException {
        Path empty = Files.createTempFile("payweek-infra", ".in");
        empty.toFile().deleteOnExit();
        return empty.toFile();
    }

    /** What a command came to: its exit status, and all it wrote, errors included. */
    record Finished(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    /** There is no such program on this machine. */
    static final class NotFoundException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotFoundException(String program, Throwable cause) {
            super("no program " + program, cause);
        }
    }
}
