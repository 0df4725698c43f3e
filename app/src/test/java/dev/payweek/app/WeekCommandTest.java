package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.app.Commands.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code payweek week} shows besides the answer for a day: what rolled over, the past, what if. */
class WeekCommandTest {

    @TempDir
    private Path folder;

    private Ended run(String... words) {
        return Commands.in(folder, "2026-11-29").run(words);
    }

    @Test
    void what_rolls_over_is_set_and_shown() {
        run("schedule", "every 1 weeks from 2026-11-06");
        Ended set = run("limits", "set", "Fun", "100", "--rollover", "both", "--cap", "60", "--from", "2026-11-06");
        assertEquals(
                "Fun: 100.00 USD per week from 2026-11-06, what is left or overspent rolls over up to 60.00 USD\n",
                set.out());
        assertTrue(run("limits", "set", "Other", "5", "--rollover", "surplus", "--reset")
                .out()
                .endsWith("what is left rolls over, starts afresh\n"));
        assertTrue(run("limits", "set", "Other", "5", "--rollover", "deficit")
                .out()
                .endsWith("what is overspent rolls over\n"));
        run("add", "30", "Concert", "--category", "Fun", "--on", "2026-11-20");
        String week = run("week", "--on", "2026-11-22").out();
        assertTrue(week.contains("130.00 left\n  60.00 left from before\n"), week);
        run("add", "300", "Concert", "--category", "Fun", "--on", "2026-11-20");
        String next = run("week", "--on", "2026-11-29").out();
        assertTrue(next.contains("40.00 left\n  60.00 overspent before\n"), next);
    }

    @Test
    void the_weeks_that_have_ended_are_shown_a_line_each() {
        run("schedule", "every 1 weeks from 2026-11-06");
        run("add", "30", "Concert", "--on", "2026-11-08");
        run("income", "100", "Pay", "--on", "2026-11-13");
        Ended history = run("week", "--history", "2", "--on", "2026-11-20");
        assertEquals("""
                2026-11-06 to 2026-11-12      30.00  .........................  over by 30.00
                2026-11-13 to 2026-11-19       0.00  .........................  100.00 left
                """, history.out().replace('█', '#').replace('░', '.'));
        assertEquals(
                history.out(),
                run("week", "--history", "2", "--pay-period", "--on", "2026-11-20")
                        .out());
        assertEquals(
                "[{\"start\":\"2026-11-13\",\"end\":\"2026-11-20\",\"days\":7,"
                        + "\"allowance\":100.00,\"spent\":0.00,\"left\":100.00}]\n",
                run("week", "--history", "1", "--on", "2026-11-20", "--json").out());
        assertEquals(
                "The history has 1 to 600 periods.\n",
                run("week", "--history", "0").err());
    }

    @Test
    void what_is_supposed_is_shown_and_not_kept() {
        Ended supposed = run("week", "--suppose", "80 Concert in town", "--suppose", "5.50 Tea", "--on", "2026-11-22");
        assertTrue(supposed.out().contains("Spent 85.50"), supposed.out() + supposed.err());
        assertTrue(run("week", "--on", "2026-11-22").out().contains("Spent 0.00"));
        String json = run("week", "--suppose", "80 Concert", "--on", "2026-11-22", "--json")
                .out();
        assertTrue(json.contains("\"spent\":80.00"), json);
        assertEquals(
                "Suppose an amount and a title, such as \"80.00 Concert\".\n",
                run("week", "--suppose", "80").err());
    }

    @Test
    void what_a_file_leaves_open_is_asked_and_answered() throws IOException {
        Path bank = folder.resolve("bank.csv");
        Files.writeString(bank, "Date,Description,Amount\n03/04/2026,COFFEE,-4.50\n05/04/2026,TEA,-3.00\n");
        Ended asked = run("week", bank.toString());
        assertEquals(1, asked.code());
        assertTrue(asked.err().contains("Say --answer date_format=D/M/Y or --answer "), asked.err());
        Ended answered = run(
                "week",
                bank.toString(),
                "--answer",
                "date_format=D/M/Y",
                "--answer",
                "currency=GBP",
                "--on",
                "2026-04-05");
        assertTrue(answered.out().contains("7.50 GBP"), answered.out() + answered.err());
        assertEquals("", answered.err());
        assertEquals(2, run("week", "--answer", "currency=GBP").code());
    }
}
