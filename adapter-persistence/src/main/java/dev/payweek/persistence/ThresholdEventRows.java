package dev.payweek.persistence;

import static dev.payweek.persistence.schema.tables.ThresholdEvent.THRESHOLD_EVENT;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.plan.ThresholdEvent.Threshold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Threshold events. */
final class ThresholdEventRows {

    private final Link link;
    private final long ledger;

    ThresholdEventRows(Link link, long ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<ThresholdEvent> after(long id, int limit) {
        return link
                .jooq()
                .selectFrom(THRESHOLD_EVENT)
                .where(THRESHOLD_EVENT.LEDGER.eq(ledger))
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
                .where(THRESHOLD_EVENT.LEDGER.eq(ledger))
                .and(THRESHOLD_EVENT.START_DAY.ge(Days.number(day)))
                .orderBy(THRESHOLD_EVENT.ID)
                .fetch()
                .stream()
                .map(ThresholdEventRows::event)
                .toList();
    }

    void add(ThresholdEvent event) {
        link.jooq()
                .insertInto(THRESHOLD_EVENT)
                .set(THRESHOLD_EVENT.LEDGER, ledger)
                .set(THRESHOLD_EVENT.ID, event.id())
                .set(THRESHOLD_EVENT.AT_MILLIS, event.at().toEpochMilli())
                .set(THRESHOLD_EVENT.THRESHOLD, event.threshold().name())
                .set(THRESHOLD_EVENT.RETRACTED, event.retracted())
                .set(THRESHOLD_EVENT.START_DAY, Days.number(event.span().startInclusive()))
                .set(THRESHOLD_EVENT.END_DAY, Days.number(event.span().endExclusive()))
                .set(
                        THRESHOLD_EVENT.CATEGORY,
                        event.category().map(CategoryPath::name).orElse(""))
                .set(
                        THRESHOLD_EVENT.SPENT_MINOR_UNITS,
                        event.spent().map(Money::minorUnits).orElse(null))
                .set(
                        THRESHOLD_EVENT.LIMIT_MINOR_UNITS,
                        event.limit().map(Money::minorUnits).orElse(null))
                .set(
                        THRESHOLD_EVENT.CURRENCY,
                        event.spent()
                                .map(spent -> spent.currency().getCurrencyCode())
                                .orElse(null))
                .execute();
    }

    private static ThresholdEvent event(Record row) {
        return new ThresholdEvent(
                row.get(THRESHOLD_EVENT.ID),
                Instant.ofEpochMilli(row.get(THRESHOLD_EVENT.AT_MILLIS)),
                Threshold.valueOf(row.get(THRESHOLD_EVENT.THRESHOLD)),
                row.get(THRESHOLD_EVENT.RETRACTED),
                new DateSpan(Days.day(row.get(THRESHOLD_EVENT.START_DAY)), Days.day(row.get(THRESHOLD_EVENT.END_DAY))),
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
