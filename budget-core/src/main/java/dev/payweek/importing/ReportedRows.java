package dev.payweek.importing;

import dev.payweek.statement.ImportReport;
import dev.payweek.statement.RowOutcome;
import dev.payweek.statement.RowOutcome.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows that are reported one by one: those that need a person's eye first, then as many others as fit. */
final class ReportedRows {

    private static final int MOST = ImportReport.AccountPart.MOST_ROWS;

    private final List<RowOutcome> forTheEye;
    private final List<RowOutcome> others;

    ReportedRows() {
        this(List.of(), List.of());
    }

    private ReportedRows(List<RowOutcome> forTheEye, List<RowOutcome> others) {
        this.forTheEye = new ArrayList<>(forTheEye);
        this.others = new ArrayList<>(others);
    }

    ReportedRows copy() {
        return new ReportedRows(forTheEye, others);
    }

    /** Returns whether a row of that outcome still finds room, before anybody takes the trouble to describe it. */
    boolean hasRoomFor(Outcome outcome) {
        return needsAnEye(outcome) ? forTheEye.size() < MOST : forTheEye.size() + others.size() < MOST;
    }

    void add(RowOutcome row) {
        if (hasRoomFor(row.outcome())) {
            (needsAnEye(row.outcome()) ? forTheEye : others).add(row);
        }
    }

    /** Lists a row again that turns out to need an eye after all. */
    void raise(RowOutcome row) {
        others.removeIf(listed -> listed.row() == row.row());
        add(row);
    }

    List<RowOutcome> inOrder() {
        List<RowOutcome> all = new ArrayList<>(forTheEye);
        all.addAll(others.subList(0, Math.min(others.size(), MOST - forTheEye.size())));
        all.sort(Comparator.comparingInt(RowOutcome::row));
        return all;
    }

    private static boolean needsAnEye(Outcome outcome) {
        return outcome == Outcome.REJECTED || outcome == Outcome.NEEDS_REVIEW;
    }
}
