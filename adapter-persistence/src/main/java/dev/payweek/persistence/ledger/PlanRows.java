package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.Reserved.RESERVED;
import static dev.payweek.persistence.schema.tables.SoftLimit.SOFT_LIMIT;
import static java.util.Comparator.comparing;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.persistence.table.EpochDays;
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

    static final ChecksummedTable LIMITS = ChecksummedTable.sealed(SOFT_LIMIT, 3);

    static final ChecksummedTable RESERVATIONS = ChecksummedTable.sealed(RESERVED, 3);

    private final Session link;
    private final LedgerRow ledger;

    PlanRows(Session link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<SoftLimit> limits() {
        return LIMITS.all(link, ledger.seals()).stream()
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
                EpochDays.day(row.get(SOFT_LIMIT.FROM_DAY)),
                new Rollover(
                        Rollover.Policy.valueOf(row.get(SOFT_LIMIT.ROLLOVER)),
                        Optional.ofNullable(row.get(SOFT_LIMIT.CAP_MINOR_UNITS))
                                .map(units -> Money.ofMinor(units, currency)),
                        row.get(SOFT_LIMIT.BEGINS_ANEW)));
    }

    void put(SoftLimit limit) {
        LIMITS.put(
                link,
                ledger.seals(),
                limit.category().name(),
                EpochDays.number(limit.from()),
                limit.amount().minorUnits(),
                limit.amount().currency().getCurrencyCode(),
                limit.per().name(),
                limit.rollover().policy().name(),
                limit.rollover().cap().map(Money::minorUnits),
                limit.rollover().reset());
    }

    void removeLimit(CategoryPath category, LocalDate from) {
        LIMITS.remove(link, ledger.seals(), category.name(), EpochDays.number(from));
    }

    List<Reserved> reserved() {
        return RESERVATIONS.all(link, ledger.seals()).stream()
                .map(PlanRows::reserved)
                .sorted(comparing(Reserved::name).thenComparing(Reserved::from))
                .toList();
    }

    private static Reserved reserved(Record row) {
        return new Reserved(
                row.get(RESERVED.NAME),
                Money.ofMinor(row.get(RESERVED.MINOR_UNITS), Money.currency(row.get(RESERVED.CURRENCY))),
                EpochDays.day(row.get(RESERVED.FROM_DAY)));
    }

    void put(Reserved reserved) {
        RESERVATIONS.put(
                link,
                ledger.seals(),
                reserved.name(),
                EpochDays.number(reserved.from()),
                reserved.amount().minorUnits(),
                reserved.amount().currency().getCurrencyCode());
    }

    void removeReserved(String name, LocalDate from) {
        RESERVATIONS.remove(link, ledger.seals(), name, EpochDays.number(from));
    }
}
