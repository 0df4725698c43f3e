package dev.payweek.store;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.plan.ThresholdEvent.Threshold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

final class EventKind extends Kind<ThresholdEvent> {

    EventKind() {
        super("event", ThresholdEvent.class);
    }

    @Override
    public String key(ThresholdEvent event) {
        return Long.toString(event.id());
    }

    @Override
    public Comparator<ThresholdEvent> order() {
        return Comparator.comparingLong(ThresholdEvent::id);
    }

    @Override
    protected void write(ThresholdEvent event, FieldLines to) {
        to.with("id", event.id())
                .with("at", event.at())
                .with("threshold", event.threshold())
                .with("retracted", event.retracted())
                .with("start", event.span().startInclusive())
                .with("end", event.span().endExclusive())
                .with("category", event.category())
                .with("name", event.name())
                .with("spent", event.spent())
                .with("limit", event.limit());
    }

    @Override
    protected ThresholdEvent read(FieldLines.Read from) {
        return new ThresholdEvent(
                Long.parseLong(from.one("id")),
                Instant.parse(from.one("at")),
                Threshold.valueOf(from.one("threshold")),
                Boolean.parseBoolean(from.one("retracted")),
                new DateSpan(LocalDate.parse(from.one("start")), LocalDate.parse(from.one("end"))),
                from.find("category").map(CategoryPath::of),
                from.find("name"),
                from.find("spent").map(Money::parse),
                from.find("limit").map(Money::parse));
    }
}
