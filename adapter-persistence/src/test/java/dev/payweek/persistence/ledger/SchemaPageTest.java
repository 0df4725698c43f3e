package dev.payweek.persistence.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.plan.Per;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.When;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That docs/SCHEMA.md describes the tables there are, and that its questions can be asked. */
class SchemaPageTest {

    private static final Path PAGE = Path.of(System.getProperty("payweek.root"), "docs/SCHEMA.md");
    private static final Pattern TABLE = Pattern.compile("(?s)((?:-- [^\\n]*\\n)*)CREATE TABLE (\\w+) \\((.*?)\\n\\)");
    private static final Pattern COLUMN = Pattern.compile("  ([a-z_]+) ([A-Z]+(?:\\(\\d+\\))?)(.*?),?");
    private static final Pattern QUESTION = Pattern.compile("(?s)```sql\\n(.*?)```");

    @TempDir
    Path folder;

    /** Describes each table of the script: its comment and its columns. */
    private static String described(String script) {
        StringBuilder page = new StringBuilder();
        Matcher table = TABLE.matcher(script);
        while (table.find()) {
            page.append("## ").append(table.group(2)).append("\n\n");
            String comment = table.group(1).replaceAll("(?m)^-- ?", "").strip();
            if (!comment.isEmpty()) {
                page.append(comment).append("\n\n");
            }
            page.append("| column | type | may be absent |\n| --- | --- | --- |\n");
            for (String line : table.group(3).split("\n")) {
                Matcher column = COLUMN.matcher(line);
                if (column.matches()) {
                    page.append("| ")
                            .append(column.group(1))
                            .append(" | ")
                            .append(column.group(2))
                            .append(" | ")
                            .append(column.group(3).contains("NOT NULL") ? "" : "yes")
                            .append(" |\n");
                }
            }
            page.append('\n');
        }
        return page.toString();
    }

    private static String script() throws IOException {
        try (var in = SchemaPageTest.class.getResourceAsStream("/dev/payweek/persistence/migration/V1__ledgers.sql")) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return script.substring(script.indexOf("\n\n") + 2);
        }
    }

    @Test
    void the_page_describes_the_tables_of_the_script() throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- tables -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- /tables -->");
        String tables = described(script());
        assertTrue(tables.contains("| minor_units | BIGINT |  |"), tables);
        if (Boolean.getBoolean("payweek.write")) {
            Files.writeString(PAGE, page.substring(0, from) + "\n" + tables + page.substring(to));
        }
        assertEquals(
                tables.strip(),
                page.substring(from, to).strip(),
                "docs/SCHEMA.md is not what the schema says; -Dpayweek.write=true writes it");
    }

    private static void fill(String url) {
        try (Budget budget = Budget.open(url)) {
            budget.paidOn(PaySchedule.monthly(20));
            budget.limit("Fun", Money.of("120.00", "USD"), Per.WEEK);
            budget.change(
                    "ann",
                    edit -> edit.add(RuleDraft.of(
                            "coffee", When.when().title().contains("coffee").then("Fun:Coffee"))));
            LocalDate day = LocalDate.of(2026, 11, 21);
            budget.add(EntryDraft.expense(Money.of("4.50", "USD"), "Corner Coffee")
                    .on(day)
                    .onAccount("Card"));
            budget.add(EntryDraft.expense(Money.of("9.00", "USD"), "Something").on(day));
            budget.add(EntryDraft.expense(Money.of("30.00", "USD"), "Market")
                    .on(day)
                    .split(List.of(
                            new EntryDraft.Part("Fun", Money.of("10.00", "USD")),
                            new EntryDraft.Part("Other:Food", Money.of("20.00", "USD")))));
            budget.paycheck(Money.of("1500.00", "USD"), day);
        }
    }

    private static List<String> questions() throws IOException {
        List<String> questions = new ArrayList<>();
        Matcher question = QUESTION.matcher(Files.readString(PAGE));
        while (question.find()) {
            questions.add(question.group(1));
        }
        assertEquals(10, questions.size());
        return questions;
    }

    private static void ask(String url) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String question : questions()) {
                try (ResultSet rows = statement.executeQuery(question)) {
                    assertTrue(rows.next(), "nothing answers " + question);
                }
            }
        }
    }

    @Test
    void each_question_has_an_answer_on_sqlite() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("budget.db");
        fill(url);
        ask(url);
    }

    @Test
    void each_question_has_an_answer_on_postgresql() throws Exception {
        String url = TestPostgres.freshUrl();
        fill(url);
        ask(url);
    }
}
