package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pay sources, bills, set-asides, income and settings on the command line. */
class PlanCommandsTest {

    private static final String STATEMENT = """
            Date,Description,Amount (USD)
            2026-11-06,PAYROLL ACME,1500.00
            2026-11-10,TRAVEL MONEY ACME,90.00
            2026-11-20,PAYROLL ACME,1500.00
            2026-11-21,GREEN GROCER,-38.20
            """;

    @TempDir
    private Path folder;

    private Commands on;

    @BeforeEach
    void at_noon() {
        on = Commands.in(folder, "2026-11-22");
    }

    private String printed(String... words) {
        return on.printed(words);
    }

    private void importStatement() throws IOException {
        printed(
                "import",
                Files.writeString(folder.resolve("bank.csv"), STATEMENT).toString());
    }

    @Test
    void what_a_file_brings_is_recognised_as_pay() throws IOException {
        printed("schedule", "every 2 weeks from 2026-11-20; expecting 1500.00 USD");
        importStatement();
        assertEquals(
                """
                     4  2026-11-20       1500.00  PAYROLL ACME  pay of main for 2026-11-20
                     3  2026-11-10         90.00  TRAVEL MONEY ACME
                     2  2026-11-06       1500.00  PAYROLL ACME  pay of main for 2026-11-06
                """.lines().map(String::strip).toList(),
                printed("income").lines().map(String::strip).toList());
        assertTrue(printed("week").contains("Income 1500.00, committed 0.00"), printed("week"));
        assertEquals(
                1,
                printed("income", "--from", "2026-11-10", "--to", "2026-11-10")
                        .lines()
                        .count());
        assertTrue(printed("income", "--json").contains("\"payday\":\"2026-11-20\""), printed("income", "--json"));
    }

    @Test
    void a_source_is_added_with_what_it_recognises_and_changed_from_a_day_on() throws IOException {
        importStatement();
        String[] acme = {"sources", "set", "Acme", "every 2 weeks from 2026-11-20", "--match", "title contains \"roll\""
        };
        String added = """
                Acme, primary
                  every 2 weeks from 2026-11-20
                  if title contains "roll"
                2 incomes are its pay, 2 changed.
                       2  2026-11-06       1500.00  PAYROLL ACME  pay of Acme for 2026-11-06
                       4  2026-11-20       1500.00  PAYROLL ACME  pay of Acme for 2026-11-20
                """;
        String[] dry = {
            "sources", "set", "Acme", "every 2 weeks from 2026-11-20", "--match", "title contains \"roll\"", "--dry-run"
        };
        assertEquals(added, printed(dry));
        assertEquals("Nothing to show.\n", on.run("sources").err());
        assertEquals(added, printed(acme));
        assertEquals("""
                Acme, primary
                  every 2 weeks from 2026-11-20
                  every 2 weeks from 2026-11-20; expecting 1600.00 USD, from 2026-12-18
                  if title contains "roll"
                2 incomes are its pay, 0 changed.
                """, printed("sources", "set", "Acme", "--expecting", "1600", "--from", "2026-12-18"));
        assertEquals(
                """
                Odd jobs, until 2027-01-31
                  monthly on 10; tolerance 2
                  if title contains "travel"
                  spread over the days
                1 income is its pay, 1 changed.
                       3  2026-11-10         90.00  TRAVEL MONEY ACME  pay of Odd jobs for 2026-11-10
                """,
                printed(
                        "sources",
                        "set",
                        "Odd jobs",
                        "monthly on 10; tolerance 2",
                        "--until",
                        "2027-01-31",
                        "--spread",
                        "--match",
                        "title contains \"travel\""));
        assertTrue(printed("sources").startsWith("Acme, primary\n"), printed("sources"));
        assertTrue(printed("sources", "--json").contains("\"Odd jobs\""), printed("sources", "--json"));
        printed("sources", "remove", "Odd jobs");
        assertEquals("There is no pay source \"Odd jobs\".\n", on.refusal("sources", "remove", "Odd jobs"));
        assertEquals(
                "When does Side pay? Say it such as: payweek sources set Side \"every 2 weeks from 2026-11-20\".\n",
                on.refusal("sources", "set", "Side"));
    }

