package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service in a process of its own that has said where it is.
 *
 * @param process that serves
 * @param address where
 */
record ServiceProcess(Process process, URI address) implements AutoCloseable {

    static final int PATIENCE_SECONDS = 60;
    private static final int FIRST_THAT_ASKS_FOR_NATIVE_ACCESS = 24;

    /** Starts a command in a folder. */
    static Process command(Path folder, String... words) throws IOException {
        return new ProcessBuilder(words(words)).directory(folder.toFile()).start();
    }

    /** Returns the words by which a command is run as a process. */
    static List<String> words(String... words) {
        return words(List.of(), words);
    }

    private static List<String> words(List<String> ofJava, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= FIRST_THAT_ASKS_FOR_NATIVE_ACCESS) {
            // The jar's manifest says this; started from the class path it must be said here.
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(ofJava);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.payweek.app.Payweek"));
        command.addAll(List.of(words));
        return command;
    }

    /** Starts a service on the ledger of a folder. */
    static ServiceProcess in(Path folder, String... more) throws IOException {
        return in(folder, List.of(), more);
    }

    /** Starts a service on the ledger of a folder, with words for Java before its own. */
    static ServiceProcess in(Path folder, List<String> ofJava, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("serve", "--port", "0"));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words(ofJava, words.toArray(String[]::new)))
                .directory(folder.toFile())
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(out.readLine());
        assertTrue(line.startsWith("Payweek is at http://"), line);
        return new ServiceProcess(process, URI.create(line.split(" ", -1)[3]));
    }

    /** Asks it to end, and waits until it has. */
    void stop() throws InterruptedException {
        // Not the process itself, which would close the streams before anybody has read what it says at the end.
        process.toHandle().destroy();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
