package dev.payweek.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a URL says to us what is ours, and to the driver the rest. */
class PostgresUrlTest {

    private static final String SIGN_IN = "authenticationPluginClassName=dev.payweek.persistence.postgres.DsqlSignIn";

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/d,                                  10,  TOGETHER, jdbc:postgresql://h/d",
        "jdbc:postgresql://h/d?poolSize=2,                       2,   TOGETHER, jdbc:postgresql://h/d",
        "jdbc:postgresql://h/d?user=u&poolSize=999,              999, TOGETHER, jdbc:postgresql://h/d?user=u",
        "jdbc:postgresql://h/d?poolSize=1&user=u&x=y,            1,   TOGETHER, jdbc:postgresql://h/d?user=u&x=y",
        "jdbc:postgresql://h/d?schemaSteps=single,               10,  SINGLE,   jdbc:postgresql://h/d",
        "jdbc:postgresql://h/d?schemaSteps=async&a=b&poolSize=3, 3,   ASYNC,    jdbc:postgresql://h/d?a=b",
        "jdbc:postgresql://h/d?schemaSteps=together,             10,  TOGETHER, jdbc:postgresql://h/d",
        "jdbc:postgresql://h/d?schemaSteps=none,                 10,  NONE,     jdbc:postgresql://h/d",
        "jdbc:postgresql://h/d?signIn=dsql,                      10,  TOGETHER, jdbc:postgresql://h/d?" + SIGN_IN,
    })
    void it_is_read(String url, int poolSize, MigrationMode steps, String driver) {
        PostgresUrl read = PostgresUrl.of(url);
        assertEquals(new PostgresUrl(driver, poolSize, steps, read.rowsAtOnce()), read);
    }

    @ParameterizedTest
    @CsvSource({
        "user=u,                            2147483647",
        "schemaSteps=async,                 700",
        "rowsAtOnce=50&schemaSteps=async,   50",
        "schemaSteps=async&schemaSteps=none, 700",
        "rowsAtOnce=700&schemaSteps=none,   700",
    })
    void how_many_rows_a_transaction_takes_is_said_or_follows_from_the_kind(String parameters, int rows) {
        assertEquals(rows, PostgresUrl.of("jdbc:postgresql://h/d?" + parameters).rowsAtOnce());
    }

    @ParameterizedTest
    @CsvSource({
        "poolSize=0,        poolSize is a number from 1 to 999.",
        "poolSize=1000,     poolSize is a number from 1 to 999.",
        "poolSize=,         poolSize is a number from 1 to 999.",
        "rowsAtOnce=x,      rowsAtOnce is a number from 1 to 999.",
        "signIn=x,          'signIn is dsql, or is left out where the password stays the same.'",
        "schemaSteps=some,  'schemaSteps is together, single, async or none.'",
    })
    void what_is_not_understood_is_refused(String parameter, String sentence) {
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> PostgresUrl.of("jdbc:postgresql://h/d?user=u&" + parameter));
        assertEquals(Reason.INVALID, refusal.reason());
        assertEquals("The database's address is not understood: " + sentence, refusal.getMessage());
    }
}