    @Test
    void another_source_becomes_primary_from_a_day_on_and_none_if_one_says_so() {
        printed("sources", "set", "Acme", "weekly from 2026-11-20");
        String beta = printed("sources", "set", "Beta", "monthly on 1", "--primary-from", "2027-01-01");
        assertTrue(beta.startsWith("Beta, primary, from 2027-01-01\n"), beta);
        assertTrue(printed("schedule").startsWith("Paid weekly from 2026-11-20\n"), printed("schedule"));
        assertTrue(printed("sources", "set", "Beta", "--no-primary").startsWith("Beta\n"));
        assertTrue(printed("sources", "set", "Beta", "--primary").startsWith("Beta, primary\n"));
        String odd = printed("sources", "set", "Odd", "as recorded", "--horizon", "2027-02-01", "--no-spread");
        assertEquals("""
                Odd
                  as recorded
                  not spread
                  planned up to 2027-02-01
                0 incomes are its pay, 0 changed.
                """, odd);
    }

    @Test
    void a_person_decides_which_income_is_pay() throws IOException {
        printed("schedule", "every 2 weeks from 2026-11-20");
        importStatement();
        String id = printed("income").strip().split(" ", 2)[0];
        assertTrue(printed("income", id, "--no-pay").endsWith("PAYROLL ACME\n"));
        assertTrue(printed("income", id, "--pay", "main", "2026-12-04")
                .endsWith("PAYROLL ACME  pay of main for 2026-12-04, by hand\n"));
        assertTrue(printed("income", id, "--by-rules").endsWith("PAYROLL ACME  pay of main for 2026-11-20\n"));
        assertTrue(printed("income", "20", "Bottles", "--on", "2026-12-04", "--no-pay")
                .endsWith("20.00  Bottles\n"));
        assertEquals("There is no pay source \"x\".\n", on.refusal("income", id, "--pay", "x", "2026-12-04"));
        assertEquals(
                "A payday is written as 2026-11-20, not friday.\n",
                on.refusal("income", id, "--pay", "main", "friday"));
        assertEquals("There is no income 99.\n", on.refusal("income", "99", "--no-pay"));
        assertEquals(2, on.run("income", id).code());
        assertEquals(2, on.run("income", "many", "--no-pay").code());
        assertEquals(2, on.run("income", id, "--no-pay", "--by-rules").code());
    }

    @Test
    void a_bill_that_is_late_as_soon_as_it_is_set_says_so_and_what_to_do() {
        printed("add", "3.00", "Tea", "--on", "2026-11-02");
        assertEquals("""
                Council tax: 90.00 USD monthly on 20 in Other
                  late since 2026-11-20: 90.00 USD still due
                  if it was paid, add the expense, or: payweek bills skip "Council tax" 2026-11-20
                """, printed("bills", "set", "Council tax", "monthly on 20", "--amount", "90"));
        printed("bills", "skip", "Council tax", "2026-11-20");
        assertEquals(
                "Council tax: 95.00 USD monthly on 20 in Other\n",
                printed("bills", "set", "Council tax", "--amount", "95"));
        assertEquals(
                "Gym: 30.00 USD monthly on 20 in Other, from 2026-12-01\n",
                printed("bills", "set", "Gym", "monthly on 20", "--amount", "30", "--from", "2026-12-01"));
    }

