package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who changes something is shown what: no command that changes the ledger is silent. */
class SaidChangesTest {

    /** A tilde is a blank within a word. */
    private static final List<String> COMMANDS = """
            add 3 Tea --on 2026-11-20 --category Fun
            add 9 Soup --on 2026-11-21
            income 1500 Acme --on 2026-11-20
            transfer 5 Move --from Giro --to Savings
            schedule every~2~weeks~from~2026-11-20
            income 3 --no-pay
            edit 1 --title Cake
            move 2 Fun
            split 2 Fun=4 Other
            refund 1 1.00
            sources set Side monthly~on~25 --expecting 20
            sources remove Side
            bills set Rent monthly~on~1 --amount 900
            bills paid Rent 2026-12-01 2
            bills by-rules Rent 2026-12-01
            bills skip Rent 2026-12-01
            bills remove Rent
            set-asides set Car 50
            set-asides stop Car --from 2026-12-18
            set-asides remove Car
            limits set Fun 120
            limits remove Fun
            rules add tea title~contains~"tea" Fun
            rules off 8
            rules on 8
            rules order 8 7
            rules apply
            rules remove 8
            categories set Home
            categories move Home House
            categories merge House Other
            categories set Gone
            categories remove Gone
            settings name Home
            settings zone Europe/Berlin
            settings carry both
            delete 1
            undo 1
            """.lines().toList();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_change_is_said() {
        Commands commands = Commands.in(folder, "2026-11-22");
        List<String> silent = new ArrayList<>();
        for (String command : COMMANDS) {
            String[] words = Stream.of(command.split(" ", -1))
                    .map(word -> word.replace('~', ' '))
                    .toArray(String[]::new);
            Commands.Ended ended = commands.run(words);
            assertTrue(ended.code() == 0 || command.equals("undo 1"), command + ": " + ended.err());
            if ((ended.out() + ended.err()).isBlank()) {
                silent.add(command);
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void what_is_said_is_what_the_list_of_changes_says() {
        Commands commands = Commands.in(folder, "2026-11-22");
        String said = commands.printed("categories", "set", "Home");
        assertEquals("1  set category Home\n", said);
        String undone = commands.printed("undo", "1");
        assertTrue(undone.startsWith("2  undo "), undone);
        assertEquals("Nothing has changed.\n", commands.printed("categories", "set", "Fun"));
    }

    /** So that a new one is added to the table. */
    @Test
    void every_command_below_another_is_tried_or_only_reads() {
        Set<String> tried = COMMANDS.stream()
                .map(line -> line.split(" ", -1))
                .map(words -> words[0] + " " + words[1])
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> others = Payweek.commandLine().getSubcommands().entrySet().stream()
                .flatMap(
                        one -> one.getValue().getSubcommands().keySet().stream().map(sub -> one.getKey() + " " + sub))
                .filter(name -> !tried.contains(name))
                .sorted()
                .toList();
        assertEquals(
                List.of("completion words", "rules dry-run", "rules explain", "rules lint", "settings currency"),
                others);
    }
}
