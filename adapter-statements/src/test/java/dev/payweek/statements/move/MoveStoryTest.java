package dev.payweek.statements.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.MoveReport;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statements.Fixtures;
import dev.payweek.store.EntryQuery;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One household's first quarter as each program hands it out: whatever the program, the same money is where it was. */
class MoveStoryTest {

    /** What each account holds at the end of each month, as hledger says of the same story. */
    private static final String BALANCES =
            "Checking 2026-01 2500.00, Checking 2026-02 2340.15, Checking 2026-03 1440.15, "
                    + "Savings 2026-01 3200.00, Savings 2026-02 3200.00, Savings 2026-03 3200.00, "
                    + "Visa 2026-01 -159.25, Visa 2026-02 -51.90, Visa 2026-03 -51.90";

    private static StatementFile file(String name) {
        return StatementFile.of(name, Fixtures.bytes("move/" + name));
    }

    private static MoveReport move(Budget budget, StatementFile file, ReadOptions options) {
        return budget.write("Ann", edit -> edit.moveIn(file, options));
    }

    private static List<Entry> entries(Budget budget) {
        List<Entry> all = new ArrayList<>();
        budget.use(view -> {
            for (EntryKind kind : EntryKind.values()) {
                view.forEachEntry(EntryQuery.all(kind).during(DateSpan.ALWAYS), all::add);
            }
        });
        return all;
    }

    /** Adds up what the entries did to accounts, in a way of its own. */
    private static String balances(List<Entry> entries) {
        Map<String, Map<YearMonth, BigDecimal>> moved = new TreeMap<>();
        for (Entry entry : entries) {
            BigDecimal amount = entry.amount().decimal();
            boolean in = entry.kind() == EntryKind.INCOME;
            entry.details()
                    .account()
                    .ifPresent(account -> moved.computeIfAbsent(leaf(account), a -> new TreeMap<>())
                            .merge(YearMonth.from(entry.date()), in ? amount : amount.negate(), BigDecimal::add));
            if (entry instanceof Transfer transfer) {
                transfer.toAccount()
                        .ifPresent(account -> moved.computeIfAbsent(leaf(account), a -> new TreeMap<>())
                                .merge(YearMonth.from(entry.date()), amount, BigDecimal::add));
            }
        }
        List<String> shown = new ArrayList<>();
        moved.forEach((account, months) -> {
            BigDecimal sum = BigDecimal.ZERO;
            for (int month = 1; month <= 3; month++) {
                YearMonth at = YearMonth.of(2026, month);
                sum = sum.add(months.getOrDefault(at, BigDecimal.ZERO));
                shown.add(account + " " + at + " " + sum.setScale(2));
            }
        });
        return String.join(", ", shown);
    }