    @Test
    void bills_are_set_decided_by_hand_and_removed() {
        printed("income", "2000", "Pay", "--on", "2026-11-01");
        assertEquals(
                "Rent: 900.00 USD monthly on 25 in Other:Home\nOther:Home is a new category.\n",
                printed("bills", "set", "Rent", "monthly on 25", "--amount", "900", "--category", "Home"));
        assertEquals(
                "Phone: what it came to lately every 3 months from 2026-11-12 in Other,"
                        + " if title contains \"telecom\", from 2026-11-12, until 2027-11-12\n"
                        + "  late since 2026-11-12\n"
                        + "  if it was paid, add the expense, or: payweek bills skip Phone 2026-11-12\n",
                printed(
                        "bills",
                        "set",
                        "Phone",
                        "every 3 months from 2026-11-12",
                        "--match",
                        "title contains \"telecom\"",
                        "--from",
                        "2026-11-12",
                        "--until",
                        "2027-11-12"));
        assertTrue(printed("week").contains("Still due, 900.00\n"), printed("week"));
        assertTrue(printed("week").contains("900.00  due 25 Nov\n"), printed("week"));
        printed("bills", "skip", "Rent", "2026-11-25");
        assertTrue(printed("week").contains("Income 2000.00, committed 0.00\n"), printed("week"));
        String expense = printed("add", "950", "Landlord", "--on", "2026-11-22").split(" ", 2)[0];
        printed("bills", "paid", "Rent", "2026-11-25", expense);
        assertTrue(printed("week").contains("Income 2000.00, committed 950.00\n"), printed("week"));
        printed("bills", "by-rules", "Rent", "2026-11-25");
        assertTrue(printed("week").contains("Income 2000.00, committed 900.00\n"), printed("week"));
        assertEquals(
                "Rent: 910.00 USD monthly on 25 in Other:Home\n", printed("bills", "set", "Rent", "--amount", "910"));
        assertEquals(
                "Rent: 910.00 USD monthly on 24 in Other:Home\n", printed("bills", "set", "Rent", "monthly on 24"));
        assertEquals(2, printed("bills").lines().count());
        assertTrue(printed("bills", "--json").contains("\"Phone\""), printed("bills", "--json"));
        printed("bills", "remove", "Phone");
        assertEquals("There is no bill \"Phone\".\n", on.refusal("bills", "remove", "Phone"));
        assertEquals(
                "When is Gas due? Say it such as: payweek bills set Gas \"monthly on 1\".\n",
                on.refusal("bills", "set", "Gas"));
    }

    @Test
    void money_is_put_aside_from_a_day_on_and_stopped() {
        assertEquals("Savings: 200.00 USD per pay period\n", printed("set-asides", "set", "Savings", "200"));
        assertEquals("""
                Savings: 200.00 USD per pay period
                Savings: 250.00 USD per pay period, from 2026-12-01
                """, printed("set-asides", "set", "Savings", "250", "--from", "2026-12-01"));
        assertEquals(
                "Car: 600.00 USD per year for Other:Car, until 2026-12-31\nOther:Car is a new category.\n",
                printed(
                        "set-asides",
                        "set",
                        "Car",
                        "600",
                        "--per",
                        "year",
                        "--category",
                        "Car",
                        "--until",
                        "2026-12-31"));
        assertEquals(
                "Car: 600.00 USD per year for Other:Car, until 2026-11-29\n",
                printed("set-asides", "stop", "Car", "--from", "2026-11-30"));
        assertEquals(3, printed("set-asides").lines().count());
        assertTrue(printed("set-asides", "--json").contains("\"Savings\""), printed("set-asides", "--json"));
        printed("set-asides", "remove", "Savings");
        assertEquals("There is no set-aside \"Savings\".\n", on.refusal("set-asides", "remove", "Savings"));
        assertEquals("There is no set-aside \"Savings\".\n", on.refusal("set-asides", "stop", "Savings"));
    }

