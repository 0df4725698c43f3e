package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual pages say what the help says, in a form that the tools of manuals take. */
class ManualPageTest {

    @TempDir
    private Path folder = Path.of("");

    private String page(String... command) {
        return Commands.in(folder, "2026-11-22")
                .printedPlain(
                        Stream.concat(Stream.of("man"), Stream.of(command)).toArray(String[]::new));
    }

    private List<Path> pages() throws Exception {
        Commands.in(folder, "2026-11-22").printedPlain("man", "--into", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void a_page_says_what_the_help_says() {
        String page = page("merge");
        assertTrue(page.startsWith(".TH \"PAYWEEK-MERGE\" 1 \"2026-11-22\" \"payweek "), page);
        assertTrue(page.contains("\n.SH \"SYNOPSIS\"\n.nf\npayweek merge "), page);
        assertTrue(page.contains("""
                .TP
                .B "\\-\\-apart"
                Keeps the two as they are; they are not listed again.
                """), page);
    }

    @Test
    void what_means_something_to_the_formatter_is_only_text_in_a_page() {
        assertTrue(page("rules").contains("\n  payweek rules add coffee 'title contains \"coffee\"' Fun:Coffee\n"));
        assertTrue(page("import").contains("D/M/Y"));
        assertTrue(page("list").chars().allMatch(c -> c < 0x80));
    }

    @Test
    void there_is_a_page_for_payweek_and_each_of_its_commands() throws Exception {
        List<String> names = new ArrayList<>(List.of("payweek.1"));
        Payweek.commandLine().getSubcommands().keySet().stream()
                .filter(name -> !name.equals("help"))
                .forEach(name -> names.add("payweek-" + name + ".1"));
        assertEquals(
                names.stream().sorted().toList(),
                pages().stream()
                        .map(page -> page.getFileName().toString())
                        .sorted()
                        .toList());
    }

    @Test
    void mandoc_finds_nothing_wrong_with_any_page() throws Exception {
        boolean installed = Stream.of("/usr/bin/mandoc", "/usr/local/bin/mandoc")
                .anyMatch(place -> Files.isExecutable(Path.of(place)));
        assertTrue(installed || !Boolean.parseBoolean(System.getenv("CI")), "mandoc is needed here");
        assumeTrue(installed, "mandoc is not installed");
        List<String> command = new ArrayList<>(List.of("mandoc", "-T", "lint", "-W", "warning"));
        pages().forEach(page -> command.add(page.toString()));
        assertEquals("", output(command));
        Path planted = Files.writeString(folder.resolve("planted.1"), ".TH A 1\n.XY\n");
        assertTrue(output(List.of("mandoc", "-T", "lint", "-W", "warning", planted.toString()))
                .contains("skipping unknown macro"));
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
