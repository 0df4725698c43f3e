package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.http.Metrics;

/** What a monitor wants to know of the store behind a service. */
final class StoreMetrics {

    private StoreMetrics() {}

    static void of(Budget budget, Metrics metrics) {
        metrics.gauge(
                "payweek.store.ready",
                "1 while the store takes a read.",
                () -> flag(budget.state().ready()));
        metrics.gauge(
                "payweek.store.writable",
                "1 while the store takes a write.",
                () -> flag(budget.state().writable()));
        metrics.gauge("payweek.ledger.version", "How many changes the ledger has seen.", budget::version);
        metrics.counter(
                "payweek.store.commits",
                "Commits made; writes divided by commits is how many share one.",
                () -> budget.state().figures().commits());
        metrics.counter(
                "payweek.store.writes",
                "Writes that were made lasting.",
                () -> budget.state().figures().writes());
    }

    private static long flag(boolean yes) {
        return yes ? 1 : 0;
    }
}
