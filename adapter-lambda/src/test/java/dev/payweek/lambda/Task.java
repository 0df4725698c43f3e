package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that holds what the image's {@code /var/task} holds: the jar, how Java is started, the list of classes and
 * the archive made of it as the Dockerfile makes it.
 *
 * @param folder in the place of {@code /var/task}
 */
record Task(Path folder) {

    static final Path ROOT = Path.of(System.getProperty("payweek.root", "..")).toAbsolutePath();
    static final Path CLASSES = ROOT.resolve("infra/lambda/classes.txt");
    static final String HANDLER = "dev.payweek.lambda.PayweekHandler::handleRequest";
    static final String MIGRATION = "dev.payweek.lambda.MigrationHandler::handleRequest";
    static final Path JAR =
            Path.of(System.getProperty("payweek.jar", ROOT.resolve("adapter-lambda/target/payweek-lambda.jar") + ""));

    /** Fills an empty folder, without the archive. */
    static Task in(Path folder) throws IOException {
        Files.copy(JAR, folder.resolve("payweek-lambda.jar"));
        Files.copy(CLASSES, folder.resolve("classes.txt"));
        String arguments = Files.readString(ROOT.resolve("infra/lambda/java.args"));
        Files.writeString(folder.resolve("java.args"), arguments.replace("/var/task/", folder + "/"));
        return new Task(folder);
    }

    Path arguments() {
        return folder.resolve("java.args");
    }

    /** Makes the archive. */
    Task dumped() throws IOException, InterruptedException {
        Process dump = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + folder.resolve("classes.txt"),
                        "@" + arguments()))
                .redirectErrorStream(true)
                .start();
        String output = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, dump.waitFor(), output);
        return this;
    }
}
