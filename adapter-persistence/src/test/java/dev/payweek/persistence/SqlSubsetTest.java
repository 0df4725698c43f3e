package dev.payweek.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That the tables need nothing but what SQLite, PostgreSQL and the distributed databases that speak its language have
 * in common, and that every key begins with the ledger, by which those spread a table over machines.
 */
class SqlSubsetTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/dev/payweek/persistence/migration");

    private static final List<String> LACKING = List.of(
            "trigger",
            "function",
            "procedure",
            "plpgsql",
            "sequence",
            "serial",
            "identity",
            "autoincrement",
            "nextval",
            "array",
            "jsonb",
            "enum",
            "exclude",
            "partition",
            "inherits",
            "temporary",
            "collate",
            "generated");

    private static final Pattern WORD = Pattern.compile("[a-z_]+");
    private static final Pattern KEY = Pattern.compile("(?s)(?:primary key|on [a-z_]+) \\(\\s*([a-z_]+)");
    private static final Pattern FOREIGN = Pattern.compile("(?s)foreign key \\(\\s*([a-z_]+)");

    @Test
    void no_script_uses_what_one_of_the_databases_lacks() throws IOException {
        for (String statement : statements()) {
            assertEquals(List.of(), faults(statement), statement);
        }
    }

    @Test
    void each_fault_is_found_where_it_is_planted() {
        for (String planted : List.of(
                "CREATE TABLE t (ledger BIGINT, id SERIAL, CONSTRAINT k PRIMARY KEY (ledger, id))",
                "CREATE TABLE t (ledger BIGINT, id BIGINT, CONSTRAINT k PRIMARY KEY (id, ledger))",
                "CREATE INDEX i ON t (id)",
                "CREATE TABLE t (ledger BIGINT)",
                "CREATE TRIGGER x AFTER INSERT ON t",
                "CREATE SEQUENCE numbers",
                "INSERT INTO t (id) SELECT id FROM u")) {
            assertFalse(faults(planted).isEmpty(), planted);
        }
    }

    @Test
    void a_script_holds_statements_that_can_run_one_by_one() throws IOException {
        for (String statement : statements()) {
            assertTrue(
                    statement.matches(
                            "(?s)(create table|create (unique )?index|alter table|drop table|insert into) .*"),
                    statement);
        }
    }

    private static List<String> faults(String sql) {
        String statement = sql.toLowerCase(Locale.ROOT);
        List<String> faults = new ArrayList<>();
        Matcher words = WORD.matcher(statement);
        while (words.find()) {
            if (LACKING.contains(words.group())) {
                faults.add(words.group());
            }
        }
        boolean keyed = false;
        for (Pattern pattern : List.of(KEY, FOREIGN)) {
            Matcher keys = pattern.matcher(statement);
            while (keys.find()) {
                keyed = true;
                if (!keys.group(1).equals("ledger")) {
                    faults.add("a key led by " + keys.group(1));
                }
            }
        }
        if (statement.startsWith("create table") && !keyed) {
            faults.add("no key");
        }
        if (statement.startsWith("insert into") && !statement.contains("(ledger")) {
            faults.add("rows of no ledger");
        }
        return faults;
    }

    private static List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.sorted().toList()) {
                String script =
                        Files.readString(file).replaceAll("--[^\\n]*", "").toLowerCase(Locale.ROOT);
                for (String statement : script.split(";")) {
                    if (!statement.isBlank()) {
                        statements.add(statement.strip());
                    }
                }
            }
        }
        assertTrue(statements.size() > 30, "only " + statements.size() + " statements were found");
        return statements;
    }
}
