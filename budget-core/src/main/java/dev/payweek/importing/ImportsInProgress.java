package dev.payweek.importing;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The imports that come and go in pieces: which of them this process is at work on, and which were left behind. */
final class ImportsInProgress {

    /** How long an import of another process may rest before it counts as left behind. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The most rows of one transaction, inclusive. */
    static final int MOST_AT_ONCE = 10_000;

    /** The most rows that a removal records so that they can come back, inclusive: all of them lie in memory then. */
    private static final int MOST_RECORDED = 50_000;

    private final OpenLedger ledger;
    private final Map<Long, ImportProgress> arriving = new ConcurrentHashMap<>();

    ImportsInProgress(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /** Removes an import, piece by piece; nothing when it is gone already. */
    void revert(String who, long id) {
        revert(who, id, session -> {});
    }

    /** As the other, but for what is run first in the first transaction; returns the version after the last. */
    long revert(String who, long id, Consumer<? super LedgerSession> first) {
        Removal piece = remove(who, id, first);
        while (piece.more()) {
            piece = remove(who, id, session -> {});
        }
        return piece.version();
    }

    private record Removal(boolean more, long version) {}

    private Removal remove(String who, long id, Consumer<? super LedgerSession> first) {
        return ledger.write(who, session -> {
            first.accept(session);
            boolean more = removeSome(session, id);
            return new Removal(more, session.versionAfter());
        });
    }

    private boolean removeSome(LedgerSession session, long id) {
        Optional<ImportBatch> found = session.reader().findImport(id);
        if (found.filter(this::comesBack).isPresent()) {
            session.log().removeImport(found.get());
            return false;
        }
        int most = Math.min(MOST_AT_ONCE, ledger.store().rowsAtOnce());
        return found.filter(batch -> session.log().removeSome(batch, most, ledger.now()))
                .isPresent();
    }

    /** Returns whether undoing its removal brings an import back; a larger one goes in pieces and for good. */
    boolean comesBack(ImportBatch batch) {
        return batch.state() == State.COMPLETE
                && batch.inserted() <= Math.min(MOST_RECORDED, ledger.store().rowsAtOnce());
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
     * Reverts what a process that ended has left half done. Where other processes may write too, an import counts as
     * left behind when it has not gone on for a while.
     */
    void revertAbandoned() {
        unfinished().stream().filter(this::isAbandoned).map(ImportBatch::id).forEach(id -> revertIfAbandoned(id));
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
    private void revertIfAbandoned(long id) {
        boolean more = ledger.write(
                OpenLedger.LOCAL,
                session -> session.reader()
                        .findImport(id)
                        .filter(batch -> isAbandoned(batch) && removeSome(session, id))
                        .isPresent());
        if (more) {
            revert(OpenLedger.LOCAL, id);
        }
    }
}
