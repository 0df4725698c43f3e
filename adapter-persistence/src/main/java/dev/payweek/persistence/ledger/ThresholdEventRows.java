package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.ThresholdEvent.THRESHOLD_EVENT;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.schema.tables.records.ThresholdEventRecord;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.Kinds;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;

/** Threshold events. */
final class ThresholdEventRows {

    static final ChecksummedTable EVENTS = ChecksummedTable.sealed(THRESHOLD_EVENT, 2);

    private final Session session;
    private final LedgerRow ledger;

    ThresholdEventRows(Session session, LedgerRow ledger) {
        this.session = session;
        this.ledger = ledger;
    }

    List<ThresholdEvent> after(long id, int limit) {
        return events(THRESHOLD_EVENT.ID.gt(id), limit);
    }

    List<ThresholdEvent> since(LocalDate day) {
        return events(THRESHOLD_EVENT.START_DAY.ge(DayNumber.of(day)), Integer.MAX_VALUE);
    }

    private List<ThresholdEvent> events(Condition which, int limit) {
        return session.jooq()
                .selectFrom(THRESHOLD_EVENT)
                .where(THRESHOLD_EVENT.LEDGER.eq(ledger.number()))
                .and(which)
                .orderBy(THRESHOLD_EVENT.ID)
                .limit(limit)
                .fetch(ThresholdEventRows::event);
    }

    void add(ThresholdEvent event) {
        int start = DayNumber.of(event.span().startInclusive());
        EVENTS.put(session, ledger.seals(), event.id(), start, Kinds.EVENT.text(event));
    }

    private static ThresholdEvent event(ThresholdEventRecord row) {
        EVENTS.verified(row);
        try {
            return Kinds.EVENT.parse(row.getBody());
        } catch (LedgerException | IllegalArgumentException | DateTimeException e) {
            throw CorruptData.of("The threshold event " + row.getId(), e);
        }
    }
}
