package dev.payweek.query;

import dev.payweek.ledger.Entry;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.report.Books;
import dev.payweek.report.FoldPoint;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the point of the past from which a ledger's reports go on, so that a report costs the same however long the
 * ledger is. What was changed since, by whichever process, is read from the record of changes.
 *
 * <p>Safe for use by any number of threads: {@code kept.of(reader, plan, books, today)}.
 */
public final class KeptPoint {

    /** More changes than these are not looked through: beginning again costs less. */
    private static final int MOST_CHANGES = 200;

    /** How much later than it could be a point may lie before a later one is made. */
    private static final int MOST_DAYS_BEHIND = 60;

    private static final Set<Kind<?>> OF_NO_MATTER = Set.of(Kinds.ACCOUNT, Kinds.RULE);

    /**
     * What is kept.
     *
     * @param tried the day for which a point was last looked for; there may be none that is certain yet
     */
    private record Last(long version, FoldPoint point, LocalDate tried) {

        static final Last NOTHING = new Last(0, FoldPoint.START, DateSpan.EARLIEST);
    }

    /** Two threads may make one at once; either is right. */
    private volatile Last kept = Last.NOTHING;

    /** Returns the point that holds in the ledger as it stands. */
    FoldPoint of(LedgerReader reader, BudgetPlan plan, Books books, LocalDate today) {
        Last last = kept;
        long version = reader.version();
        if (version < last.version()) {
            return FoldPoint.START;
        }
        Last from = holds(last, reader, version) ? last : Last.NOTHING;
        LocalDate latest = today.minusDays(2 * longestGap(plan) + MOST_DAYS_BEHIND / 2);
        boolean behind = from.tried().isBefore(latest.minusDays(MOST_DAYS_BEHIND));
        FoldPoint point = behind ? FoldPoint.before(plan, books, latest, from.point()) : from.point();
        kept = new Last(version, point, behind ? latest : from.tried());
        return point;
    }

    private static long longestGap(BudgetPlan plan) {
        return plan.sources().stream()
                .map(PaySource::versions)
                .flatMap(List::stream)
                .map(PayVersion::schedule)
                .mapToLong(schedule -> schedule.cadence().longestGapDays())
                .max()
                .orElse(31);
    }

    private static boolean holds(Last last, LedgerReader reader, long version) {
        if (version == last.version()) {
            return true;
        }
        List<Change> since = reader.changesAfter(last.version(), MOST_CHANGES + 1);
        return since.size() <= MOST_CHANGES
                && since.stream()
                        .flatMap(change -> change.edits().stream())
                        .allMatch(edit -> leavesAlone(edit, last.point().settledBy()));
    }

    private static boolean leavesAlone(Edit<?> edit, LocalDate settledBy) {
        return OF_NO_MATTER.contains(edit.kind())
                || (day(edit.before()).isAfter(settledBy) && day(edit.after()).isAfter(settledBy));
    }

    /** Returns the first day that something says anything of; of what is not there none, so the last there is. */
    private static LocalDate day(Optional<?> thing) {
        if (thing.isEmpty()) {
            return DateSpan.LATEST;
        }
        if (thing.get() instanceof Entry entry) {
            return entry.date();
        }
        return thing.get() instanceof ImportBatch batch ? batch.firstDate().orElse(DateSpan.LATEST) : DateSpan.EARLIEST;
    }
}
