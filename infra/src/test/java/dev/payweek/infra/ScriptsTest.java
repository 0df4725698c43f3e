package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptsTest {
    @TempDir
    private Path folder;

    static List<Path> scripts() {
        Path machine = Terraform.root("service").resolve("machine");
        return Stream.concat(
                        Tree.files(Tree.at("infra/bin")).stream(),
                        Stream.of("disk", "keep", "release").map(machine::resolve))
                .toList();
    }

    /** Those a person runs from the root and those the build runs, too; they are read by whatever shell there is. */
    static Stream<Path> everyScript() {
        return Stream.concat(
                scripts().stream(),
                Stream.of("payweek", ".ci/needs", ".ci/run", ".ci/times").map(Tree::at));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_script_can_be_run(Path script) {
        assertTrue(Files.isExecutable(script));
        assertTrue(Tree.text(script).startsWith("#!/usr/bin/env bash\n"));
        assertTrue(Tree.text(script).contains("\nset -euo pipefail\n"), "a failing line must stop the script");
    }

    @ParameterizedTest
    @MethodSource("everyScript")
    void bash_can_read_a_script(Path script) {
        Finished parsed = parse(script);
        assertEquals(0, parsed.exit(), parsed.output());
    }

    @Test
    void bash_refuses_an_unfinished_condition() {
        assertFalse(parse(planted("#!/usr/bin/env bash\nif true; then\n  echo yes\n"))
                .succeeded());
    }

    @ParameterizedTest
    @MethodSource("everyScript")
    void shellcheck_finds_nothing_in_a_script(Path script) {
        Finished checked = shellcheck(script);
        assertEquals(0, checked.exit(), checked.output());
    }

    @Test
    void shellcheck_refuses_a_dangerous_deletion() {
        Finished checked = shellcheck(planted("#!/usr/bin/env bash\nrm -rf $1/*\n"));
        assertTrue(!checked.succeeded() && checked.output().contains("SC2086"), checked.output());
    }

    private Path planted(String script) {
        Path file = folder.resolve("planted");
        Tree.write(file, script);
        return file;
    }

    private Finished parse(Path script) {
        Tool.BASH.require();
        return Command.of("bash", "-n", script.toString()).run(folder);
    }

    private Finished shellcheck(Path script) {
        Tool.SHELLCHECK.require();
        return Command.of("shellcheck", "--external-sources", script.toString()).run(Tree.at("."));
    }
}
