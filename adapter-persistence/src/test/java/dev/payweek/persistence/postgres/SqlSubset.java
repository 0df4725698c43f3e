package dev.payweek.persistence.postgres;

import dev.payweek.persistence.WatchedConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL that SQLite, PostgreSQL and the distributed databases that speak its language (Aurora DSQL, YugabyteDB,
 * CockroachDB) have in common, told by what is not in it.
 */
final class SqlSubset {

    private static final Set<String> LACKING = Set.of(
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
            "generated",
            "truncate",
            "savepoint",
            "vacuum",
            "listen",
            "notify",
            "copy",
            "lock",
            "skip",
            "nowait",
            "lateral",
            "ilike",
            "similar",
            "tablesample",
            "ctid",
            "oid",
            "xmin");

    private static final Pattern WORD = Pattern.compile("[a-z_]+");
    private static final Pattern KEY = Pattern.compile("(?s)(?:primary key|on [a-z_]+) \\(\\s*([a-z_]+)");
    private static final Pattern FOREIGN = Pattern.compile("(?s)foreign key \\(\\s*([a-z_]+)");

    /** All ledgers are asked for by their own table only. */
    private static final Pattern OF_A_LEDGER = Pattern.compile("ledger (=|in)|ledger, .*\\) in|from ledger order");

    /**
     * What only PostgreSQL is told: how to begin, and, when the store is opened, to keep others from migrating at once.
     */
    private static final List<String> CONTROL = List.of(
            WatchedConnection.COMMIT,
            "set transaction isolation level repeatable read, read only",
            "select set_config('synchronous_commit', 'on', false)",
            "select pg_advisory_xact_lock(",
            "select count(*) from pg_tables ",
            "select pg_is_in_recovery()",
            "select version, checksum from schema_version",
            "insert into schema_version ",
            "create table schema_version ");

    private SqlSubset() {}

    /** What a database takes that takes one statement in each transaction; it lets a column be added only bare. */
    private static final Pattern STEP = Pattern.compile(
            "(?s)create (table|index) .*|drop table [a-z_]+|alter table [a-z_]+ add column [a-z_]+ [a-z()0-9]+");

    /** Returns what is wrong with a statement of a script that has to be a transaction of its own. */
    static List<String> faultsOfStep(String sql) {
        String statement = sql.toLowerCase(Locale.ROOT);
        List<String> faults = faultsOfScript(statement);
        if (!STEP.matcher(statement).matches()) {
            faults.add("no step that every database takes");
        }
        return faults;
    }

    /** Returns what is wrong with a statement of a script. */
    static List<String> faultsOfScript(String sql) {
        String statement = sql.toLowerCase(Locale.ROOT);
        List<String> faults = lacking(statement);
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

    /** Returns what is wrong with a statement that a store ran on PostgreSQL; scripts are looked at by themselves. */
    static List<String> faultsOfWork(String sql) {
        String statement =
                sql.replaceAll("--[^\\n]*", "").strip().toLowerCase(Locale.ROOT).replace("\"", "");
        if (CONTROL.stream().anyMatch(statement::startsWith) || statement.matches("(?s)(create|alter|drop) .*")) {
            return List.of();
        }
        List<String> faults = lacking(statement);
        boolean isOfALedger = statement.startsWith("insert into ")
                ? statement.matches("(?s)insert into [a-z_]+ \\(ledger.*")
                : OF_A_LEDGER.matcher(statement).find();
        if (!isOfALedger) {
            faults.add("rows of any ledger");
        }
        if (!statement.matches("(?s)(select|insert into|update|delete from) .*")) {
            faults.add("no query and no change of rows");
        }
        return faults;
    }

    private static List<String> lacking(String statement) {
        List<String> faults = new ArrayList<>();
        Matcher words = WORD.matcher(statement);
        while (words.find()) {
            if (LACKING.contains(words.group())) {
                faults.add(words.group());
            }
        }
        return faults;
    }
}
