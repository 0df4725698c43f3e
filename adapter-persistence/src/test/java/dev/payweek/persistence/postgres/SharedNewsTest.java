package dev.payweek.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.plan.Per;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.store.StoreProvider.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** That services which share a database tell each piece of news once between them. */
class SharedNewsTest {

    private static final LocalDate PAYDAY = LocalDate.of(2026, 11, 20);

    @Test
    void services_that_share_a_database_tell_news_once() throws Exception {
        String url = TestPostgres.freshUrl();
        Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (Budget one = Budget.open(url, Access.READ_WRITE, noon);
                Budget other = Budget.open(url, Access.READ_WRITE, noon)) {
            one.paidOn(PaySchedule.weekly(PAYDAY));
            one.write("ann", edit -> edit.limit("Fun", Money.of("100.00", "USD"), Per.WEEK, PAYDAY));
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Budget budget = i % 2 == 0 ? one : other;
                String amount = i % 3 == 0 ? "-90.00" : "95.00";
                work.add(() -> {
                    budget.add(EntryDraft.expense(Money.of(amount, "USD"), "Concert")
                            .category("Fun"));
                    budget.notice();
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertTrue(done.get());
            }
            one.notice();
            List<ThresholdEvent> events = other.read(view -> view.eventsAfter(0, 1_000));
            List<ThresholdEvent> standing = new ArrayList<>();
            for (ThresholdEvent event : events) {
                assertEquals(event.retracted(), standing.removeIf(event::isAboutTheSameAs), events.toString());
                if (!event.retracted()) {
                    standing.add(event);
                }
            }
            assertEquals(3, standing.size(), standing.toString());
            assertEquals(List.of(), other.notice());
        } finally {
            threads.shutdownNow();
        }
    }
}
