package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tab key: commands, options, their values, and what the ledger holds. */
class CompletionTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Commands commands = Commands.in(folder, "2026-11-22");

    @BeforeAll
    static void keep_a_ledger() {
        commands = Commands.in(folder, "2026-11-22");
        commands.printed("add", "3", "Tea", "--category", "Fun:Café & Tea");
        commands.printed("edit", "1", "--account", "giro");
        commands.printed("schedule", "every 2 weeks from 2026-11-20");
        commands.printed("bills", "set", "Rent", "monthly on 1", "--amount", "900.00");
        commands.printed("set-asides", "set", "Savings", "150.00");
        commands.printed("rules", "add", "coffee", "title contains \"coffee\"", "Fun:Coffee");
    }

    private List<String> words(String shell, String line) {
        return commands.printed("completion", "words", shell, line).lines().toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    payweek we|week
                    `payweek nonsense `|``
                    payweek categories m|merge,move
                    payweek help ru|rules
                    payweek add 3 Tea --cat|--category
                    payweek add 3 Tea --category Fun:c|Café\\ \\&\\ Tea,Coffee
                    payweek add 3 Tea --category Fu|Fun,Fun:Café\\ \\&\\ Tea,Fun:Coffee
                    payweek add 3 Tea --category "Fun:C|Fun:Café & Tea,Fun:Coffee
                    payweek add 3 Tea --category=Fun:Co|Coffee
                    payweek add 3 Tea --category fun:c|``
                    payweek add 3 Tea --category fun|Fun,Fun:Café\\ \\&\\ Tea,Fun:Coffee
                    payweek list --category Predictable\\ N|Predictable\\ Necessities
                    `payweek list --account `|giro
                    `payweek list --kind `|expense,income,transfer
                    payweek list --sort -a|-amount
                    `payweek bills remove `|Rent
                    `payweek sources remove `|main
                    payweek set-asides remove S|Savings
                    payweek limits set Fun:Co|Coffee
                    `payweek completion `|bash,zsh,fish
                    payweek export --format c|csv
                    `payweek settings carry `|none,surplus,deficit,both
                    payweek rules add tea 'title contains "tea"' Oth|Other
                    `payweek list --category Fun `|``
                    """)
    void bash_is_given_what_may_come_next_as_it_reads_it(String line, String expected) {
        assertEquals(
                Stream.of(expected.split(",")).filter(word -> !word.isEmpty()).toList(), words("bash", line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zsh", "fish"})
    void zsh_and_fish_are_given_words_as_they_are_with_what_they_are_for(String shell) {
        assertTrue(words(shell, "payweek list --category ").contains("Fun:Café & Tea"));
        long rule = Long.parseLong(commands.printed("rules").strip().split(" ")[0]);
        assertEquals(List.of(rule + "\tcoffee"), words(shell, "payweek rules off "));
        assertTrue(words(shell, "payweek ").stream()
                .anyMatch(word -> word.startsWith("merge\tLists imported entries beside those made by hand")));
        assertFalse(words(shell, "payweek completion ").contains("words"));
    }

    @Test
    void another_ledger_that_the_line_names_is_the_one_that_is_asked() {
        Path other = folder.resolve("other.db");
        commands.runPlain("add", "3", "Soup", "--category", "Food", "--db", "jdbc:sqlite:" + other);
        assertEquals(
                List.of("Other:Food"),
                words("bash", "payweek list --db jdbc:sqlite:" + other + " --category Other:F").stream()
                        .map(word -> "Other:" + word)
                        .toList());
    }

    @Test
    void every_option_that_names_a_thing_of_the_ledger_offers_those_there_are() {
        List<String> lines =
                List.of("payweek list --category ", "payweek import --account ", "payweek edit 1 --account ");
        lines.forEach(line -> assertFalse(words("fish", line).isEmpty(), line));
    }

    /** Runs a shell with its script and a payweek that answers with what it was asked. */
    private List<String> shell(List<String> command, String script) throws Exception {
        Path payweek = Files.writeString(folder.resolve("payweek"), """
                #!/bin/sh
                printf '%s\\n' "asked=$4" 'Fun:Café & Tea' Other
                """);
        assertTrue(payweek.toFile().setExecutable(true));
        Path file = Files.writeString(folder.resolve("script"), script);
        Process process = new ProcessBuilder(Stream.concat(command.stream(), Stream.of(file.toString()))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text.lines().toList();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    @Test
    void bash_takes_the_words() throws Exception {
        assumeTrue(isInstalled("bash"), "bash is not installed");
        String payweek = folder.resolve("payweek").toString();
        String line = payweek + " list --category Fun:C";
        assertEquals(
                List.of("asked=" + line, "Fun:Café & Tea", "Other", "complete -o default -F _payweek payweek"),
                shell(
                        List.of("bash", "--norc"),
                        commands.printedPlain("completion", "bash") + """
                        COMP_WORDS=(%s list --category Fun : C)
                        COMP_CWORD=5
                        COMP_LINE='%s and more'
                        COMP_POINT=%d
                        _payweek
                        printf '%%s\\n' "${COMPREPLY[@]}"
                        complete -p payweek
                        """.formatted(payweek, line, line.length())));
    }

    @Test
    void zsh_reads_the_script() throws Exception {
        assumeTrue(isInstalled("zsh"), "zsh is not installed");
        assertEquals(
                List.of("_payweek"),
                shell(
                        List.of("zsh", "-f"),
                        "autoload -Uz compinit && compinit -u -D\n" + commands.printedPlain("completion", "zsh")
                                + "print -r -- $_comps[payweek]\n"));
    }

    @Test
    void fish_takes_the_words() throws Exception {
        assumeTrue(isInstalled("fish"), "fish is not installed");
        assertEquals(
                List.of("Fun:Café & Tea", "Other"),
                shell(
                                List.of("fish", "--no-config"),
                                "set -x PATH " + folder + " $PATH\n"
                                        + commands.printedPlain("completion", "fish")
                                        + "complete -C 'payweek list --category '\n")
                        .stream()
                        .filter(word -> !word.startsWith("asked="))
                        .sorted()
                        .toList());
    }
}
