package dev.payweek.importing;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.store.ManualEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the entries made by hand that rows of a file repeat: same kind and amount, at most three days apart. Only a
 * pair of which neither side has another candidate is reported, which is known when the whole file has been seen;
 * nothing is merged in silence.
 */
final class DuplicateFinder {

    /** A row that was taken, and the entry made by hand that it seems to repeat. */
    record Pair(IncomingRow arrival, RowResult.Imported fate, long handMade) {}

    private record MatchKey(EntryKind kind, long minorUnits) {}

    private record Candidates(int rows, Optional<Pair> only) {
        static final Candidates NONE = new Candidates(0, Optional.empty());
    }

    private final Map<MatchKey, List<ManualEntry>> byMatchKey;
    private final Map<Long, Candidates> candidates;

    DuplicateFinder(Collection<ManualEntry> handMade) {
        this(new HashMap<>(), new HashMap<>());
        handMade.forEach(entry -> byMatchKey
                .computeIfAbsent(new MatchKey(entry.kind(), entry.minorUnits()), look -> new ArrayList<>(1))
                .add(entry));
    }

    private DuplicateFinder(Map<MatchKey, List<ManualEntry>> byMatchKey, Map<Long, Candidates> candidates) {
        this.byMatchKey = byMatchKey;
        this.candidates = candidates;
    }

    DuplicateFinder copy() {
        return new DuplicateFinder(byMatchKey, new HashMap<>(candidates));
    }

    /** Takes a new row into account. */
    void see(IncomingRow arrival, RowResult.Imported fate) {
        if (byMatchKey.isEmpty()) {
            return;
        }
        Entry entry = fate.entry();
        List<ManualEntry> near =
                byMatchKey
                        .getOrDefault(new MatchKey(entry.kind(), entry.amount().minorUnits()), List.of())
                        .stream()
                        .filter(made -> made.resembles(entry))
                        .toList();
        for (ManualEntry made : near) {
            Candidates before = candidates.getOrDefault(made.id(), Candidates.NONE);
            Optional<Pair> only = before.rows() == 0 && near.size() == 1
                    ? Optional.of(new Pair(arrival, fate, made.id()))
                    : Optional.empty();
            candidates.put(made.id(), new Candidates(before.rows() + 1, only));
        }
    }

    /** Returns the pairs of which neither side has another candidate. */
    List<Pair> pairs() {
        return candidates.values().stream()
                .flatMap(found -> found.only().stream())
                .toList();
    }
}
