package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.app.Commands.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bank's file alone shows: found, said, accepted, declined. */
class DiscoverCommandTest {

    @TempDir
    private Path folder;

    private final LocalDate firstPayday = LocalDate.of(2026, 7, 3);

    private Commands commands() {
        return Commands.in(folder, "2026-11-29");
    }

    /** Pay every two weeks, rent on the 1st, and coffee now and then. */
    private Path statement() throws IOException {
        StringBuilder rows = new StringBuilder("Date,Description,Amount (USD)\n");
        for (LocalDate day = LocalDate.of(2026, 7, 1);
                day.isBefore(LocalDate.of(2026, 11, 21));
                day = day.plusDays(1)) {
            long since = day.toEpochDay() - firstPayday.toEpochDay();
            if (since >= 0 && since % 14 == 0) {
                rows.append(day).append(",ACME CORP PAYROLL,1680.00\n");
            }
            if (day.getDayOfMonth() == 1) {
                rows.append(day).append(",HILL STREET RENT,-900.00\n");
            }
            if (day.getDayOfYear() % 5 == 0) {
                rows.append(day)
                        .append(",CORNER COFFEE,-")
                        .append(3 + day.getDayOfMonth() % 4)
                        .append(".50\n");
            }
        }
        return Files.writeString(folder.resolve("checking.csv"), rows);
    }

    @Test
    void a_file_alone_gives_the_answer_and_says_what_it_was_made_with() throws IOException {
        Ended week = commands().runPlain("week", statement().toString());
        assertEquals("", week.err());
        assertEquals(
                List.of(
                        "Pay: ACME CORP every 2 weeks, 1,680.00, 11 of 11.",
                        "Bills: HILL STREET RENT 900.00 on the 1st.",
                        "Fine. 55.71 a day until Fri 4 Dec, payday in 14 days."),
                week.out().lines().limit(3).toList());
    }

    @Test
    void as_json_the_answer_names_what_it_was_made_with() throws IOException {
        Ended week = commands().runPlain("week", "--json", statement().toString());
        assertEquals("", week.err());
        assertTrue(week.out().startsWith("{\"as_of\":\"2026-11-20\","), week.out());
        assertTrue(week.out().contains("\"discoveries\":[{\"id\":"), week.out());
        assertTrue(
                week.out().contains("\"kind\":\"pay_source\",\"state\":\"proposed\",\"name\":\"ACME CORP"), week.out());
    }

    @Test
    void an_import_says_how_many_suggestions_are_new_and_accepting_them_is_one_change() throws IOException {
        Commands commands = commands();
        Ended first = commands.run("import", statement().toString());
        assertTrue(
                first.out().endsWith("2 new suggestions of pay, bills and the like: payweek discover\n"), first.out());
        String listed = commands.printed("discover");
        assertEquals("""
                  1  pay source: ACME CORP pays 1,680.00 every 2 weeks: 11 of 11 paydays, \
                last 2026-11-20, next 2026-12-04.
                  2  bill: HILL STREET RENT takes 900.00 monthly on the 1st: 5 of 5 times, \
                last 2026-11-01, next 2026-12-01.
                """, listed);
        String accepted = commands.printed("discover", "--accept", "all");
        assertTrue(accepted.matches("2  .+\nNothing to suggest\\.\n"), accepted);
        assertEquals("""
                ACME CORP, primary
                  every 2 weeks from 2026-07-03; expecting 1680.00 USD
                  if title contains "acme"
                """, commands.printed("sources"));
        assertTrue(commands.printed("bills").startsWith("HILL STREET RENT"));
        assertEquals("Nothing to suggest.\n", commands.printed("discover"));
        commands.printed("undo", accepted.split(" ", 2)[0]);
        assertEquals(listed, commands.printed("discover"));
    }

    @Test
    void what_is_declined_is_not_suggested_again() throws IOException {
        Commands commands = commands();
        commands.run("import", statement().toString());
        String declined = commands.printed("discover", "--decline", "1");
        assertTrue(declined.startsWith("2  "), declined);
        String left = declined.substring(declined.indexOf('\n') + 1);
        assertFalse(left.contains("ACME"), left);
        assertEquals(left, commands.printed("discover"));
        assertEquals(
                "There is no suggestion 7; they are 1 to 1.\n",
                commands.run("discover", "--accept", "7").err());
    }
}
