package dev.payweek.discovery;

import dev.payweek.edit.LedgerView;
import dev.payweek.ledger.Entry;
import dev.payweek.plan.Discoveries;
import dev.payweek.query.Reports;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what a ledger suggests, and of each payee what was found: {@code kept.of(view, reports)}. After a change only
 * the payees of the entries that it touched are looked at again. Safe for use by any number of threads, of which one
 * looks and the others wait for it.
 */
public final class KeptDiscoveries {

    /** More changes or entries than these are not looked through: beginning again costs less. */
    private static final int MOST_CHANGES = 200;

    private static final int MOST_ENTRIES = 5_000;

    private record Last(long version, LocalDate today, Discoveries found) {

        boolean isOf(LedgerView view) {
            return version == view.reader().version() && today.equals(view.today());
        }
    }

    private volatile Last last = new Last(-1, LocalDate.EPOCH, Discoveries.NONE);
    private Discoverer discoverer = new Discoverer();
    /** The entries that the last look looked up. */
    private Map<Long, Optional<Entry>> samples = Map.of();

    /** Creates a keeper that has nothing yet. */
    public KeptDiscoveries() {}

    /** Returns what the ledger suggests as it was recorded, if that is known. */
    public Optional<Discoveries> known(LedgerView view) {
        return Optional.of(last).filter(known -> known.isOf(view)).map(Last::found);
    }

    /** Returns what the ledger suggests as it was recorded. */
    public Discoveries of(LedgerView view, Reports reports) {
        return known(view).orElseGet(() -> looked(view, reports));
    }

    private synchronized Discoveries looked(LedgerView view, Reports reports) {
        if (last.isOf(view)) {
            return last.found();
        }
        LedgerReader reader = view.reader();
        if (reader.version() < last.version()) {
            return new LedgerDiscoveries(view).find();
        }
        Map<Long, Optional<Entry>> before = new HashMap<>(samples);
        Optional<Set<Long>> touched = last.version() < 0 ? Optional.empty() : touched(reader, last.version());
        if (touched.isPresent() && !discoverer.isFull()) {
            discoverer.forget(touched.get());
            before.keySet().removeAll(touched.get());
            touched.get().forEach(id -> reader.findEntry(id).ifPresent(discoverer::add));
        } else {
            discoverer = new Discoverer();
            before.clear();
            LedgerDiscoveries.forEachEntry(reader, discoverer::add);
        }
        Map<Long, Optional<Entry>> asked = new HashMap<>();
        Discoveries found = new LedgerDiscoveries(view, reports, discoverer)
                .find(id -> asked.computeIfAbsent(
                        id, any -> Optional.ofNullable(before.get(id)).orElseGet(() -> reader.findEntry(id))));
        samples = asked;
        last = new Last(reader.version(), view.today(), found);
        return found;
    }

    /** Returns the entries that were added, changed or deleted since; nothing if that cannot be said of each. */
    private static Optional<Set<Long>> touched(LedgerReader reader, long since) {
        List<Change> changes = reader.changesAfter(since, MOST_CHANGES + 1);
        Set<Long> touched = new HashSet<>();
        for (Change change : changes) {
            for (Edit<?> edit : change.edits()) {
                if (edit.kind().equals(Kinds.ENTRY)) {
                    touched.add(Long.parseLong(edit.key()));
                } else if (edit.kind().equals(Kinds.IMPORT) && edit.after().isPresent()) {
                    touched.addAll(
                            reader.entryIdsOfImport(((ImportBatch) edit.after().get()).id()));
                } else if (edit.kind().equals(Kinds.IMPORT) || edit.kind().equals(Kinds.CATEGORY)) {
                    return Optional.empty();
                }
            }
        }
        boolean few = changes.size() <= MOST_CHANGES && touched.size() <= MOST_ENTRIES;
        return few ? Optional.of(touched) : Optional.empty();
    }
}
