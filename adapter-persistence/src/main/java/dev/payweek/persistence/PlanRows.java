package dev.payweek.persistence;

import static dev.payweek.persistence.schema.tables.Reserved.RESERVED;
import static dev.payweek.persistence.schema.tables.SoftLimit.SOFT_LIMIT;
import static java.util.Comparator.comparing;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SoftLimit;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Soft limits and reservations. */
final class PlanRows {

    private static final Fixed LIMITS = Fixed.allOf(SOFT_LIMIT, SOFT_LIMIT.LEDGER);

    private static final Fixed RESERVATIONS = Fixed.allOf(RESERVED, RESERVED.LEDGER);

    private final Link link;
    private final long ledger;

    PlanRows(Link link, long ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<SoftLimit> limits() {
        return link.rows(LIMITS, SOFT_LIMIT, ledger).stream()
                .map(PlanRows::limit)
                .sorted(comparing((SoftLimit limit) -> limit.category().name()).thenComparing(SoftLimit::from))
                .toList();
    }

    private static SoftLimit limit(Record row) {
        Currency currency = Money.currency(row.get(SOFT_LIMIT.CURRENCY));
        return new SoftLimit(
                CategoryPath.of(row.get(SOFT_LIMIT.CATEGORY)),
                Money.ofMinor(row.get(SOFT_LIMIT.MINOR_UNITS), currency),
                Per.valueOf(row.get(SOFT_LIMIT.PER)),
                Days.day(row.get(SOFT_LIMIT.FROM_DAY)),
                new Rollover(
                        Rollover.Policy.valueOf(row.get(SOFT_LIMIT.ROLLOVER)),
                        Optional.ofNullable(row.get(SOFT_LIMIT.CAP_MINOR_UNITS))
                                .map(units -> Money.ofMinor(units, currency)),
                        row.get(SOFT_LIMIT.BEGINS_ANEW)));
    }

    void put(SoftLimit limit) {
        removeLimit(limit.category(), limit.from());
        link.jooq()
                .insertInto(SOFT_LIMIT)
                .set(SOFT_LIMIT.LEDGER, ledger)
                .set(SOFT_LIMIT.CATEGORY, limit.category().name())
                .set(SOFT_LIMIT.FROM_DAY, Days.number(limit.from()))
                .set(SOFT_LIMIT.MINOR_UNITS, limit.amount().minorUnits())
                .set(SOFT_LIMIT.CURRENCY, limit.amount().currency().getCurrencyCode())
                .set(SOFT_LIMIT.PER, limit.per().name())
                .set(SOFT_LIMIT.ROLLOVER, limit.rollover().policy().name())
                .set(
                        SOFT_LIMIT.CAP_MINOR_UNITS,
                        limit.rollover().cap().map(Money::minorUnits).orElse(null))
                .set(SOFT_LIMIT.BEGINS_ANEW, limit.rollover().reset())
                .execute();
    }

    void removeLimit(CategoryPath category, LocalDate from) {
        link.jooq()
                .deleteFrom(SOFT_LIMIT)
                .where(SOFT_LIMIT.LEDGER.eq(ledger))
                .and(SOFT_LIMIT.CATEGORY.eq(category.name()))
                .and(SOFT_LIMIT.FROM_DAY.eq(Days.number(from)))
                .execute();
    }

    List<Reserved> reserved() {
        return link.rows(RESERVATIONS, RESERVED, ledger).stream()
                .map(PlanRows::reserved)
                .sorted(comparing(Reserved::name).thenComparing(Reserved::from))
                .toList();
    }

    private static Reserved reserved(Record row) {
        return new Reserved(
                row.get(RESERVED.NAME),
                Money.ofMinor(row.get(RESERVED.MINOR_UNITS), Money.currency(row.get(RESERVED.CURRENCY))),
                Days.day(row.get(RESERVED.FROM_DAY)));
    }

    void put(Reserved reserved) {
        removeReserved(reserved.name(), reserved.from());
        link.jooq()
                .insertInto(RESERVED)
                .set(RESERVED.LEDGER, ledger)
                .set(RESERVED.NAME, reserved.name())
                .set(RESERVED.FROM_DAY, Days.number(reserved.from()))
                .set(RESERVED.MINOR_UNITS, reserved.amount().minorUnits())
                .set(RESERVED.CURRENCY, reserved.amount().currency().getCurrencyCode())
                .execute();
    }

    void removeReserved(String name, LocalDate from) {
        link.jooq()
                .deleteFrom(RESERVED)
                .where(RESERVED.LEDGER.eq(ledger))
                .and(RESERVED.NAME.eq(name))
                .and(RESERVED.FROM_DAY.eq(Days.number(from)))
                .execute();
    }
}
