package dev.payweek.query;

import dev.payweek.edit.OpenLedger;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.report.FoldPoint;
import dev.payweek.store.Kinds;
import dev.payweek.store.ReportPoint;
import java.util.Optional;

/** Writes into a ledger the point that its reports go on from: {@code WrittenPoint.keep(ledger, kept)}. */
public final class WrittenPoint {

    private WrittenPoint() {}

    /**
     * Makes sure that the ledger holds the point of the report of today, and what may pay bills since. Raises no
     * version: both follow from the ledger.
     */
    public static void keep(OpenLedger ledger, KeptPoint kept) {
        Optional<ReportPoint> point = ledger.read(view -> {
            BudgetPlan plan = new Reports(view).plan();
            FoldPoint goingOn = kept.of(view.reader(), plan, kept.books(view.reader()), view.today());
            return goingOn.isStart() ? Optional.<ReportPoint>empty() : kept.toWrite(view.reader(), plan);
        });
        if (point.isPresent()) {
            kept.written(ledger.writeUnrecorded(session -> {
                session.writer().put(Kinds.REPORT_POINT, point.get());
                return point.get();
            }));
        }
    }
}
