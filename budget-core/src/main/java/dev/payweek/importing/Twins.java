package dev.payweek.importing;

import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.LedgerView;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.DeclinedDiscovery;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.TwinPair;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import dev.payweek.store.ManualEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entries made by hand that imported ones seem to repeat, as the ledger stands: {@code new Twins(view).find(span)}.
 * Unlike an import, which names only what can be nothing else, this lists every pair that may be one, since a person
 * looks at them. For one thread, with its view.
 */
public final class Twins {

    private final LedgerView ledger;

    /** Creates the twins of a ledger. */
    public Twins(LedgerView ledger) {
        this.ledger = ledger;
    }

    /** Returns the pairs that nobody has decided on, the newest first, of which the one by hand is dated in a span. */
    public List<TwinPair> find(DateSpan byHand) {
        Set<String> apart = ledger.reader().all(Kinds.DECLINED).stream()
                .map(DeclinedDiscovery::id)
                .collect(Collectors.toSet());
        Map<EntryKind, List<ManualEntry>> byKind = new EnumMap<>(EntryKind.class);
        for (ManualEntry made : ledger.reader().handMade(byHand)) {
            byKind.computeIfAbsent(made.kind(), kind -> new ArrayList<>()).add(made);
        }
        List<TwinPair> found = new ArrayList<>();
        byKind.forEach((kind, made) -> addPairs(kind, made, apart, found));
        found.sort(Comparator.comparing((TwinPair pair) -> pair.imported().date())
                .thenComparing(pair -> pair.imported().id())
                .reversed()
                .thenComparing(pair -> pair.handMade().id()));
        return List.copyOf(found);
    }

    private void addPairs(EntryKind kind, List<ManualEntry> handMade, Set<String> apart, List<TwinPair> found) {
        Map<Long, List<ManualEntry>> byAmount = new HashMap<>();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (ManualEntry made : handMade) {
            byAmount.computeIfAbsent(made.minorUnits(), amount -> new ArrayList<>(1))
                    .add(made);
            first = made.date().isBefore(first) ? made.date() : first;
            last = made.date().isAfter(last) ? made.date() : last;
        }
        DateSpan near = new DateSpan(
                first.minusDays(ManualEntry.MOST_DAYS_APART), last.plusDays(ManualEntry.MOST_DAYS_APART + 1L));
        ledger.reader().forEachEntry(EntryQuery.all(kind).during(near), entry -> {
            if (entry.importBatch().isPresent()) {
                byAmount.getOrDefault(entry.amount().minorUnits(), List.of()).stream()
                        .filter(made -> made.resembles(entry) && !apart.contains(id(entry.id(), made.id())))
                        .forEach(made -> found.add(new TwinPair(entry, ledger.getEntry(made.id()))));
            }
        });
    }

    /** Remembers that two entries are two; refuses with NOT_FOUND what is not proposed. */
    public TwinPair keepApart(LedgerSession session, long imported, long handMade) {
        TwinPair pair = find(DateSpan.ALWAYS).stream()
                .filter(one -> one.imported().id() == imported && one.handMade().id() == handMade)
                .findFirst()
                .orElseThrow(() -> LedgerException.notFound(
                        "The entries " + imported + " and " + handMade + " are not proposed as one."));
        String what =
                "keep apart " + LedgerSession.named(pair.imported()) + " and " + LedgerSession.named(pair.handMade());
        session.log().put(Kinds.DECLINED, new DeclinedDiscovery(id(imported, handMade), what), what);
        session.log().describe(what);
        return pair;
    }

    private static String id(long imported, long handMade) {
        return "twins " + imported + " " + handMade;
    }
}
