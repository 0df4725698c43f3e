package dev.payweek.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept as text is what the program itself would print. */
class StartTest {

    private static final Path HELP =
            Path.of(System.getProperty("payweek.root", ".."), "app/src/main/resources/dev/payweek/app/start/help.txt");

    @TempDir
    private Path folder = Path.of("");

    private record Ended(int code, String out, String err) {}

    /** Runs a main class in a Java of its own, as the launcher does. */
    private Ended run(String main, Map<String, String> environment, File out, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(words));
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.equals("COLUMNS") || name.startsWith("PAYWEEK"));
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        String printed = out.isFile() ? Files.readString(out.toPath()) : "";
        return new Ended(code, printed, Files.readString(err));
    }

    private Ended started(Map<String, String> environment, String... words) throws Exception {
        return run(Start.class.getName(), environment, folder.resolve("out").toFile(), words);
    }

    private Ended whole(Map<String, String> environment, String... words) throws Exception {
        return run("dev.payweek.app.Payweek", environment, folder.resolve("out").toFile(), words);
    }

    @Test
    void the_kept_help_and_version_are_what_the_program_prints() throws Exception {
        Ended help = whole(Map.of(), "--help");
        if (Boolean.getBoolean("payweek.write")) {
            Files.writeString(HELP, help.out());
        }
        assertEquals(
                help.out(), Files.readString(HELP), "the kept help is another; -Dpayweek.write=true writes it again");
        assertEquals(whole(Map.of(), "--version"), started(Map.of(), "--version"));
        assertEquals(help, started(Map.of("COLUMNS", "200"), "help"));
    }

    @Test
    void a_narrow_terminal_and_every_other_command_are_left_to_the_program() throws Exception {
        Ended narrow = started(Map.of("COLUMNS", "40"), "--help");
        assertEquals(0, narrow.code(), narrow.err());
        narrow.out().lines().forEach(line -> assertTrue(line.length() <= 40, line));
        assertFalse(narrow.out().isBlank());
        assertEquals(2, started(Map.of(), "helpp").code());
    }

    @Test
    void a_full_disk_ends_it_with_1_and_a_sentence() throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "no device that is always full");
        for (String word : List.of("--version", "--help")) {
            Ended ended = run(Start.class.getName(), Map.of(), full, word);
            assertEquals(1, ended.code());
            assertTrue(ended.err().startsWith("The output cannot be written: "), ended.err());
        }
    }
}
