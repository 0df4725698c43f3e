package dev.payweek.persistence.postgres;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a database is, and what its URL says to us rather than to the driver:
 * {@code jdbc:postgresql://host/payweek?user=payweek&poolSize=2&schemaSteps=single}.
 *
 * @param driver the URL without what is ours, which the driver would complain of
 * @param poolSize how many connections are held at most, 1 to 999; few suit many small instances
 * @param steps how the tables are made and changed
 */
record PostgresUrl(String driver, int poolSize, MigrationMode steps) {

    private static final String POOL_SIZE = "poolSize=";
    private static final String SCHEMA_STEPS = "schemaSteps=";

    /**
     * Reads a URL.
     *
     * @throws LedgerException with {@link Reason#INVALID} if it says something to us that is not understood
     */
    static PostgresUrl of(String url) {
        int question = url.indexOf('?');
        int poolSize = 10;
        MigrationMode steps = MigrationMode.TOGETHER;
        List<String> others = new ArrayList<>();
        for (String parameter : question < 0
                ? List.<String>of()
                : List.of(url.substring(question + 1).split("&"))) {
            if (parameter.startsWith(POOL_SIZE)) {
                poolSize = number(parameter.substring(POOL_SIZE.length()));
            } else if (parameter.startsWith(SCHEMA_STEPS)) {
                steps = steps(parameter.substring(SCHEMA_STEPS.length()));
            } else {
                others.add(parameter);
            }
        }
        String address = question < 0 ? url : url.substring(0, question);
        return new PostgresUrl(others.isEmpty() ? address : address + "?" + String.join("&", others), poolSize, steps);
    }

    private static int number(String said) {
        if (!said.matches("[1-9]\\d{0,2}")) {
            throw notUnderstood("poolSize is a number from 1 to 999.");
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
