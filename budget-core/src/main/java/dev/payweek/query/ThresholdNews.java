package dev.payweek.query;

import dev.payweek.edit.OpenLedger;
import dev.payweek.plan.ThresholdEvent;
import java.time.Instant;
import java.util.List;

/** Records the threshold events that have become due: {@code ThresholdNews.notice(ledger, kept)}. */
public final class ThresholdNews {

    private ThresholdNews() {}

    /**
     * Records and returns what is due, oldest first. Raises no version: events follow from the ledger. Of a ledger that
     * nothing was ever written into there is no news, and it stays one that a copy can be taken into.
     */
    public static List<ThresholdEvent> notice(OpenLedger ledger, KeptPoint kept) {
        if (ledger.<Boolean>read(view -> view.reader().isUntouched())) {
            return List.of();
        }
        Instant now = ledger.now();
        WrittenPoint.keep(ledger, kept);
        if (ledger.<Boolean>read(view -> new Reports(view, kept).dueEvents(now).isEmpty())) {
            return List.of();
        }
        return ledger.writeUnrecorded(session -> {
            List<ThresholdEvent> due = new Reports(session, kept)
                    .dueEvents(now).stream()
                            .map(event -> event.numbered(session.writer().nextId()))
                            .toList();
            due.forEach(session.writer()::add);
            return due;
        });
    }
}
