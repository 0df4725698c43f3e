package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.app.Commands.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was entered by hand and comes with the bank's file too is seen, made one or kept two, and either undone. */
class MergeCommandTest {

    private static final String STATEMENT = """
            Date,Description,Amount
            2026-11-20,CORNER COFFEE 12,-4.50
            2026-11-21,GREEN GROCER,-38.20
            """;

    @TempDir
    private Path folder = Path.of("");

    private Commands commands = Commands.in(folder, "2026-11-22");
    private String imported = "";

    @BeforeEach
    void enter_and_import_the_same() throws IOException {
        commands = Commands.in(folder, "2026-11-22");
        commands.printed("add", "4.50", "Coffee with Ann", "--category", "Fun", "--on", "2026-11-19");
        Path bank = Files.writeString(folder.resolve("bank.csv"), STATEMENT);
        imported = commands.printed("import", bank.toString());
    }

    private void undoLast() {
        List<String> changes = commands.printed("changes").lines().toList();
        commands.printed("undo", changes.get(changes.size() - 1).split(" ", 2)[0]);
    }

    @Test
    void an_import_names_the_row_and_the_command() {
        List<String> lines = imported.lines().toList();
        assertTrue(lines.get(0).contains("1 new, 0 known, 1 to review, 0 rejected"), imported);
        assertTrue(lines.get(1).endsWith("bank.csv:2: CORNER COFFEE 12 looks like entry 1, entered by hand"), imported);
        assertEquals("To see such pairs and make one of them: payweek merge", lines.get(2));
    }

    /** Until it is decided, both count, so whoever reads what is left has to know. */
    @Test
    void the_week_says_that_an_entry_may_count_twice_until_it_is_decided() {
        String week = commands.printed("week");
        assertTrue(week.endsWith("""

                1 imported entry may repeat one made by hand, and counts twice if it does:
                payweek merge
                """), week);
        assertTrue(!commands.printed("week", "--on", "2026-10-22").contains("payweek merge"));
        commands.printed("merge", "--apart", "3", "1");
        assertTrue(!commands.printed("week").contains("payweek merge"));
    }

    @Test
    void what_is_entered_after_the_bank_brought_it_is_said_at_once() {
        assertEquals("""
                5  2026-11-22  38.20 USD  Vegetables in Other
                The bank has one like it: 4  2026-11-21  38.20 USD  GREEN GROCER in Other
                If they are the same: payweek merge 4 5
                """, commands.printed("add", "38.20", "Vegetables"));
        assertEquals("6  2026-11-22  38.21 USD  Vegetables in Other\n", commands.printed("add", "38.21", "Vegetables"));
        assertEquals(
                "     7  2026-11-22         38.20  Vegetables sold\n",
                commands.printed("income", "38.20", "Vegetables sold"));
    }

    @Test
    void as_json_every_entry_is_what_the_api_answers_of_it() {
        String pairs = commands.printed("merge", "--json").strip();
        assertTrue(pairs.startsWith("{\"pairs\":[{\"by_hand\":{\"id\":1,"), pairs);
        assertTrue(pairs.contains("\"amount\":4.50"), pairs);
        assertTrue(pairs.contains("\"imported\":{\"id\":3,"), pairs);
        String apart = commands.printed("merge", "--apart", "--json", "3", "1").strip();
        assertTrue(pairs.contains(apart), apart);
        assertEquals("{\"pairs\":[]}", commands.printed("merge", "--json").strip());
    }

    @Test
    void pairs_are_listed_side_by_side() {
        assertEquals("""
                Imported                                 By hand

                3 2026-11-20 4.50 USD                    1 2026-11-19 4.50 USD
                CORNER COFFEE 12 in Other                Coffee with Ann in Fun

                To make one of two: payweek merge IMPORTED BY-HAND; to keep both: payweek merge
                --apart IMPORTED BY-HAND. Either can be undone.
                """, commands.printed("merge"));
    }

    @Test
    void a_pair_is_made_one_and_that_undone() {
        String before = commands.printed("merge");
        assertEquals("1  2026-11-19  4.50 USD  Coffee with Ann in Fun\n", commands.printed("merge", "3", "1"));
        assertEquals("No imported entry looks like one made by hand.\n", commands.printed("merge"));
        undoLast();
        assertEquals(before, commands.printed("merge"));
    }

    @Test
    void a_pair_is_kept_apart_and_that_undone() {
        String before = commands.printed("merge");
        assertEquals("""
                3  2026-11-20  4.50 USD  CORNER COFFEE 12 in Other
                1  2026-11-19  4.50 USD  Coffee with Ann in Fun
                """, commands.printed("merge", "--apart", "3", "1"));
        assertEquals("No imported entry looks like one made by hand.\n", commands.printed("merge"));
        assertEquals(3, commands.printed("list").lines().count());
        assertTrue(commands.printed("changes").contains("keep apart expense 3 and expense 1"));
        undoLast();
        assertEquals(before, commands.printed("merge"));
    }

    @Test
    void half_a_pair_and_what_is_no_pair_are_refused() {
        for (List<String> words : List.of(List.of("merge", "3"), List.of("merge", "--apart"))) {
            Ended ended = commands.run(words.toArray(String[]::new));
            assertEquals(2, ended.code());
            assertEquals(
                    "Two entries are named: the imported one, then the one made by hand. See payweek help merge.\n",
                    ended.err());
        }
        assertEquals("The entries 1 and 3 are not proposed as one.\n", commands.refusal("merge", "--apart", "1", "3"));
        assertEquals(
                "The expense 1 was made by hand.\nThe expense 3 was imported.\n", commands.refusal("merge", "1", "3"));
    }
}
