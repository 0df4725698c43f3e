package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.LedgerId;
import dev.payweek.period.PaySchedule;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Settings;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer 304 reads of a ledger that has not changed since it was last looked at: nothing but its version. */
class NotModifiedTest {

    private final Set<String> asked = new TreeSet<>();
    private final Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final Budget budget = Budget.on(watched(), Access.READ_WRITE, noon);
    private final PayweekApi api = new PayweekApi(budget, Settings.LOCAL);

    /** Returns a store in memory whose readers note what they are asked for. */
    private LedgerStore watched() {
        LedgerStore store = new MemoryStore();
        return (LedgerStore) Proxy.newProxyInstance(
                LedgerStore.class.getClassLoader(),
                new Class<?>[] {LedgerStore.class},
                (proxy, method, given) -> method.getName().equals("read")
                        ? store.read((LedgerId) given[0], reader -> asking(given[1], reader))
                        : invoke(method, store, given));
    }

    @SuppressWarnings("unchecked") // a store's read takes a function of a reader
    private Object asking(Object work, LedgerReader reader) {
        return ((Function<LedgerReader, Object>) work).apply((LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, given) -> {
                    asked.add(method.getName());
                    return invoke(method, reader, given);
                }));
    }

    private static Object invoke(Method method, Object target, Object[] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Response get(String target, String tag) {
        String[] parts = (target + "?").split("\\?", -1);
        Map<String, String> headers = Map.of("host", "localhost", "if-none-match", tag);
        return api.handle(
                new Request("GET", parts[0], QueryString.parse(parts[1]), headers, InputStream.nullInputStream()),
                "test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/budget",
                "/budget/history?periods=4",
                "/expenses",
                "/expenses?limit=10&q=tea&total",
                "/expenses/summary",
                "/income",
                "/transfers",
                "/categories",
                "/accounts",
                "/rules",
                "/rules/lint",
                "/suggestions",
                "/limits",
                "/sources",
                "/bills",
                "/set-asides",
                "/schedule",
                "/schedule/paydays",
                "/ledger",
                "/changes",
                "/export?format=titles"
            })
    void a_known_tag_is_judged_without_a_look_at_the_ledger(String target) throws IOException {
        budget.paidOn(PaySchedule.monthly(20));
        Response whole = get(target, "");
        whole.body().writeTo(new ByteArrayOutputStream());
        assertEquals(200, whole.status());
        assertTrue(asked.contains("version"), asked::toString);
        asked.clear();
        Response spared = get(target, whole.headers().getOrDefault("ETag", ""));
        spared.body().writeTo(new ByteArrayOutputStream());
        assertEquals(304, spared.status());
        assertEquals(Set.of(), asked);
    }
}
