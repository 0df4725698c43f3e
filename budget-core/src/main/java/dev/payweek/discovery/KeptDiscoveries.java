package dev.payweek.discovery;

import dev.payweek.edit.LedgerView;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.plan.Discoveries;
import dev.payweek.query.Reports;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;

/**
 * Keeps what a ledger suggests, and of each payee what was found: {@code kept.of(view, reports)}. After a change only
 * the payees of the entries that it touched are looked at again. Safe for use by any number of threads, of which one
 * looks and the others wait for it.
 */
public final class KeptDiscoveries {

    /** More changes or entries than these are not looked through: beginning again costs less. */
    private static final int MOST_CHANGES = 200;

    private static final int MOST_ENTRIES = 5_000;

    /** A ledger of so few entries is looked through in a moment. */
    private static final int FEW_ENTRIES = 10_000;

    /** One of at most so many entries, of which so few were touched, is looked through again while somebody waits. */
    private static final int MOST_WHILE_WAITING = 2_000;

    private static final int FEW_TOUCHED = 50;

    private record Last(long version, LocalDate today, Discoveries found) {

        boolean isOf(LedgerView view) {
            return version == view.reader().version() && today.equals(view.today());
        }
    }

    private final ReentrantLock turn = new ReentrantLock();
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

    /**
     * Returns what the ledger suggests as it was recorded, if to say so takes but a moment: it is known, or the ledger
     * is small and little of it has changed since it was. Never waits for somebody who looks.
     */
    public Optional<Discoveries> atOnce(LedgerView view, Reports reports) {
        Optional<Discoveries> known = known(view);
        if (known.isPresent() || !turn.tryLock()) {
            return known;
        }
        try {
            return isNear(view.reader()) ? Optional.of(found(view, reports)) : Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    private boolean isNear(LedgerReader reader) {
        return last.version() >= 0
                && reader.version() >= last.version()
                && !discoverer.isFull()
                && touched(reader, last.version())
                        .filter(ids -> ids.size() <= FEW_TOUCHED)
                        .isPresent()
                && entries(reader) <= MOST_WHILE_WAITING;
    }

    /** Returns whether a ledger has so few entries that to look through all of them takes but a moment. */
    public static boolean isSmall(LedgerReader reader) {
        return entries(reader) <= FEW_ENTRIES;
    }

    private static long entries(LedgerReader reader) {
        return Arrays.stream(EntryKind.values())
                .mapToLong(kind -> reader.countEntries(EntryQuery.all(kind)))
                .sum();
    }

    private Discoveries looked(LedgerView view, Reports reports) {
        turn.lock();
        try {
            return found(view, reports);
        } finally {
            turn.unlock();
        }
    }

    private Discoveries found(LedgerView view, Reports reports) {
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
            reader.forEachPlainEntry(discoverer::add);
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
                } else if (edit.kind().equals(Kinds.IMPORT) && isThere(edit)) {
                    touched.addAll(broughtBy(Long.parseLong(edit.key()), reader));
                } else if (edit.kind().equals(Kinds.IMPORT) || edit.kind().equals(Kinds.CATEGORY)) {
                    return Optional.empty();
                }
            }
        }
        boolean few = changes.size() <= MOST_CHANGES && touched.size() <= MOST_ENTRIES;
        return few ? Optional.of(touched) : Optional.empty();
    }

    /**
     * The entries of an import, which are numbered after it: all that follow when these are few, since to look for its
     * own goes through the whole ledger.
     */
    private static Collection<Long> broughtBy(long batch, LedgerReader reader) {
        long lastId = reader.lastId();
        return lastId - batch <= MOST_ENTRIES
                ? LongStream.rangeClosed(batch + 1, lastId).boxed().toList()
                : reader.entryIdsOfImport(batch);
    }

    /** Of what goes it is not known which entries have gone. */
    private static boolean isThere(Edit<?> edit) {
        return edit.after()
                .map(Kinds.IMPORT::cast)
                .filter(batch -> batch.state() != ImportBatch.State.REVERTING)
                .isPresent();
    }
}
