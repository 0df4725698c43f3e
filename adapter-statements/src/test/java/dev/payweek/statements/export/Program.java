package dev.payweek.statements.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program of the machine's. Without it a test is skipped, and fails where everything must be checked. */
record Program(String path) {

    static Program named(String name) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> new Program(found.toString()))
                .orElseGet(() -> missing(name + " is missing; the package "
                        + (name.equals("hledger") ? "hledger" : "beancount") + " brings it."));
    }

    private static Program missing(String sentence) {
        return "true".equals(System.getenv("CI")) ? fail(sentence) : abort(sentence);
    }

    /** Runs the program and returns all it says; it must end well. */
    String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(path));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), command + " does not end");
        assertEquals(0, process.exitValue(), said);
        return said;
    }
}
