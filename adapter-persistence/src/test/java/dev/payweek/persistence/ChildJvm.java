package dev.payweek.persistence;

import dev.payweek.persistence.sqlite.SqliteLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with the tests' class path, for what only another process can show. */
public final class ChildJvm {

    /** Where these JVMs keep SQLite's library. */
    public static final Path LIBRARY = Path.of("target").toAbsolutePath();

    private ChildJvm() {}

    public static Process start(Class<?> main, String... arguments) throws IOException {
        return startUnder(List.of(), main, arguments);
    }

    /** Starts the JVM as the child of another program, whose words come first. */
    public static Process startUnder(List<String> program, Class<?> main, String... arguments) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // One that is killed would leave a copy of its own behind.
                "-D" + SqliteLibrary.FOLDER + "=" + LIBRARY,
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        command.addAll(0, program);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
