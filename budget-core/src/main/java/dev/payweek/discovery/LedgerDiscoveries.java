package dev.payweek.discovery;

import dev.payweek.edit.LedgerView;
import dev.payweek.ledger.Entry;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.DeclinedDiscovery;
import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import dev.payweek.query.Reports;
import dev.payweek.store.Kinds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * What a ledger's entries suggest as it stands: {@code new LedgerDiscoveries(view).find()}. Of what is known to come
 * nothing is suggested. For one thread, with its view.
 */
public final class LedgerDiscoveries {

    private final LedgerView ledger;
    private final Reports reports;
    private final Discoverer discoverer;

    /** Creates the suggestions of a ledger in which something may have been changed that is not recorded yet. */
    public LedgerDiscoveries(LedgerView ledger) {
        this(ledger, new Reports(ledger), new Discoverer());
        ledger.reader().forEachPlainEntry(discoverer::add);
    }

    /** Creates the suggestions of a ledger whose entries the discoverer knows. */
    LedgerDiscoveries(LedgerView ledger, Reports reports, Discoverer discoverer) {
        this.ledger = ledger;
        this.reports = reports;
        this.discoverer = discoverer;
    }

    /** Returns what is suggested. */
    public Discoveries find() {
        return find(ledger.reader()::findEntry);
    }

    Discoveries find(LongFunction<Optional<Entry>> entries) {
        LocalDate today = ledger.today();
        BudgetPlan plan = reports.plan();
        Set<String> declined = ledger.reader().all(Kinds.DECLINED).stream()
                .map(DeclinedDiscovery::id)
                .collect(Collectors.toUnmodifiableSet());
        Discoveries found = discoverer.find(new Given(plan, today, declined, entries));
        List<Discovery> all = new ArrayList<>(found.discoveries());
        new LimitFinder(ledger, reports, plan)
                .find(discoverer.firstDay(), found.discoveries()).stream()
                        .filter(limit -> !declined.contains(limit.id()))
                        .forEach(all::add);
        return new Discoveries(all, found.unexplained());
    }
}
