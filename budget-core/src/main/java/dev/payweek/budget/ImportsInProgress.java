package dev.payweek.budget;

import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.statement.ImportProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The imports that come and go in pieces: which of them this process is at work on, and which were left behind. */
final class ImportsInProgress {

    /** How long an import of another process may rest before it counts as left behind. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String BY_ITSELF = "local";

    private final Budget budget;
    private final boolean shared;
    private final Map<Long, ImportProgress> arriving = new ConcurrentHashMap<>();

    ImportsInProgress(Budget budget, boolean shared) {
        this.budget = budget;
        this.shared = shared;
    }

    /** Removes an import, piece by piece; nothing when it is gone already. */
    void takeBack(String who, long id) {
        takeBack(who, id, edit -> {});
    }

    /** As the other, but for what is run first in the first transaction; returns the version after the last. */
    long takeBack(String who, long id, Consumer<? super BudgetEdit> first) {
        Removal piece = remove(who, id, first);
        while (piece.more()) {
            piece = remove(who, id, edit -> {});
        }
        arriving.remove(id);
        return piece.version();
    }

    private record Removal(boolean more, long version) {}

    private Removal remove(String who, long id, Consumer<? super BudgetEdit> first) {
        return budget.write(who, edit -> {
            first.accept(edit);
            boolean more = edit.removeSomeOfImport(id, budget.now());
            return new Removal(more, edit.versionAfter());
        });
    }

    /** Remembers what this process is importing, so that it is not taken for what another one has left behind. */
    void note(ImportBatch batch) {
        if (batch.state() == State.IN_PROGRESS) {
            arriving.putIfAbsent(batch.id(), new ImportProgress(0, 0));
        } else {
            arriving.remove(batch.id());
        }
    }

    /** Remembers how far an import of this process has come. */
    void tell(long id, ImportProgress progress) {
        arriving.computeIfPresent(id, (same, before) -> progress);
    }

    /** Returns how far an import of this process has come; nothing if it is none that is arriving. */
    Optional<ImportProgress> progress(long id) {
        return Optional.ofNullable(arriving.get(id));
    }

    /**
     * Takes back what a process that ended has left half done. Where other processes may write too, an import counts as
     * left behind when it has not gone on for a while.
     */
    void takeBackAbandoned() {
        Instant longAgo = budget.now().minus(PATIENCE);
        List<Long> abandoned = budget.read(BudgetView::imports).stream()
                .filter(batch -> batch.state() != State.COMPLETE
                        && !arriving.containsKey(batch.id())
                        && (!shared || batch.at().isBefore(longAgo)))
                .map(ImportBatch::id)
                .toList();
        abandoned.forEach(id -> takeBack(BY_ITSELF, id));
    }
}
