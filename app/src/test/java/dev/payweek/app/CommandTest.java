package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.app.Commands.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandTest {

    private static final String STATEMENT = """
            Date,Description,Amount
            2026-11-20,PAYROLL ACME,1500.00
            2026-11-20,CORNER COFFEE 12,-4.50
            2026-11-20,CORNER COFFEE 12,-4.50
            2026-11-21,GREEN GROCER,-38.20
            """;

    @TempDir
    private Path folder;

    private Ended run(String... words) {
        return commands().run(words);
    }

    private Ended runPlain(String... arguments) {
        return commands().runPlain(arguments);
    }

    private Commands commands() {
        return Commands.in(folder, "2026-11-29");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource({"jdbc:sqlite:", "''"})
    void the_ledger_is_named_by_its_file_or_its_url(String scheme) {
        String named = scheme + folder.resolve("my ledger.db");
        assertEquals(0, runPlain("add", "4.50", "coffee", "--db", named).code());
        assertTrue(runPlain("list", "--db", named).out().contains("coffee"));
        assertTrue(Files.exists(folder.resolve("my ledger.db")));
    }

    @ParameterizedTest
    @CsvSource({"postgresql://", "postgres://", "jdbc:postgresql://"})
    void a_server_is_named_as_its_own_tools_do(String scheme) {
        Ended refused = runPlain("list", "--db", scheme + "localhost:1/money?connectTimeout=1");
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("The database does not answer"), refused.err());
        assertFalse(Files.exists(Path.of("postgresql:")), "a file was made of it");
    }

    @Test
    void from_a_bank_file_to_the_answer() throws IOException {
        assertEquals(0, run("schedule", "every 2 weeks from 2026-11-20").code());
        assertEquals(
                0,
                run("rules", "add", "coffee", "title contains \"coffee\"", "Fun:Coffee")
                        .code());
        assertEquals(
                0,
                run("bills", "set", "Rent", "monthly on 1", "--amount", "900.00")
                        .code());
        assertEquals(
                0, run("limits", "set", "Fun", "10", "--from", "2026-11-20").code());

        Ended imported = run("import", file("bank.csv", STATEMENT).toString());
        assertEquals(0, imported.code(), imported.err());
        assertTrue(
                imported.out().contains("csv, account main: 4 new, 0 known, 0 to review, 0 rejected"), imported.out());
        assertTrue(imported.out().contains("sum 1452.80 USD, 2026-11-20 to 2026-11-21"), imported.out());

        Ended week = run("week", "--on", "2026-11-22");
        assertEquals("""
                Fine. 46.06 a day until Fri 4 Dec, payday in 12 days.

                Week 1 of 2, Fri 20 Nov to Thu 26 Nov 2026, 5 days left
                  252.80 USD left of 300.00
                  ###########......................................................... 15.73 %
                  Spent 47.20, 81.37 less than an even pace; at this rate 110.13 by the end

                Pay period, Fri 20 Nov to Thu 3 Dec 2026, 12 days left
                  552.80 USD left of 600.00
                  #####............................................................... 7.87 %
                  Spent 47.20, 81.37 less than an even pace; at this rate 220.27 by the end
                  Income 1500.00, committed 900.00

                Still due, 900.00
                  Rent                                   900.00  due 1 Dec

                Pay
                  main                                  1500.00  came 20 Nov

                  Fun                                          9.00 of     10.00
                  ######################..  near, 1.00 left
                    Coffee                                     9.00
                  Predictable Necessities                      0.00
                  Unpredictable Necessities                    0.00
                  Other                                       38.20

                1 not categorised yet; a rule would place them: payweek rules add NAME 'title
                contains "…"' CATEGORY
                """, week.out().replace('█', '#').replace('░', '.'));
    }

    @Test
    void the_answer_comes_from_a_bank_file_alone_and_nothing_is_kept() throws IOException {
        String bank = file("bank.csv", STATEMENT).toString();
        Ended week = runPlain("week", bank, "--paid", "every 2 weeks from 2026-11-20");
        assertEquals(0, week.code(), week.err());
        assertTrue(week.out().startsWith("Fine. 111.75 a day until Fri 4 Dec, payday in 13 days.\n"), week.out());
        assertTrue(week.out().contains("Week 1 of 2, Fri 20 Nov to Thu 26 Nov 2026, 6 days left"), week.out());
        assertTrue(week.out().contains("702.80 USD left of 750.00"), week.out());
        assertEquals("", run("list").out());
    }

    @Test
    void importing_the_same_file_again_changes_nothing() throws IOException {
        String bank = file("bank.csv", STATEMENT).toString();
        run("import", bank);
        String before = run("list").out();
        Ended again = run("import", bank);
        assertEquals(0, again.code());
        assertTrue(again.out().contains("0 new, 4 known"), again.out());
        assertEquals(before, run("list").out());
        assertEquals(3, before.lines().count());
    }

    @Test
    void a_dry_run_reports_and_writes_nothing() throws IOException {
        Ended told = run("import", "--dry-run", file("bank.csv", STATEMENT).toString());
        assertTrue(told.out().contains("would add 4 new"), told.out());
        assertFalse(Files.exists(folder.resolve("payweek.db")));
        assertEquals("", run("list").out());
    }

    @Test
    void a_file_that_leaves_a_question_open_asks_it_and_takes_the_answer() throws IOException {
        String bank = file("bank.csv", "Date,Description,Amount\n03/04/2026,COFFEE,-4.50\n05/04/2026,TEA,-3.00\n")
                .toString();
        Ended asked = run("import", bank);
        assertEquals(1, asked.code());
        assertTrue(asked.err().contains("--answer date_format="), asked.err());
        assertEquals("", run("list").out());

        assertEquals(0, run("import", bank, "--answer", "date_format=D/M/Y").code());
        assertTrue(run("list").out().contains("2026-04-03"), run("list").out());
    }

    @Test
    void an_answer_holds_for_the_accounts_next_file() throws IOException {
        String head = "Date,Description,Amount\n";
        String one = file("one.csv", head + "03/04/2026,COFFEE,-4.50\n05/04/2026,TEA,-3.00\n")
                .toString();
        String next = file("next.csv", head + "06/05/2026,COFFEE,-4.50\n07/05/2026,TEA,-3.00\n")
                .toString();
        assertEquals(
                0,
                run("import", one, "--account", "giro", "--answer", "date_format=D/M/Y")
                        .code());
        Ended ended = run("import", next, "--account", "giro");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(run("list").out().contains("2026-05-06"), run("list").out());
        assertEquals(
                0, run("import", next, "--account", "card", "--profile", "giro").code());
    }

    @Test
    void the_largest_upload_is_a_sensible_number() {
        Ended ended = runPlain("serve", "--demo", "--max-upload", "0");
        assertEquals(2, ended.code());
        assertTrue(ended.err().startsWith("The largest upload is 1 to 100000 megabytes, not 0."), ended.err());
    }

    @Test
    void a_rejected_row_is_named_by_its_line_and_ends_with_1() throws IOException {
        String bank =
                file("bank.csv", STATEMENT + "2026-11-99,NO SUCH DAY,-1.00\n").toString();
        Ended ended = run("import", bank);
        assertEquals(1, ended.code());
        assertTrue(ended.err().contains("bank.csv:6: "), ended.err());
        assertTrue(ended.out().contains("4 new, 0 known, 0 to review, 1 rejected"), ended.out());
    }

    @Test
    void json_is_what_the_api_answers() {
        run("add", "4.50", "Corner Coffee", "--on", "2026-11-21", "--category", "Fun");
        Ended week = run("week", "--on", "2026-11-22", "--json");
        assertTrue(
                week.out()
                        .startsWith(
                                "{\"as_of\":\"2026-11-22\",\"currency\":\"USD\",\"verdict\":{\"state\":\"unknown\""),
                week.out());
        assertTrue(week.out().contains("\"spent\":4.50"), week.out());
        assertTrue(run("list", "--json").out().contains("\"title\":\"Corner Coffee\",\"amount\":4.50"));
    }

    @Test
    void a_refund_is_a_negative_expense() {
        assertEquals(
                0, run("add", "-4.50", "Corner Coffee", "--on", "2026-11-21").code());
        assertTrue(run("list").out().contains("-4.50"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    add|2|Missing required parameters
                    add 4.50 Coffee --on someday|2|someday
                    week --onn 2026-11-22|2|There is no option --onn; did you mean --on?
                    no-such-command|2|no-such-command
                    add lots Coffee|1|"lots" is not a decimal amount
                    add 4.505 Coffee|1|USD has 2 decimals
                    add 4.50 Coffee --on 1066-10-14|1|1066-10-14
                    schedule now-and-then|1|A pay schedule reads like
                    rules add a 'x' Fun|1|A condition reads like
                    rules remove 17|1|There is no rule 17
                    rules add pay 'title="x"' paycheck|1|payweek sources set NAME --match
                    limits set Fun -5|1|A limit must be zero or more
                    import nowhere.csv|1|nowhere.csv cannot be read
                    serve --port 70000|2|A port is a number from 0 to 65535
                    serve --host 0.0.0.0|2|would let anybody in
                    """)
    void what_cannot_be_done_is_one_sentence_and_a_code(String words, int code, String sentence) {
        Ended ended = run(words.replace("'", "").split(" "));
        assertEquals(code, ended.code(), ended.err());
        assertTrue(ended.err().contains(sentence), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertEquals("", ended.out());
    }

    @Test
    void a_folder_that_is_not_there_is_one_sentence() {
        Ended ended = runPlain("list", "--db", "jdbc:sqlite:" + folder.resolve("no/such/folder/payweek.db"));
        assertEquals(1, ended.code());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertFalse(Files.exists(folder.resolve("no")));
    }

    @Test
    void options_can_be_environment_variables() throws Exception {
        var defaults = new EnvironmentDefaults(Map.of("PAYWEEK_ALLOW_ORIGIN", "http://localhost:5500"));
        CommandLine serve =
                Objects.requireNonNull(Payweek.commandLine().getSubcommands().get("serve"));
        assertEquals(
                "http://localhost:5500",
                defaults.defaultValue(serve.getCommandSpec().findOption("--allow-origin")));
    }

    @Test
    void options_can_be_lines_of_the_users_settings() throws Exception {
        Files.createDirectories(folder.resolve("payweek"));
        Files.writeString(folder.resolve("payweek/config"), "allow-origin = http://localhost:5500\n");
        var defaults = new EnvironmentDefaults(Map.of("XDG_CONFIG_HOME", folder.toString()));
        CommandLine serve =
                Objects.requireNonNull(Payweek.commandLine().getSubcommands().get("serve"));
        assertEquals(
                "http://localhost:5500",
                defaults.defaultValue(serve.getCommandSpec().findOption("--allow-origin")));
    }

    @Test
    void help_and_version_answer() {
        assertTrue(runPlain("--help").out().contains("serve"));
        assertTrue(runPlain("--version").out().startsWith("payweek 0."));
        assertEquals(runPlain("week").out(), runPlain().out());
    }

    @Test
    void only_the_command_that_is_named_is_made() {
        assertEquals(
                Set.of("import", "help"),
                Payweek.commandLine("import", "serve").getSubcommands().keySet());
        for (String[] others : List.of(new String[0], new String[] {"imports"}, new String[] {"help", "import"})) {
            assertEquals(
                    Payweek.commandLine().getSubcommands().keySet(),
                    Payweek.commandLine(others).getSubcommands().keySet());
        }
        assertTrue(runPlain("help", "import").out().contains("--dry-run"));
        assertTrue(runPlain("imports").err().contains("imports"));
    }

    @Test
    void categories_are_arranged_and_changes_undone() {
        run("add", "30", "Soup", "--category", "Food", "--on", "2026-11-20");
        assertEquals(0, run("categories", "move", "Other:Food", "Fun:Food").code());
        assertTrue(run("categories").out().contains("Fun\n  Food\n"));
        assertEquals(
                0, run("categories", "set", "Home", "--fixed", "--archived").code());
        assertTrue(run("categories").out().contains("Home, not discretionary, archived\n"));
        assertEquals(0, run("categories", "remove", "Home").code());
        assertEquals(0, run("categories", "merge", "Fun:Food", "Fun").code());
        assertFalse(run("categories").out().contains("Food"));
        assertTrue(run("categories", "--json").out().startsWith("[{\"category\":\"Fun\""));
        List<String> changes = run("changes").out().lines().toList();
        assertTrue(changes.get(changes.size() - 1).endsWith("local  merge category Fun:Food into Fun"));
        String version = changes.get(changes.size() - 1).split(" ", 2)[0];
        assertEquals(0, run("undo", version).code());
        assertTrue(run("categories").out().contains("Fun\n  Food\n"));
        assertEquals(1, run("changes", "--since", version).out().lines().count());
        assertEquals(1, run("undo", "99").code());
    }

    @Test
    void news_is_listed() {
        run("schedule", "weekly from 2026-11-27");
        run("limits", "set", "Fun", "10");
        run("add", "9.50", "Concert", "--category", "Fun");
        String news = run("events").out();
        assertTrue(news.contains("a pay period begins, "), news);
        assertTrue(news.contains("Fun is near its limit: 9.50 USD of 10.00 USD, "), news);
        run("add", "-9", "Refund", "--category", "Fun");
        List<String> after = run("events").out().lines().toList();
        assertTrue(after.get(2).contains("no longer: Fun is near its limit"), after.toString());
        assertEquals("[]\n", run("events", "--after", "99999", "--json").out());
    }

    @Test
    void rules_are_tried_applied_explained_and_judged() throws IOException {
        run("import", file("bank.csv", STATEMENT).toString());
        String[] rule = {"coffee", "all(title matches \"^corner\", amount at_least 4)", "Fun:Coffee", "--tag", "hot"};
        String told = run(words("dry-run", rule)).out();
        assertTrue(told.startsWith("2 of 3 expenses move.\n"), told);
        assertTrue(told.contains("9.00 USD  Fun:Coffee                     2 in, 0 out"), told);
        assertEquals("", run("rules").out());
        assertEquals(told, run(words("apply", rule)).out());
        String id = run("rules").out().strip().split(" ", 2)[0];
        String explained = run("rules", "explain", "3").out();
        assertTrue(
                explained.startsWith("Expense 3 is in Fun:Coffee: rule " + id + " decided, in version 1."), explained);
        assertTrue(explained.contains("yes  amount at_least 4   it has: 4.50"), explained);
        assertEquals(
                0,
                run("rules", "add", "late", "title starts_with \"corner\"", "split 50% \"Fun\", 50% \"Other\"")
                        .code());
        assertEquals(
                "The rule \"late\" has decided nothing so far: earlier rules such as \"coffee\" match first.\n",
                run("rules", "lint").out());
        assertTrue(run("rules", "apply", "--remove", id).out().startsWith("2 of 3 expenses move."));
        assertEquals(2, run("rules", "dry-run", "name", "title is \"x\"").code());
        assertEquals(2, run("rules", "apply", "--replace", "1").code());
        assertEquals(1, run("rules", "apply", "--remove", "99").code());
    }

    private static String[] words(String command, String... rest) {
        return Stream.concat(Stream.of("rules", command), Stream.of(rest)).toArray(String[]::new);
    }

    @Test
    void a_ledger_is_copied_to_another_place() throws IOException {
        run("limits", "set", "Fun", "10", "--rollover", "both");
        run("rules", "add", "coffee", "title contains \"coffee\"", "Fun:Coffee");
        run("import", file("bank.csv", STATEMENT).toString());
        run("events");
        Path copy = folder.resolve("copy.json");
        assertEquals(
                "", run("export", "--format", "json", "-o", copy.toString()).out());
        String other = "jdbc:sqlite:" + folder.resolve("other.db");
        Ended taken = runPlain("import", copy.toString(), "--db", other);
        assertEquals(0, taken.code(), taken.err());
        assertTrue(taken.out().contains("4 new"), taken.out());
        assertEquals(
                Files.readString(copy),
                runPlain("export", "--format", "json", "--db", other).out());
        assertEquals(1, runPlain("import", copy.toString(), "--db", other).code());
        assertEquals(0, runPlain("check", "--db", other).code());
        Ended unknown = run("export", "--format", "xls");
        assertEquals("The format must be one of beancount, csv, hledger, json.\n", unknown.err());
    }
}
