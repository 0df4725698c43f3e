package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.app.Commands.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with an entry can be mended at the terminal, and what was done is said. */
class EntryCommandsTest {

    @TempDir
    private Path folder = Path.of("");

    private Commands commands = new Commands(folder, Caller.ofProcess().clock());
    private String id = "";

    @BeforeEach
    void record_a_coffee() {
        commands = Commands.in(folder, "2026-11-22");
        id = commands.printed("add", "4.50", "Corner Coffee", "--category", "Fun:Coffee")
                .split(" ", 2)[0];
    }

    private String printed(String... words) {
        return commands.printed(words).replaceFirst("^" + id + "  ", "# ");
    }

    @Test
    void an_edit_changes_what_is_given_and_leaves_the_rest() {
        assertEquals("# 2026-11-22  4.80 USD  Corner Coffee in Fun:Coffee\n", printed("edit", id, "--amount", "4,80"));
        assertEquals(
                "# 2026-11-21  4.80 USD  Tea in Fun:Coffee\n",
                printed("edit", id, "--on", "yesterday", "--title", "Tea"));
        commands.printed("edit", id, "--note", "with Ada", "--tag", "work", "--account", "Cash");
        String entry = commands.printed("list", "--json");
        assertTrue(entry.contains("\"note\":\"with Ada\""), entry);
        assertTrue(entry.contains("\"tags\":[\"work\"]"), entry);
        commands.printed("edit", id, "--note", "", "--tag", "", "--account", "");
        String bare = commands.printed("list", "--json");
        assertTrue(bare.contains("\"tags\":[]"), bare);
        assertTrue(!bare.contains("with Ada") && !bare.contains("Cash"), bare);
    }

    @Test
    void a_category_that_comes_to_be_is_said_whichever_command_makes_it() {
        assertTrue(commands.printed("add", "3", "Tea", "--category", "Fun:Cofee")
                .endsWith("\nFun:Cofee is a new category.\n"));
        assertEquals(
                1,
                commands.printed("add", "3", "Tea", "--category", "Fun:Cofee")
                        .lines()
                        .count());
        assertTrue(printed("edit", id, "--category", "Fnu").endsWith("\nOther:Fnu is a new category.\n"));
        assertTrue(printed("move", id, "Fun:Tea").endsWith("\nFun:Tea is a new category.\n"));
        assertTrue(printed("split", id, "Fun:Tee=1", "Fun:Coffee").endsWith("\nFun:Tee is a new category.\n"));
        for (String words : List.of(
                "set-asides set Car 5 --category Fun:Car",
                "limits set Fun:Car 5",
                "bills set Fun:Car 'monthly on 5' --amount 5 --category Fun:Car",
                "rules add car 'title contains \"car\"' Fun:Car")) {
            String[] line = Commands.words(words.replace("Fun:Car", "Fun:" + words.substring(0, 4)))
                    .toArray(String[]::new);
            assertTrue(printed(line).endsWith("\nFun:" + words.substring(0, 4) + " is a new category.\n"), words);
        }
    }

    @Test
    void what_an_edit_cannot_do_is_said() {
        assertEquals(2, commands.run("edit", id).code());
        assertTrue(commands.refusal("edit", "4711", "--title", "Tea").contains("4711"));
        assertTrue(commands.refusal("edit", id, "--amount", "1,000").contains("write 1000 or 1.00"));
    }

    @Test
    void a_deleted_entry_is_named_and_comes_back() {
        String gone = commands.printed("delete", id);
        assertTrue(gone.startsWith("deleted  " + id + "  2026-11-22  4.50 USD  Corner Coffee"), gone);
        assertEquals("Nothing to show.\n", commands.run("list").err());
        assertTrue(commands.printed("undo").contains("undo "));
        assertTrue(commands.printed("list").contains("Corner Coffee"));
        commands.printed("undo");
        assertEquals("Nothing to show.\n", commands.run("list").err());
    }

    @Test
    void before_anything_was_changed_there_is_nothing_to_undo(@TempDir Path fresh) {
        assertTrue(Commands.in(fresh, "2026-11-22").refusal("undo").contains("Nothing has been changed yet."));
    }

    @Test
    void an_entry_is_moved_and_split_and_made_whole() {
        assertTrue(printed("move", id, "Other").endsWith("Corner Coffee in Other\n"));
        String parts = printed("split", id, "Fun=1.50", "Other");
        assertEquals("# 2026-11-22  4.50 USD  Corner Coffee, split\n  1.50 USD  Fun\n  3.00 USD  Other\n", parts);
        assertTrue(printed("split", id, "Fun:Coffee").endsWith("Corner Coffee in Fun:Coffee\n"));
        assertEquals(2, commands.run("split", id, "Fun", "Other").code());
    }