    @Test
    void settings_are_shown_and_set() {
        printed("settings", "currency", "eur");
        printed("settings", "name", "Ann and Ben");
        printed("settings", "zone", "Europe/Berlin");
        assertEquals("""
                name      Ann and Ben
                currency  EUR
                zone      Europe/Berlin
                carry     both up to 300.00 EUR, from 2026-11-20
                """, printed("settings", "carry", "both", "--cap", "300", "--from", "2026-11-20"));
        assertTrue(printed("settings", "carry", "surplus").endsWith("carry     surplus\n"));
        assertTrue(printed("settings", "--json").contains("\"zone\":\"Europe/Berlin\""), printed("settings", "--json"));
        printed("add", "4.50", "Coffee");
        assertEquals(
                "The currency cannot change while the ledger holds amounts; undo first what brought them.\n",
                on.refusal("settings", "currency", "USD"));
        assertEquals(
                "There is no time zone \"Mars\"; they are named as Europe/Berlin is.\n",
                on.refusal("settings", "zone", "Mars"));
        assertEquals(2, on.run("settings", "carry", "everything").code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1680 | USD", "1680,00 | USD", "$1,680.00 | USD", "1.680,00 EUR | EUR", "\u20ac1680 | EUR"})
    void what_is_expected_is_typed_as_any_other_amount(String amount, String currency) {
        printed("schedule", "every 2 weeks from 2026-11-20, preceding, expecting " + amount + ", tolerance 2");
        assertTrue(printed("schedule").contains("expecting 1680.00 " + currency), printed("schedule"));
        printed("sources", "set", "Side", "monthly on 3; Expecting " + amount);
        assertTrue(printed("sources").contains("monthly on 3; expecting 1680.00 " + currency), printed("sources"));
    }

    @Test
    void the_first_amount_that_is_planned_sets_a_fresh_ledgers_currency() {
        printed("schedule", "monthly on 25; preceding; expecting 2400.00 EUR");
        assertTrue(printed("settings").contains("currency  EUR\n"));
        assertTrue(printed("week").contains("Income 2400.00, committed 0.00\n"), printed("week"));
        assertEquals(
                "The ledger is in EUR and holds amounts; USD does not fit.\n",
                on.refusal("schedule", "monthly on 25; expecting 2400.00 USD"));
        assertEquals(
                "The ledger is in EUR and holds amounts; USD does not fit.\n",
                on.refusal("bills", "set", "Rent", "monthly on 1", "--amount", "900.00 USD"));
    }

    @Test
    void a_raise_leaves_the_paydays_before_it_as_they_were() {
        printed("schedule", "every 2 weeks from 2026-11-20");
        assertEquals(
                """
                Paid every 2 weeks from 2026-11-20
                Paid monthly on 25, from 2027-01-01
                  2026-12-04
                  2026-12-18
                  2027-01-25
                """,
                printed("schedule", "monthly on 25", "--from", "2027-01-01")
                        .lines()
                        .filter(line -> !line.startsWith("  2027-02"))
                        .map(line -> line + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void a_plan_that_cannot_be_is_refused_in_plain_sentences() throws IOException {
        importStatement();
        String payroll = "title contains \"payroll\"";
        printed("sources", "set", "Acme", "monthly on 20", "--match", payroll, "--from", "2026-05-01");
        assertEquals(
                "Pay of Acme is known from 2026-05-01 on; correct it without --from.\n",
                on.refusal("sources", "set", "Acme", "monthly on 5", "--from", "2026-03-01"));
        assertEquals(
                "The match of \"Acme\" takes the same income: 2 of 2026-11-06, 4 of 2026-11-20.\n",
                on.refusal("sources", "set", "Side", "monthly on 5", "--match", "title contains \"acme\""));
        printed("sources", "set", "Side", "monthly on 5", "--match", "title contains \"side\"");
        String primary = "\"Acme\" is the primary source, whose paydays cut time; make another one primary first.\n";
        assertEquals(primary, on.refusal("sources", "remove", "Acme"));
        assertEquals(primary, on.refusal("sources", "set", "Acme", "--no-primary"));
        printed("bills", "set", "Rent", "monthly on 20", "--category", "Home");
        assertEquals("\"Rent\" is not due on 2026-11-07.\n", on.refusal("bills", "skip", "Rent", "2026-11-07"));
    }
}
