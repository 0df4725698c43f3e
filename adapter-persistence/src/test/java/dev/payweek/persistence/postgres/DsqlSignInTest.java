package dev.payweek.persistence.postgres;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.EntryKind;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;

/** Passwords that end: a new one for each connection, which a server that refuses old ones takes. */
class DsqlSignInTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final String CLUSTER = "abc123.dsql.us-west-2.on.aws";
    private static final Map<String, String> KEYS = Map.of(
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    /** Of the server and of whoever signs. */
    private static final AtomicLong CLOCK = new AtomicLong();

    @BeforeEach
    void set_the_clock() {
        CLOCK.set(NOON.getEpochSecond());
    }

    /** What AWS's own library for Python, botocore, signs at that time with those keys. */
    @ParameterizedTest
    @CsvSource({
        "payweek, ''                       , 63899db43efdfbc01bd2187bfe6699e5aaed314ddb7693f611589ddb18c76f64",
        "admin  , ''                       , 9656516ccb85d7b94faa155addaee3908c2215da3d46d8ac5aa757173a986c26",
        "payweek, session+token/with=signs , 30c63fa5e22ec2142aec30308891a769722988b5be0fab7be239abd45c30ef62",
        "admin  , session+token/with=signs , 03042118bd1eb0ac19e7903518eea12fd97702d711d2cefd262a10f79a8db8f1",
    })
    void it_is_signed_as_aws_signs(String user, String session, String signature) {
        Map<String, String> keys = new HashMap<>(KEYS);
        keys.put("AWS_SESSION_TOKEN", session);
        String expected = CLUSTER + "/?Action=" + (user.equals("admin") ? "DbConnectAdmin" : "DbConnect")
                + "&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIDEXAMPLE%2F20261130%2Fus-west-2%2Fdsql%2Faws4_request"
                + "&X-Amz-Date=20261130T120000Z&X-Amz-Expires=900"
                + (session.isEmpty() ? "" : "&X-Amz-Security-Token=session%2Btoken%2Fwith%3Dsigns")
                + "&X-Amz-SignedHeaders=host&X-Amz-Signature=" + signature;
        assertEquals(expected, DsqlToken.signed(CLUSTER, user, keys, NOON));
    }

    @Test
    void what_is_missing_is_said() {
        assertRefused("signIn=dsql needs a host like ID.dsql.REGION.on.aws.", "db.example.org", KEYS);
        assertRefused("signIn=dsql needs AWS_ACCESS_KEY_ID in the environment.", CLUSTER, Map.of());
        assertRefused(
                "signIn=dsql needs AWS_SECRET_ACCESS_KEY in the environment.",
                CLUSTER,
                Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"));
    }

    /** Nobody here has a cluster's name, so how far the driver gets shows whom it has asked, and with what. */
    @Test
    void the_driver_asks_for_it_when_the_address_says_so() throws IOException {
        try (DsqlProxy proxy = proxy()) {
            LedgerException refusal = assertThrows(LedgerException.class, () -> open(proxy, 1, "&signIn=dsql"));
            String said = "";
            for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
                said = cause.getMessage();
            }
            assertEquals("signIn=dsql needs a host like ID.dsql.REGION.on.aws.", said);
        }
    }

    private static void assertRefused(String sentence, String host, Map<String, String> keys) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, () -> DsqlToken.signed(host, "payweek", keys, NOON))
                        .getMessage());
    }

    /** One connection is kept by hand, several by a pool. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void who_connects_after_an_hour_does_so_with_a_new_token(int poolSize) throws IOException {
        String signIn = "&authenticationPluginClassName=" + Signing.class.getName();
        try (DsqlProxy proxy = proxy();
                LedgerStore store = Samples.withLedger(open(proxy, poolSize, signIn))) {
            for (int hour = 1; hour <= 3; hour++) {
                CLOCK.addAndGet(3_600);
                proxy.endConnections();
                write(store);
                assertEquals(
                        Long.valueOf(hour),
                        store.<Long>read(LEDGER, reader -> reader.countEntries(EntryQuery.all(EntryKind.EXPENSE))));
            }
            assertEquals(0, proxy.count("refused at the door"));
        }
    }

    @Test
    void a_token_that_stands_in_the_address_is_refused_when_it_is_old() throws IOException {
        String once = "&password="
                + DsqlToken.signed(CLUSTER, "payweek", KEYS, NOON)
                        .replace("%", "%25")
                        .replace("&", "%26");
        try (DsqlProxy proxy = proxy();
                LedgerStore store = Samples.withLedger(open(proxy, 1, once))) {
            write(store);
            CLOCK.addAndGet(3_600);
            proxy.endConnections();
            LedgerException refusal = assertThrows(LedgerException.class, () -> write(store));
            assertEquals(Reason.STORE_UNUSABLE, refusal.reason());
            assertTrue(proxy.count("refused at the door") > 0);
        }
    }

    private static void write(LedgerStore store) {
        Samples.write(store, writer -> writer.put(expense(writer.nextId(), "2026-11-20", "1.00", "Fun")));
    }

    private static DsqlProxy proxy() throws IOException {
        return new DsqlProxy(
                TestPostgres.freshUrl(), new DsqlProxy.Rules(0, Integer.MAX_VALUE, 1), DsqlSignInTest::isGood);
    }

    /** As the server would: by signing it again, with the time that it names, and looking at the clock. */
    private static boolean isGood(String token) {
        Instant now = Instant.ofEpochSecond(CLOCK.get());
        for (int age = 0; age < DsqlToken.SECONDS; age++) {
            if (token.equals(DsqlToken.signed(CLUSTER, "payweek", KEYS, now.minusSeconds(age)))) {
                return true;
            }
        }
        return false;
    }

    private static LedgerStore open(DsqlProxy proxy, int poolSize, String more) {
        return new SqlStoreProvider()
                .open(proxy.url() + "&schemaSteps=async&poolSize=" + poolSize + more, Access.READ_WRITE);
    }

    /** Signs as {@link DsqlSignIn} does, but by the test's clock and keys, and for a cluster though this is none. */
    public static final class Signing implements AuthenticationPlugin {
        @Override
        public char[] getPassword(AuthenticationRequestType type) {
            return DsqlToken.signed(CLUSTER, "payweek", KEYS, Instant.ofEpochSecond(CLOCK.get()))
                    .toCharArray();
        }
    }
}
