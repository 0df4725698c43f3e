package dev.payweek.persistence.actual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Transfer;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.MoveReport;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.EntryQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One household's first quarter as Actual keeps it: two parts, a transfer in a part, one of two days, deleted rows. */
class ActualMoveTest {

    private static final String STORY = """
            CREATE TABLE accounts (id TEXT PRIMARY KEY, name TEXT, closed INTEGER, tombstone INTEGER);
            CREATE TABLE category_groups (id TEXT PRIMARY KEY, name TEXT, is_income INTEGER, tombstone INTEGER);
            CREATE TABLE categories (id TEXT PRIMARY KEY, name TEXT, is_income INTEGER, cat_group TEXT);
            CREATE TABLE category_mapping (id TEXT PRIMARY KEY, transferId TEXT);
            CREATE TABLE payees (id TEXT PRIMARY KEY, name TEXT, transfer_acct TEXT, tombstone INTEGER);
            CREATE TABLE payee_mapping (id TEXT PRIMARY KEY, targetId TEXT);
            CREATE TABLE transactions (id TEXT PRIMARY KEY, isParent INTEGER DEFAULT 0, isChild INTEGER DEFAULT 0,
              acct TEXT, category TEXT, amount INTEGER, description TEXT, notes TEXT, date INTEGER,
              starting_balance_flag INTEGER DEFAULT 0, transferred_id TEXT, sort_order REAL,
              tombstone INTEGER DEFAULT 0, parent_id TEXT);
            INSERT INTO accounts VALUES ('c','Checking',0,0),('s','Savings',0,0),('v','Visa',1,0);
            INSERT INTO category_groups VALUES ('food','Food',0,0),('fun','Fun',0,0),('in','Income',1,0);
            INSERT INTO categories VALUES ('g','Groceries',0,'food'),('k','Coffee',0,'fun'),('p','Pay',1,'in');
            INSERT INTO category_mapping VALUES ('g','g'),('k','k'),('p','p'),('old','g');
            INSERT INTO payees VALUES ('acme','Acme',NULL,0),('shop','Big Store',NULL,0),('ts','','s',0),
              ('tc','','c',0),
              ('open','Starting Balance',NULL,0);
            INSERT INTO payee_mapping VALUES ('acme','acme'),('shop','shop'),('ts','ts'),('tc','tc'),('open','open');
            INSERT INTO transactions (id,acct,amount,description,date,starting_balance_flag) VALUES
              ('o1','c',120000,'open',20260101,1),('o2','v',-15025,'open',20260101,1);
            INSERT INTO transactions (id,acct,category,amount,description,date) VALUES
              ('pay','c','p',150000,'acme',20260109),('cafe','v','k',-900,'shop',20260112),
              ('refund','v','old',735,'shop',20260218);
            INSERT INTO transactions (id,acct,category,amount,description,date,tombstone) VALUES
              ('gone','c','g',-99900,'shop',20260110,1);
            INSERT INTO transactions (id,isParent,acct,amount,description,notes,date) VALUES
              ('big',1,'c',-10985,'shop','weekly',20260203);
            INSERT INTO transactions (id,isChild,acct,category,amount,description,date,parent_id,transferred_id) VALUES
              ('big/1',1,'c','g',-4735,'shop',20260203,'big',NULL),('big/2',1,'c','k',-1250,'shop',20260203,NULL,NULL),
              ('big/3',1,'c',NULL,-5000,'ts',20260203,'big','t3');
            INSERT INTO transactions (id,acct,amount,description,date,transferred_id) VALUES
              ('t3','s',5000,'tc',20260203,'big/3'),
              ('t1','c',-20000,'ts',20260131,'t2'),('t2','s',20000,'tc',20260202,'t1');
            """;

    @TempDir
    private Path folder = Path.of("");

    private byte[] exported = new byte[0];

    @BeforeEach
    void export() throws SQLException, IOException {
        exported = packed(STORY);
    }

    private byte[] packed(String statements) throws SQLException, IOException {
        Path database = folder.resolve("db.sqlite");
        Files.deleteIfExists(database);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
        Path zip = folder.resolve("export.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream parts = new ZipOutputStream(out)) {
            parts.putNextEntry(new ZipEntry("metadata.json"));
            parts.write("{}".getBytes(StandardCharsets.UTF_8));
            parts.putNextEntry(new ZipEntry("db.sqlite"));
            parts.write(Files.readAllBytes(database));
        }
        return Files.readAllBytes(zip);
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

    /** What each account got in each month, added up in a way of its own. */
    private static String monthly(List<Entry> entries) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Entry entry : entries) {
            BigDecimal amount = entry.amount().decimal();
            String month = " " + YearMonth.from(entry.date()) + " ";
            BigDecimal onAccount = entry.kind() == EntryKind.INCOME ? amount : amount.negate();
            entry.details().account().ifPresent(account -> sums.merge(account + month, onAccount, BigDecimal::add));
            if (entry instanceof Transfer transfer) {
                transfer.toAccount().ifPresent(account -> sums.merge(account + month, amount, BigDecimal::add));
            }
        }
        List<String> shown = new ArrayList<>();
        sums.forEach((where, sum) -> shown.add(where + sum));
        return String.join(", ", shown);
    }

    @Test
    void every_account_gets_in_every_month_what_it_got_there() {
        try (Budget budget = Budget.inMemory()) {
            MoveReport report = move(budget, StatementFile.of("export.zip", exported), ReadOptions.NONE);
            assertEquals(List.of(), report.left());
            assertEquals("actual", report.format());
            assertEquals(
                    "Checking 2026-01 2500.00, Checking 2026-02 -109.85, Savings 2026-02 250.00, Visa 2026-01 -159.25, "
                            + "Visa 2026-02 7.35",
                    monthly(entries(budget)));
            assertEquals(
                    "{Checking=2390.15 USD, Savings=250.00 USD, Visa=-151.90 USD}",
                    report.balances().toString());
        }
    }

    @Test
    void parts_keep_their_categories_and_a_transfer_in_them_is_made_once() {
        try (Budget budget = Budget.inMemory()) {
            move(budget, StatementFile.of("export.zip", exported), ReadOptions.NONE);
            Expense split = entries(budget).stream()
                    .filter(Expense.class::isInstance)
                    .map(Expense.class::cast)
                    .filter(expense -> !expense.splits().isEmpty())
                    .findFirst()
                    .orElseThrow();
            assertEquals("59.85 USD", split.amount().toString());
            assertEquals(
                    "[Split[category=Food:Groceries, amount=47.35 USD], Split[category=Fun:Coffee, amount=12.50 USD]]",
                    split.splits().toString());
            assertEquals("weekly", split.details().note().orElse(""));
            assertEquals(
                    1,
                    entries(budget).stream()
                            .filter(entry -> entry instanceof Transfer transfer
                                    && transfer.toAccount().isPresent())
                            .count());
        }
    }

    @Test
    void what_is_no_budget_of_actual_is_refused() throws SQLException, IOException {
        byte[] other = packed("CREATE TABLE transactions (id TEXT); CREATE VIEW accounts AS SELECT 1 AS id;");
        for (byte[] bytes : List.of(other, Arrays.copyOf(exported, exported.length / 2))) {
            try (Budget budget = Budget.inMemory()) {
                assertThrows(
                        LedgerException.class,
                        () -> move(budget, StatementFile.of("export.zip", bytes), ReadOptions.NONE));
                assertEquals(List.of(), entries(budget));
            }
        }
    }
}
