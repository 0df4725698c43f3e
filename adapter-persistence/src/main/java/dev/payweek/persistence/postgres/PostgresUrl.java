package dev.payweek.persistence.postgres;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a database is, and what its URL says to us rather than to the driver:
 * {@code jdbc:postgresql://host/payweek?user=payweek&poolSize=2&schemaSteps=single}.
 *
 * @param driver the URL without what is ours, which the driver would complain of; with {@code signIn=dsql} it names who
 *     gives a new password for each connection
 * @param poolSize how many connections are held at most, 1 to 999; few suit many small instances
 * @param steps how the tables are made and changed
 * @param rowsAtOnce how many rows of a file one transaction takes at most, where the database bounds what it changes
 */
record PostgresUrl(String driver, int poolSize, MigrationMode steps, int rowsAtOnce) {

    /**
     * So many imported rows change no more than 3,000 rows of the tables, which is what Aurora DSQL takes, even where
     * each has a day and a category of its own.
     */
    private static final int FEW_ROWS = 700;

    private static final String POOL_SIZE = "poolSize=";
    private static final String ROWS_AT_ONCE = "rowsAtOnce=";
    private static final String SCHEMA_STEPS = "schemaSteps=";
    private static final String SIGN_IN = "signIn=";

    /**
     * Reads a URL.
     *
     * @throws LedgerException with {@link Reason#INVALID} if it says something to us that is not understood
     */
    static PostgresUrl of(String url) {
        int question = url.indexOf('?');
        int poolSize = 10;
        int rowsAtOnce = 0;
        boolean bounded = false;
        MigrationMode steps = MigrationMode.TOGETHER;
        List<String> others = new ArrayList<>();
        for (String parameter : question < 0
                ? List.<String>of()
                : List.of(url.substring(question + 1).split("&"))) {
            if (parameter.startsWith(POOL_SIZE)) {
                poolSize = number("poolSize", parameter.substring(POOL_SIZE.length()));
            } else if (parameter.startsWith(ROWS_AT_ONCE)) {
                rowsAtOnce = number("rowsAtOnce", parameter.substring(ROWS_AT_ONCE.length()));
            } else if (parameter.startsWith(SCHEMA_STEPS)) {
                steps = steps(parameter.substring(SCHEMA_STEPS.length()));
                // Also of one that changes no tables itself: a function says "none" behind what its setting says.
                bounded |= steps == MigrationMode.ASYNC;
            } else if (parameter.startsWith(SIGN_IN)) {
                if (!parameter.equals(SIGN_IN + "dsql")) {
                    throw notUnderstood("signIn is dsql, or is left out where the password stays the same.");
                }
                others.add("authenticationPluginClassName=" + DsqlSignIn.class.getName());
            } else {
                others.add(parameter);
            }
        }
        String address = question < 0 ? url : url.substring(0, question);
        if (rowsAtOnce == 0) {
            rowsAtOnce = bounded ? FEW_ROWS : Integer.MAX_VALUE;
        }
        String driver = others.isEmpty() ? address : address + "?" + String.join("&", others);
        return new PostgresUrl(driver, poolSize, steps, rowsAtOnce);
    }

    private static int number(String name, String said) {
        if (!said.matches("[1-9]\\d{0,2}")) {
            throw notUnderstood(name + " is a number from 1 to 999.");
        }
        return Integer.parseInt(said);
    }

    private static MigrationMode steps(String said) {
        return MigrationMode.named(said)
                .orElseThrow(() -> notUnderstood("schemaSteps is together, single, async or none."));
    }

    private static LedgerException notUnderstood(String what) {
        return new LedgerException(Reason.INVALID, "The database's address is not understood: " + what, List.of());
    }
}