    @Test
    void a_refund_gives_back_in_the_same_category() {
        assertTrue(commands.printed("refund", id, "2.00")
                .contains("-2.00 USD  Corner Coffee in Fun:Coffee, refund of " + id));
        assertTrue(commands.refusal("refund", "4711").contains("4711"));
        assertTrue(commands.refusal("refund", id, "2.51").contains("for which 2.00 USD has been given back already"));
    }

    @Test
    void a_transfer_is_neither_spent_nor_earned() {
        assertTrue(commands.printed("transfer", "200", "--from", "Giro", "--to", "Savings")
                .contains("200.00 USD  Transfer from Giro to Savings"));
        assertTrue(commands.refusal("transfer", "200", "--from", "Giro", "--to", "Giro")
                .contains("A transfer from an account to itself moves nothing."));
        for (String side : List.of("Giro", "Savings")) {
            assertTrue(commands.printed("list", "--kind", "transfer", "--account", side)
                    .contains("from Giro to Savings"));
            assertTrue(commands.printed("accounts").contains(side + ":"));
        }
        assertEquals(1, commands.printed("list").lines().count());
    }

    @Test
    void a_list_is_of_what_is_asked_for() {
        commands.printed("add", "12", "Book", "--category", "Fun", "--on", "-3d");
        assertEquals(1, commands.printed("list", "--q", "coffee").lines().count());
        assertEquals(2, commands.printed("list", "--category", "Fun").lines().count());
        assertEquals(1, commands.printed("list", "--min", "10").lines().count());
        assertEquals(1, commands.printed("list", "--to", "20.11.2026").lines().count());
        assertTrue(commands.printed("list", "--sort", "-amount")
                .lines()
                .findFirst()
                .orElse("")
                .contains("Book"));
        assertTrue(commands.printed("list", "--sort", "amount")
                .lines()
                .findFirst()
                .orElse("")
                .contains("Coffee"));
        assertEquals(2, commands.run("list", "--sort", "size").code());
        assertEquals(2, commands.run("list", "--json", "--tag", "work").code() + 1, "under --json always 1");
    }

    @Test
    void under_json_an_error_is_a_problem_document_on_the_error_stream() {
        Ended missing = commands.run("edit", "4711", "--title", "Tea", "--json");
        assertEquals(1, missing.code());
        for (String[] words : new String[][] {
            {"list", "--json", "--sort", "size"},
            {"week", "--json", "--on", "someday"},
            {"list", "--json", "--nothing"},
            {"limits", "--json", "--db", "jdbc:nothing:x"}
        }) {
            Ended ended = commands.runPlain(words);
            assertEquals(1, ended.code(), String.join(" ", words));
            assertEquals("", ended.out());
            assertTrue(ended.err().matches("(?s)\\{\"type\":\"/problems/.*\"detail\":\".*"), ended.err());
        }
    }

    @Test
    void limits_and_rules_are_removed_and_arranged() {
        commands.printed("limits", "set", "Fun", "$120.00");
        commands.printed("limits", "remove", "Fun");
        assertEquals("Nothing to show.\n", commands.run("limits").err());
        String rule = commands.printed("rules", "add", "coffee", "title contains \"coffee\"", "Fun:Coffee")
                .strip()
                .split(" ", 2)[0];
        assertTrue(commands.printed("rules", "off", rule).contains("(off)"));
        assertTrue(commands.printed("rules", "order", rule, "7").contains("   7  coffee"));
        assertTrue(!commands.printed("rules", "on", rule).contains("(off)"));
    }

    /** A slip in a name makes no account unseen, and small letters no second one; what is asked of none is refused. */
    @Test
    void an_account_is_the_one_that_is_meant_or_said_to_be_new() {
        assertTrue(commands.printed("add", "3", "Tea", "--account", "Giro").endsWith("\nGiro is a new account.\n"));
        assertEquals(
                1,
                commands.printed("add", "3", "Tee", "--account", "giro").lines().count());
        assertEquals(1, printed("edit", id, "--account", "GIRO").lines().count());
        assertTrue(commands.printed("transfer", "5", "--from", "giro", "--to", "Savings")
                .endsWith("from Giro to Savings\nSavings is a new account.\n"));
        assertEquals(3, commands.printed("list", "--account", "giro").lines().count());
        assertTrue(commands.printed("list", "--account", "giro", "--json").contains("\"account\":\"Giro\""));
        for (String form : List.of("--json", "--sort=date")) {
            assertTrue(commands.refusal("list", form, "--account", "Savngs").contains("There is no account"));
        }
        assertTrue(commands.refusal("list", "--account", "Savngs").contains("did you mean Savings?"));
        assertEquals(2, commands.printed("accounts").lines().count());
        assertEquals(
                1,
                commands.printed("income", "5", "Gift", "--account", "giro")
                        .lines()
                        .count());
        assertTrue(
                commands.printed("income", "5", "Gift", "--account", "Purse").endsWith("\nPurse is a new account.\n"));
    }