    private static String leaf(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static String categories(List<Entry> entries) {
        Map<String, Money> sums = new TreeMap<>();
        entries.stream()
                .filter(Expense.class::isInstance)
                .flatMap(entry -> ((Expense) entry).portions().stream())
                .forEach((Split split) -> sums.merge(split.category().name(), split.amount(), Money::plus));
        List<String> shown = new ArrayList<>();
        sums.forEach((name, sum) -> shown.add(name + " " + sum.decimal()));
        return String.join(", ", shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ynab.csv | ynab | 1 | Food:Groceries 40.00, Fun:Coffee 9.00, Home:Rent 900.00, Household:Soap 12.50",
                "ynab4.csv | ynab | 1 | Food:Groceries 40.00, Fun:Coffee 9.00, Home:Rent 900.00, Household:Soap 12.50",
                "mint.csv | mint | 0 | Coffee Shops 9.00, Groceries 40.00, Household 12.50, Mortgage & Rent 900.00",
                "firefly.csv | firefly | 1 | Coffee 9.00, Groceries 40.00, Household 12.50, Rent 900.00",
                "gnucash.csv | journal | 1 | Fun:Coffee 9.00, Groceries 40.00, Household:Soap 12.50, Rent 900.00",
                "gnucash.xml | gnucash | 1 | Fun:Coffee 9.00, Groceries 40.00, Household:Soap 12.50, Rent 900.00",
                "gnucash.gnucash | gnucash | 1 | Fun:Coffee 9.00, Groceries 40.00, Household:Soap 12.50, Rent 900.00",
                "hledger.csv | journal | 1 | Fun:Coffee 9.00, Groceries 40.00, Household:Soap 12.50, Rent 900.00",
                "hledger.json | hledger | 1 | Fun:Coffee 9.00, Groceries 40.00, Household:Soap 12.50, Rent 900.00",
                "beancount.csv | journal | 1 | Fun:Coffee 9.00, Groceries 40.00, Household:Soap 12.50, Rent 900.00",
                "position.csv | journal | 1 | Fun:Coffee 9.00, Groceries 40.00, Household:Soap 12.50, Rent 900.00"
            })
    void every_account_and_category_holds_what_it_held_there(
            String name, String format, int splits, String categories) {
        try (Budget budget = Budget.inMemory()) {
            MoveReport report = move(budget, file(name), ReadOptions.NONE);
            assertEquals(List.of(), report.questions());
            assertEquals(List.of(), report.left());
            assertEquals(format, report.format());
            List<Entry> entries = entries(budget);
            assertEquals(BALANCES, balances(entries));
            assertEquals(categories, categories(entries));
            assertEquals(
                    splits,
                    entries.stream()
                            .filter(entry -> entry instanceof Expense expense
                                    && !expense.splits().isEmpty())
                            .count());
            assertEquals(
                    2,
                    entries.stream()
                            .filter(entry -> entry instanceof Transfer transfer
                                    && transfer.toAccount().isPresent())
                            .count());
            assertEquals(1, report.entries().get(EntryKind.INCOME));
            assertEquals(
                    "1440.15 USD, 3200.00 USD, -51.90 USD",
                    report.balances().values().stream()
                            .map(Money::toString)
                            .reduce((a, b) -> a + ", " + b)
                            .orElse(""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ynab.csv", "gnucash.gnucash", "hledger.json"})
    void a_move_is_one_change_that_can_be_undone_and_made_again(String name) {
        try (Budget budget = Budget.inMemory()) {
            move(budget, file(name), ReadOptions.NONE);
            long version = budget.read(view -> view.version());
            assertEquals(1, version);
            budget.change("Ann", edit -> edit.undo(version));
            assertEquals(List.of(), entries(budget));
            move(budget, file(name), ReadOptions.NONE);
            assertEquals(BALANCES, balances(entries(budget)));
        }
    }

    @Test
    void a_dry_run_reports_the_same_and_writes_nothing() {
        try (Budget budget = Budget.inMemory()) {
            MoveReport dry = budget.whatIf(edit -> edit.moveIn(file("ynab.csv"), ReadOptions.NONE));
            assertEquals(List.of(), entries(budget));
            MoveReport real = move(budget, file("ynab.csv"), ReadOptions.NONE);
            assertEquals(real.balances(), dry.balances());
            assertEquals(real.entries(), dry.entries());
        }
    }

    @Test
    void a_ledger_with_entries_is_left_alone() {
        try (Budget budget = Budget.inMemory()) {
            move(budget, file("mint.csv"), ReadOptions.NONE);
            assertEquals(
                    "The ledger has entries or plans already; another program's file is only moved into one without.",
                    refusal(budget, file("ynab.csv")));
            assertEquals(BALANCES, balances(entries(budget)));
        }
    }

    @Test
    void a_bank_s_file_is_not_moved() {
        try (Budget budget = Budget.inMemory()) {
            String said = refusal(
                    budget,
                    StatementFile.of(
                            "bank.csv", "Date,Text,Amount\n2026-03-25,Tea,-3.20\n".getBytes(StandardCharsets.UTF_8)));
            assertTrue(said.startsWith("bank.csv is no file of a program known here"), said);
            assertTrue(said.endsWith("a bank's file is imported."), said);
        }
    }

    @Test
    void what_cannot_be_kept_is_named_with_its_line_and_the_rest_is_moved() {
        String journal = """
                "txnidx","date","description","account","amount","commodity"
                "1","2026-01-09","Pay","Assets:Checking","1500.00","USD"
                "1","2026-01-09","Pay","Income:Salary","-1500.00","USD"
                "2","2026-01-10","Trip","Assets:Checking","-10.00","USD"
                "2","2026-01-10","Trip","Assets:Cash","9.00","EUR"
                "3","2026-01-11","Odd","Assets:Checking","-10.00","USD"
                "3","2026-01-11","Odd","Expenses:Odd","9.00","USD"
                "4","2026-01-12","Fine","Assets:Checking","-8.00","USD"
                "4","2026-01-12","Fine","Expenses:A:B:C:D:E","8.00","USD"
                """;
        try (Budget budget = Budget.inMemory()) {
            StatementFile file = StatementFile.of("j.csv", journal.getBytes(StandardCharsets.UTF_8));
            MoveReport report = move(budget, file, ReadOptions.NONE);
            assertEquals(2, report.transactions());
            assertEquals(
                    List.of(
                            "4 The transaction is in several currencies: EUR, USD.",
                            "6 The sides of the transaction do not come to the same amount.",
                            "0 The category \"A:B:C:D:E\" is called \"A:B:C:D E\" here."),
                    report.left().stream()
                            .map(line -> line.line() + " " + line.reason())
                            .toList());
            assertEquals("1492.00 USD", String.valueOf(report.balances().get("Checking")));
        }
    }

    @Test
    void an_account_of_no_known_kind_is_asked_to_be_named_otherwise() {
        String journal = """
                txnidx,date,description,account,amount,commodity
                1,2026-01-09,Pay,Piggy,5.00,USD
                1,2026-01-09,Pay,Income:Salary,-5.00,USD
                """;
        try (Budget budget = Budget.inMemory()) {
            String said = refusal(budget, StatementFile.of("j.csv", journal.getBytes(StandardCharsets.UTF_8)));
            assertTrue(said.contains("What kind of account \"Piggy\" is cannot be seen from its name."), said);
        }
    }

    @Test
    void days_that_can_be_read_in_two_ways_are_asked_about() {
        String register = """
                Account,Flag,Date,Payee,Category Group,Category,Memo,Outflow,Inflow,Cleared
                Cash,,03/04/2026,Cafe,Fun,Coffee,,3.20,0.00,C
                """;
        StatementFile file = StatementFile.of("r.csv", register.getBytes(StandardCharsets.UTF_8));
        try (Budget budget = Budget.inMemory()) {
            MoveReport asked = move(budget, file, ReadOptions.NONE);
            assertEquals("date_format", asked.questions().get(0).parameter());
            assertEquals(List.of(), entries(budget));
            move(budget, file, new ReadOptions(Map.of("date_format", "D/M/Y")));
            assertEquals("2026-04-03", entries(budget).get(0).date().toString());
        }
    }

    private static String refusal(Budget budget, StatementFile file) {
        return String.valueOf(assertThrows(LedgerException.class, () -> move(budget, file, ReadOptions.NONE))
                .getMessage());
    }
}
