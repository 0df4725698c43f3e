package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a slip of the pen is answered with: words of the person's, and never those of Java. */
class MisunderstandingTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            edit x|"x" is no number, which ID takes. See payweek help edit.
            list --kind cash|"cash" is not for --kind; it takes expense or income or transfer.
            limits set Fun 5 --per month|"month" is not for --per; it takes week or period. See payweek limits set
            add 5 EUR Beer|"Beer" is more than the command takes; what has blanks stands in quotes.
            hlep|There is no command "hlep"; did you mean help? See payweek help.
            help lst|There is no command "lst"; did you mean list? See payweek help.
            list --acount x|There is no option --acount; did you mean --account? See payweek help list.
            delete 39 abc|"abc" is no number, which ID takes. See payweek help delete.
            move 39|At least 2 words are needed: ID… CATEGORY. See payweek help move.
            undo 1 2|"2" is more than the command takes
            list --qq x|There is no option --qq
            lst|There is no command "lst"; did you mean list
            --db x.db week|--db stands after the command it is for, as in payweek week --db. See payweek help.
            week --paid weekly|--paid is for bank files; for the ledger there is payweek schedule.
            """)
    void a_slip_is_answered_in_plain_words(String words, String sentence) {
        var ended = Commands.in(folder, "2026-11-22").run(words.split(" "));
        assertEquals(2, ended.code(), ended.err());
        assertEquals(
                sentence,
                ended.err().substring(0, Math.min(sentence.length(), ended.err().length())));
    }

    @Test
    void a_category_that_is_not_there_is_no_empty_one_and_is_found_by_its_last_word() {
        Commands commands = Commands.in(folder, "2026-11-22");
        commands.printed("add", "3", "Tea", "--category", "Treats");
        assertEquals(1, commands.printed("list", "--category", "treats").lines().count());
        assertEquals(
                "There is no category \"Traets\"; did you mean Treats?\n",
                commands.refusal("list", "--category", "Traets"));
        commands.printed("limits", "set", "Treats", "5");
        assertEquals("Treats has no limit any more.\n", commands.printed("limits", "remove", "Treats"));
    }

    @Test
    void a_ledger_that_is_not_there_is_said_by_every_command_that_reads() {
        Commands commands = Commands.in(folder, "2026-11-22");
        for (String word : List.of("week", "list", "limits", "categories", "accounts", "changes")) {
            var ended = commands.run(word);
            assertEquals(0, ended.code(), word);
            assertEquals(1, ended.err().split("There is no ledger ", -1).length - 1, word + ": " + ended.err());
        }
        commands.printed("add", "3", "Tea");
        assertEquals("", commands.run("week").err());
    }

    /** Every option that takes a value, given one that it cannot take. */
    @Test
    void no_option_of_any_command_answers_with_names_of_java() {
        List<String> faults = new ArrayList<>();
        Commands commands = Commands.in(folder, "2026-11-22");
        for (List<String> line : EveryCommand.lines()) {
            for (OptionSpec option : EveryCommand.options(line)) {
                List<String> words = new ArrayList<>(line);
                words.addAll(List.of(option.longestName(), "@#"));
                var ended = commands.run(words.toArray(String[]::new));
                if (ended.err().matches("(?s).*(Exception|\\blong\\b|\\bint\\b|java\\.|null|case-insensitive).*")) {
                    faults.add(words + ": " + ended.err());
                }
            }
        }
        assertEquals(List.of(), faults);
        assertFalse(EveryCommand.options(List.of("list")).isEmpty());
        assertEquals(
                CommandLine.ExitCode.USAGE, commands.run("list", "--kind", "@#").code());
    }
}
