package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code payweek} and {@code .ci/run} say on a machine that lacks what they need. */
class NeedsTest {
    private static final String NEEDED =
            "payweek: Payweek needs a JDK 17 or newer and, to be built, Maven 3.8.7 or newer; ";

    @TempDir
    private Path folder;

    private Path project;
    private StandIns path;

    @BeforeEach
    void a_fresh_clone_beside_a_path_with_a_shell_and_little_more() throws IOException {
        project = folder.resolve("clone");
        Files.createDirectories(project.resolve(".ci"));
        for (String script : List.of("payweek", ".ci/needs", ".ci/run")) {
            Files.copy(Tree.at(script), project.resolve(script));
        }
        Path programs = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("sh", "bash", "env", "dirname", "readlink", "sed", "head", "sort")) {
            Path stub = programs.resolve(program);
            Tree.write(stub, "#!" + onPath("sh") + "\nexec " + onPath(program) + " \"$@\"\n");
            assertTrue(stub.toFile().setExecutable(true));
        }
        path = new StandIns(programs);
    }

    private static Path onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private String said(String script) {
        Command.Finished run = Command.of(onPath("bash").toString(), script)
                .with("PATH", folder.resolve("bin").toString())
                .with("JAVA_HOME", "")
                .run(project);
        assertEquals(1, run.exit(), run.output());
        return run.output();
    }

    private void java(String version) {
        path.program("java", "echo 'openjdk version \"" + version + "\"' >&2");
        path.program("javac", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./payweek", ".ci/run"})
    void a_missing_java_is_named(String script) {
        assertEquals(NEEDED + "no Java was found.\n", said(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"./payweek", ".ci/run"})
    void an_old_java_is_named(String script) {
        java("11.0.25");
        assertEquals(NEEDED + "this is Java 11.\n", said(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"./payweek", ".ci/run"})
    void a_missing_maven_is_named(String script) {
        java("17.0.15");
        assertEquals(NEEDED + "no Maven was found.\n", said(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"./payweek", ".ci/run"})
    void an_old_maven_is_named(String script) {
        java("25.0.1");
        path.program("mvn", "echo 'Apache Maven 3.6.3'");
        assertEquals(NEEDED + "this is Maven 3.6.3.\n", said(script));
    }

    @Test
    void a_java_that_cannot_compile_is_named() {
        path.program("java", "echo 'openjdk version \"21.0.5\"' >&2");
        assertEquals(NEEDED + "this Java has no compiler.\n", said("./payweek"));
    }

    @Test
    void the_time_of_each_step_is_added_up_and_sorted() {
        Path log = folder.resolve("log");
        Tree.write(log, """
                23:59:50 [INFO] --- maven-surefire-plugin:3.6.1:test (default-test) @ app ---
                00:00:20 [INFO] --- pitest-maven:1.30.0:mutationCoverage (default) @ budget-core ---
                00:02:20 [INFO] --- maven-jar-plugin:3.4.2:jar (default-jar) @ budget-core ---
                00:02:21 [INFO] Reactor Summary for Payweek:
                """);
        Command.Finished times =
                Command.of(Tree.at(".ci/times").toString(), log.toString()).run(project);
        assertEquals("""
                Time of each step of ten seconds or more:
                   120 s  pitest-maven:1.30.0:mutationCoverage (default) @ budget-core
                    30 s  maven-surefire-plugin:3.6.1:test (default-test) @ app
                Slowest test classes:
                """, times.output());
    }
}
