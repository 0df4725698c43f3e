package dev.payweek.discovery;

import dev.payweek.edit.LedgerView;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.DeclinedDiscovery;
import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import dev.payweek.query.Reports;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a ledger's entries suggest as it stands: {@code new LedgerDiscoveries(view).find()}. Of what is known to come
 * nothing is suggested. For one thread, with its view.
 */
public final class LedgerDiscoveries {

    private final LedgerView ledger;

    /** Creates the suggestions of a ledger. */
    public LedgerDiscoveries(LedgerView ledger) {
        this.ledger = ledger;
    }

    /** Returns what is suggested. */
    public Discoveries find() {
        Discoverer discoverer = new Discoverer();
        LocalDate today = ledger.today();
        DateSpan known = new DateSpan(DateSpan.EARLIEST, today.plusDays(1));
        LocalDate[] first = {today};
        for (EntryKind kind : EntryKind.values()) {
            if (kind != EntryKind.TRANSFER) {
                ledger.reader().forEachEntry(EntryQuery.all(kind).during(known), entry -> {
                    discoverer.add(entry);
                    first[0] = entry.date().isBefore(first[0]) ? entry.date() : first[0];
                });
            }
        }
        Reports reports = new Reports(ledger);
        BudgetPlan plan = reports.plan();
        Set<String> declined = ledger.reader().all(Kinds.DECLINED).stream()
                .map(DeclinedDiscovery::id)
                .collect(Collectors.toUnmodifiableSet());
        Discoveries found = discoverer.find(new Given(plan, today, declined, ledger.reader()::findEntry));
        List<Discovery> all = new ArrayList<>(found.discoveries());
        new LimitFinder(ledger, reports, plan)
                .find(first[0], found.discoveries()).stream()
                        .filter(limit -> !declined.contains(limit.id()))
                        .forEach(all::add);
        return new Discoveries(all, found.unexplained());
    }
}
