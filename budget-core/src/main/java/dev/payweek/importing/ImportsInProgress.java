package dev.payweek.importing;

import dev.payweek.edit.ImportMoves;
import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.OpenLedger;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.statement.ImportProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The imports that come and go in pieces: which of them this process is at work on, and which were left behind. */
final class ImportsInProgress {

    /** How long an import of another process may rest before it counts as left behind. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OpenLedger ledger;
    private final Map<Long, ImportProgress> arriving = new ConcurrentHashMap<>();

    ImportsInProgress(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /** Makes changes, and goes on with what they have begun to remove or to bring back, until it is done. */
    <T> T write(String who, Function<? super LedgerSession, ? extends T> changes) {
        Set<Long> begun = new TreeSet<>();
        T result = ledger.write(who, session -> {
            T made = changes.apply(session);
            begun.clear();
            begun.addAll(session.log().moving());
            return made;
        });
        begun.forEach(id -> goOn(who, id));
        return result;
    }

    private void goOn(String who, long id) {
        note(id);
        try {
            boolean more = true;
            while (more) {
                more = ledger.<Boolean>writeBulk(who, session -> new ImportMoves(session).goOn(id));
            }
        } finally {
            forget(List.of(id));
        }
    }

    /** Removes an import whatever has come of it; nothing when it is gone already. */
    void revert(String who, long id) {
        write(who, session -> {
            session.reader().findImport(id).ifPresent(new ImportMoves(session)::remove);
            return id;
        });
    }

    /** Remembers what this process is importing, so that it is not taken for what another one has left behind. */
    void note(long id) {
        arriving.putIfAbsent(id, new ImportProgress(0, 0));
    }

    /** Forgets what this process imports no longer, whether it came to an end or not. */
    void forget(Collection<Long> ids) {
        arriving.keySet().removeAll(ids);
    }

    /** Remembers how far an import of this process has come. */
    void report(long id, ImportProgress progress) {
        arriving.computeIfPresent(id, (same, before) -> progress);
    }

    /** Returns how far an import of this process has come; nothing if it is none that is arriving. */
    Optional<ImportProgress> progress(long id) {
        return Optional.ofNullable(arriving.get(id));
    }

    /**
     * Shows other processes that what this one imports is not left behind, although nothing of it may have come for a
     * while.
     */
    void showAlive() {
        if (!ledger.store().isShared()) {
            return;
        }
        Instant shown = ledger.now().minus(PATIENCE.dividedBy(3));
        for (ImportBatch batch : unfinished()) {
            if (arriving.containsKey(batch.id()) && !batch.at().isAfter(shown)) {
                ledger.writeUnrecorded(edit -> edit.reader()
                        .findImport(batch.id())
                        .filter(found -> found.state() == State.IN_PROGRESS)
                        .map(found -> {
                            edit.writer().put(found.withState(found.state(), ledger.now()));
                            return found;
                        }));
            }
        }
    }

    /**
     * Reverts what a process that ended has left half imported, and goes on with what it was removing or bringing
     * back. Where other processes may write too, an import counts as left behind when it has not gone on for a while.
     */
    void finishAbandoned() {
        unfinished().stream().filter(this::isAbandoned).map(ImportBatch::id).forEach(id -> finishIfAbandoned(id));
    }

    private List<ImportBatch> unfinished() {
        return ledger.<List<ImportBatch>>read(view -> view.reader().imports()).stream()
                .filter(batch -> batch.state() != State.COMPLETE)
                .toList();
    }

    private boolean isAbandoned(ImportBatch batch) {
        return batch.state() != State.COMPLETE
                && !arriving.containsKey(batch.id())
                && (!ledger.store().isShared()
                        || batch.at().isBefore(ledger.now().minus(PATIENCE)));
    }

    /** It may have gone on since it was looked at; once its first part is gone it does so no more. */
    private void finishIfAbandoned(long id) {
        write(OpenLedger.LOCAL, session -> {
            session.reader().findImport(id).filter(this::isAbandoned).ifPresent(batch -> {
                if (batch.isMoving()) {
                    new ImportMoves(session).goOn(id);
                } else {
                    new ImportMoves(session).remove(batch);
                }
            });
            return id;
        });
    }
}