    @Test
    void where_a_transfer_went_is_said_by_two_options_and_changed_by_two() {
        String moved = commands.printed("transfer", "5", "--from", "Giro", "--to", "Savings")
                .split(" ", 2)[0];
        assertTrue(commands.printed("edit", moved, "--to", "Pot").contains("from Giro to Pot\nPot is a new account."));
        for (String amount : List.of("0", "-5")) {
            assertTrue(commands.run("transfer", amount, "--from", "Giro", "--to", "Pot")
                    .err()
                    .contains("change places"));
        }
        assertTrue(commands.run("edit", id, "--to", "Pot").err().contains(id + " is no transfer"));
        assertTrue(commands.run("edit", moved, "--category", "Fun").err().contains(moved + " is no expense"));
    }

    /** Where only the number goes further, another currency would be lost on the way. */
    @Test
    void an_amount_in_another_currency_becomes_nowhere_one_of_the_ledgers() {
        for (List<String> words : List.of(
                List.of("add", "5 EUR", "Tea"),
                List.of("income", "5 EUR", "Gift"),
                List.of("transfer", "5 EUR", "--to", "Pot"),
                List.of("edit", id, "--amount", "5 EUR"),
                List.of("split", id, "Fun=2 EUR", "Other"),
                List.of("refund", id, "2 EUR"),
                List.of("list", "--min", "2 EUR"),
                List.of("list", "--max", "2 EUR", "--json"),
                List.of("week", "--suppose", "5 EUR Tea"),
                List.of("week", "--suppose", "5 EUR Tea", "--json"),
                List.of("limits", "set", "Fun", "5 EUR"),
                List.of("set-asides", "set", "Car", "5 EUR"))) {
            assertTrue(
                    commands.refusal(words.toArray(String[]::new)).contains("The ledger is in USD"), words.toString());
        }
        assertTrue(
                commands.printed("week", "--suppose", "12,50 Cinema", "--json").contains("12.50"));
        assertEquals(
                1, commands.printed("list", "--min", "4,50", "--json").lines().count());
    }

    /** The next undo would otherwise take back nothing, and look as if it had taken back something. */
    @Test
    void what_changes_nothing_is_not_what_is_undone() {
        commands.printed("move", id, "Fun:Tea");
        for (List<String> same : List.of(
                List.of("move", id, "Fun:Tea"),
                List.of("edit", id, "--category", "Fun:Tea"),
                List.of("edit", id, "--amount", "4.50", "--title", "Corner Coffee"))) {
            commands.printed(same.toArray(String[]::new));
        }
        commands.printed("undo");
        assertTrue(commands.printed("list").contains("Fun:Coffee"));
    }

    @Test
    void a_split_expense_is_listed_in_all_its_categories_and_said_to_be_whole_again() {
        commands.printed("split", id, "Fun=1.50", "Other");
        assertTrue(commands.printed("list").contains("split: Fun, Other"));
        assertEquals(
                "# 2026-11-22  4.50 USD  Corner Coffee in Fun\n" + id
                        + " is whole again: it was 1.50 USD Fun, 3.00 USD Other.\n",
                printed("move", id, "Fun"));
    }

    @Test
    void what_is_given_back_for_a_split_expense_comes_to_all_its_categories() {
        commands.printed("split", id, "Fun=1.50", "Other");
        commands.printed("refund", id, "3.00");
        String some = commands.printed("list", "--json", "--max", "0");
        assertTrue(
                some.contains("\"splits\":[{\"category\":\"Fun\",\"amount\":-1.00},"
                        + "{\"category\":\"Other\",\"amount\":-2.00}]"),
                some);
        commands.printed("undo");
        commands.printed("refund", id);
        String all = commands.printed("list", "--json", "--max", "0");
        assertTrue(all.contains("\"amount\":-1.50}") && all.contains("\"amount\":-3.00}"), all);
        commands.printed("undo");
        assertTrue(commands.printed("refund", id, "0.01").contains("in Other, refund of"));
        assertTrue(commands.printed("week").contains("Other"));
    }
}
