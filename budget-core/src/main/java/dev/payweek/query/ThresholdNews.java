package dev.payweek.query;

import dev.payweek.edit.OpenLedger;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.store.Kinds;
import dev.payweek.store.ReportPoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records the threshold events that have become due: {@code ThresholdNews.notice(ledger, kept)}. */
public final class ThresholdNews {

    private ThresholdNews() {}

    /**
     * Records and returns what is due, oldest first, and the point that reports go on from if the ledger does not hold
     * it yet. Raises no version: both follow from the ledger.
     */
    public static List<ThresholdEvent> notice(OpenLedger ledger, KeptPoint kept) {
        Instant now = ledger.now();
        boolean isNone = ledger.<Boolean>read(
                view -> new Reports(view, kept).dueEvents(now).isEmpty());
        Optional<ReportPoint> point = kept.toWrite();
        if (isNone && point.isEmpty()) {
            return List.of();
        }
        List<ThresholdEvent> noticed = ledger.writeUnrecorded(session -> {
            List<ThresholdEvent> due = new Reports(session, kept.copy())
                    .dueEvents(now).stream()
                            .map(event -> event.numbered(session.writer().nextId()))
                            .toList();
            due.forEach(session.writer()::add);
            point.ifPresent(own -> session.writer().put(Kinds.REPORT_POINT, own));
            return due;
        });
        point.ifPresent(kept::written);
        return noticed;
    }
}
