package dev.payweek.budget;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.store.EntryQuery;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entries a person made by hand that a bank's row may be telling again: same kind and amount, at most three days
 * apart. Only a single candidate is told, once; nothing is merged in silence.
 */
final class ManualTwins {

    static final ManualTwins NONE = new ManualTwins(List.of());

    private static final int MOST_DAYS_APART = 3;

    private record Look(EntryKind kind, long minorUnits) {
        static Look of(Entry entry) {
            return new Look(entry.kind(), entry.amount().minorUnits());
        }
    }

    private final Map<Look, List<Entry>> byLook = new HashMap<>();
    private final Set<Long> told = new HashSet<>();

    private ManualTwins(List<Entry> entries) {
        entries.forEach(entry -> byLook.computeIfAbsent(Look.of(entry), look -> new ArrayList<>())
                .add(entry));
    }

    /** Finds the hand-made entries around the days of a file. */
    static ManualTwins among(BudgetView view, DateSpan days) {
        DateSpan around = new DateSpan(
                days.startInclusive().minusDays(MOST_DAYS_APART),
                days.endExclusive().plusDays(MOST_DAYS_APART));
        List<Entry> manual = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            view.forEachEntry(EntryQuery.all(kind).in(around), entry -> {
                if (entry.importBatch().isEmpty()) {
                    manual.add(entry);
                }
            });
        }
        return new ManualTwins(manual);
    }

    Optional<Long> find(Entry row) {
        List<Entry> near = byLook.getOrDefault(Look.of(row), List.of()).stream()
                .filter(entry -> Math.abs(ChronoUnit.DAYS.between(entry.date(), row.date())) <= MOST_DAYS_APART)
                .toList();
        return near.size() == 1 && told.add(near.get(0).id())
                ? Optional.of(near.get(0).id())
                : Optional.empty();
    }
}
