package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image, built from the Dockerfile by buildah and run by it; runs after the jar is packed. AWS's own base image
 * is not to be had here: in its place stands one with the Java that runs the tests and the libraries of this machine.
 */
class ContainerTest {

    private static final String MODULES =
            "java.sql,java.naming,java.management,java.security.jgss,jdk.crypto.ec,jdk.unsupported,jdk.zipfs";

    @TempDir
    private Path folder;

    private final List<String> undo = new ArrayList<>();

    @BeforeEach
    void need_buildah() throws Exception {
        boolean there;
        try {
            there = new ProcessBuilder("buildah", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        if (!there) {
            String sentence = "buildah is missing: install the package buildah to run this check.";
            if ("true".equals(System.getenv("CI"))) {
                fail(sentence);
            }
            abort(sentence);
        }
    }

    @AfterEach
    void remove_what_was_made() throws Exception {
        for (int i = undo.size() - 1; i >= 0; i--) {
            run("buildah " + undo.get(i));
        }
    }

    @Test
    void the_image_is_built_and_accepted_and_starts_from_its_archive() throws Exception {
        String base = base();
        String image = build(
                Task.ROOT,
                "--ignorefile infra/lambda/Dockerfile.dockerignore --build-arg BASE_IMAGE=" + base
                        + " --file infra/lambda/Dockerfile");
        JsonNode config = Sender.JSON
                .readTree(run("buildah inspect --type image " + image))
                .path("OCIv1")
                .path("config");
        assertEquals(Task.HANDLER, config.path("Cmd").path(0).textValue());
        String container = run("buildah from --pull-never " + image);
        undo.add("rm " + container);
        List<String> words = new ArrayList<>(List.of("buildah", "run", "--isolation", "chroot"));
        words.add(Instance.ENVIRONMENT);
        words.addAll(List.of(container, "--"));
        config.path("Entrypoint").forEach(word -> words.add(word.textValue()));

        Map<String, String> environment = new HashMap<>(Acceptance.environment());
        environment.put("LAMBDA_TASK_ROOT", "/var/task");
        try (Instance migration = Instance.ofContainer(words, Task.MIGRATION, environment)) {
            Acceptance.migrate(migration);
        }
        try (Instance function = Instance.ofContainer(words, Task.HANDLER, environment)) {
            Acceptance.of(function);
        }
        // On, not auto: Java does not start if the archive is not of this Java and this jar.
        words.add(words.size() - 1, "-Xshare:on");
        try (Instance function = Instance.ofContainer(words, Task.HANDLER, environment)) {
            assertEquals(
                    200, Sender.HTTP_API.ask(function, "GET", "/budget", "").status());
        }
    }

    /** Builds what stands in for AWS's image: Java in its place, the libraries it needs, a folder for the task. */
    private String base() throws Exception {
        Path root = Files.createDirectories(folder.resolve("root"));
        Path java = Path.of(System.getProperty("java.home"));
        Path home = root.resolve("var/lang");
        run(java.resolve("bin/jlink") + " --strip-debug --no-header-files --no-man-pages --add-modules " + MODULES
                + " --output " + home);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".so")).toList()) {
                copyLibraries(file, root);
            }
        }
        copyLibraries(home.resolve("bin/java"), root);
        copyLibraries(nativePart(), root);
        Files.createDirectories(root.resolve("tmp"));
        Files.createDirectories(root.resolve("var/task"));
        Files.writeString(folder.resolve("Dockerfile"), """
                FROM scratch
                COPY root/ /
                ENV PATH=/var/lang/bin LAMBDA_TASK_ROOT=/var/task
                """);
        return build(folder, "--file Dockerfile");
    }

    /** Returns the part of the runtime client that is no Java, out of the jar. */
    private Path nativePart() throws IOException {
        String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch_64";
        Path part = folder.resolve("native.so");
        try (FileSystem jar = FileSystems.newFileSystem(Task.JAR)) {
            Files.copy(jar.getPath("jni/libaws-lambda-jni.linux-" + processor + ".so"), part);
        }
        return part;
    }

    private static void copyLibraries(Path file, Path root) throws Exception {
        for (String word : run("ldd " + file).split("\\s+", -1)) {
            Path library = Path.of(word);
            Path copy = root.resolve(word.replaceFirst("^/", ""));
            if (word.startsWith("/lib") && Files.exists(library) && !Files.exists(copy)) {
                Files.createDirectories(copy.getParent());
                Files.copy(library, copy);
            }
        }
    }

    private String build(Path context, String words) throws Exception {
        Path name = folder.resolve("image-" + undo.size());
        run("buildah bud --isolation chroot --quiet --iidfile " + name + " " + words + " .", context);
        String image = Files.readString(name).strip();
        undo.add("rmi " + image);
        return image;
    }

    private static String run(String command) throws Exception {
        return run(command, Task.ROOT);
    }

    private static String run(String command, Path where) throws Exception {
        Process process = new ProcessBuilder(Arrays.asList(command.split(" ", -1)))
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(process.waitFor() == 0, command + "\n" + output);
        return output;
    }
}
