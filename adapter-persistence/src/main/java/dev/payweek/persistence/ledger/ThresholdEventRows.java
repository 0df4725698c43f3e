package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.ThresholdEvent.THRESHOLD_EVENT;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.plan.ThresholdEvent.Threshold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Threshold events. */
final class ThresholdEventRows {

    static final ChecksummedTable EVENTS = ChecksummedTable.sealed(THRESHOLD_EVENT, 2);

    private final Session link;
    private final LedgerRow ledger;

    ThresholdEventRows(Session link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<ThresholdEvent> after(long id, int limit) {
        return link
                .jooq()
                .selectFrom(THRESHOLD_EVENT)
                .where(THRESHOLD_EVENT.LEDGER.eq(ledger.number()))
                .and(THRESHOLD_EVENT.ID.gt(id))
                .orderBy(THRESHOLD_EVENT.ID)
                .limit(limit)
                .fetch()
                .stream()
                .map(ThresholdEventRows::event)
                .toList();
    }

    List<ThresholdEvent> since(LocalDate day) {
        return link
                .jooq()
                .selectFrom(THRESHOLD_EVENT)
                .where(THRESHOLD_EVENT.LEDGER.eq(ledger.number()))
                .and(THRESHOLD_EVENT.START_DAY.ge(DayNumber.of(day)))
                .orderBy(THRESHOLD_EVENT.ID)
                .fetch()
                .stream()
                .map(ThresholdEventRows::event)
                .toList();
    }

    void add(ThresholdEvent event) {
        EVENTS.put(
                link,
                ledger.seals(),
                event.id(),
                event.at().toEpochMilli(),
                event.threshold().name(),
                event.retracted(),
                DayNumber.of(event.span().startInclusive()),
                DayNumber.of(event.span().endExclusive()),
                event.category().map(CategoryPath::name).orElse(""),
                event.spent().map(Money::minorUnits),
                event.limit().map(Money::minorUnits),
                event.spent().map(spent -> spent.currency().getCurrencyCode()));
    }

    private static ThresholdEvent event(Record row) {
        EVENTS.verified(row);
        return new ThresholdEvent(
                row.get(THRESHOLD_EVENT.ID),
                Instant.ofEpochMilli(row.get(THRESHOLD_EVENT.AT_MILLIS)),
                Threshold.valueOf(row.get(THRESHOLD_EVENT.THRESHOLD)),
                row.get(THRESHOLD_EVENT.RETRACTED),
                new DateSpan(
                        DayNumber.day(row.get(THRESHOLD_EVENT.START_DAY)),
                        DayNumber.day(row.get(THRESHOLD_EVENT.END_DAY))),
                Optional.of(row.get(THRESHOLD_EVENT.CATEGORY))
                        .filter(name -> !name.isEmpty())
                        .map(CategoryPath::of),
                money(row, row.get(THRESHOLD_EVENT.SPENT_MINOR_UNITS)),
                money(row, row.get(THRESHOLD_EVENT.LIMIT_MINOR_UNITS)));
    }

    private static Optional<Money> money(Record row, Long minorUnits) {
        return Optional.ofNullable(minorUnits)
                .map(units -> Money.ofMinor(units, Money.currency(row.get(THRESHOLD_EVENT.CURRENCY))));
    }
}
