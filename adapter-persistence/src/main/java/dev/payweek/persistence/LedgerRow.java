package dev.payweek.persistence;

import static dev.payweek.persistence.Fixed.any;
import static dev.payweek.persistence.schema.tables.Ledger.LEDGER;

import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.refusal.Refusal;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Record;
import org.jooq.SQLDialect;

/** The ledger's own row. The two counters are counted here and written once, when the work ends. */
final class LedgerRow {

    private record Counters(long version, long lastId) {}

    private static final Fixed FIND = new Fixed(jooq ->
            jooq.select(LEDGER.VERSION, LEDGER.LAST_ID).from(LEDGER).where(LEDGER.LEDGER_.eq(any(LEDGER.LEDGER_))));

    private static final Fixed SETTINGS = Fixed.allOf(LEDGER, LEDGER.LEDGER_);

    private static final Fixed LOCK = new Fixed(jooq -> jooq.select(LEDGER.VERSION, LEDGER.LAST_ID)
            .from(LEDGER)
            .where(LEDGER.LEDGER_.eq(any(LEDGER.LEDGER_)))
            .forUpdate());

    private static final Fixed COUNT = new Fixed(jooq -> jooq.update(LEDGER)
            .set(LEDGER.VERSION, any(LEDGER.VERSION))
            .set(LEDGER.LAST_ID, any(LEDGER.LAST_ID))
            .where(LEDGER.LEDGER_.eq(any(LEDGER.LEDGER_))));

    private final Link link;
    private final long ledger;
    private Counters stored;
    private Counters counters;

    private LedgerRow(Link link, long ledger, Counters counters) {
        this.link = link;
        this.ledger = ledger;
        this.stored = counters;
        this.counters = counters;
    }

    /** Reads the row, which also fixes the moment that a snapshot shows. */
    static LedgerRow find(Link link, long ledger) {
        return open(link, ledger, FIND);
    }

    /** Reads the row and keeps other writers of the ledger waiting. SQLite has one writer anyway. */
    static LedgerRow lock(Link link, long ledger) {
        return open(link, ledger, link.jooq().dialect() == SQLDialect.SQLITE ? FIND : LOCK);
    }

    private static LedgerRow open(Link link, long ledger, Fixed query) {
        List<Counters> found = link.query(query, row -> new Counters(row.getLong(1), row.getLong(2)), ledger);
        if (found.isEmpty()) {
            throw Refusal.notFound("There is no ledger " + ledger + ".");
        }
        return new LedgerRow(link, ledger, found.get(0));
    }

    static boolean exists(Link link, long ledger) {
        return link.jooq().fetchExists(LEDGER, LEDGER.LEDGER_.eq(ledger));
    }

    /** Adds the ledger unless it is there, and returns whether it was added. */
    static boolean insert(Link link, long ledger, LedgerSettings settings) {
        return link.jooq()
                        .insertInto(LEDGER)
                        .set(LEDGER.LEDGER_, ledger)
                        .set(LEDGER.VERSION, 0L)
                        .set(LEDGER.LAST_ID, 0L)
                        .set(LEDGER.NAME, settings.name())
                        .set(LEDGER.CURRENCY, settings.currency().getCurrencyCode())
                        .set(LEDGER.ZONE, settings.zone().getId())
                        .set(LEDGER.SCHEDULE, settings.schedule().toString())
                        .set(LEDGER.NEAR_PERCENT, settings.nearPercent())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    long version() {
        return counters.version();
    }

    void raiseTo(long version) {
        counters = new Counters(Math.max(counters.version(), version), counters.lastId());
    }

    long nextId() {
        counters = new Counters(counters.version(), counters.lastId() + 1);
        return counters.lastId();
    }

    LedgerSettings settings() {
        Record row = link.rows(SETTINGS, LEDGER, ledger).get(0);
        return new LedgerSettings(
                row.get(LEDGER.NAME),
                Money.currency(row.get(LEDGER.CURRENCY)),
                ZoneId.of(row.get(LEDGER.ZONE)),
                PaySchedule.parse(row.get(LEDGER.SCHEDULE)),
                row.get(LEDGER.NEAR_PERCENT));
    }

    void put(LedgerSettings settings) {
        link.jooq()
                .update(LEDGER)
                .set(LEDGER.NAME, settings.name())
                .set(LEDGER.CURRENCY, settings.currency().getCurrencyCode())
                .set(LEDGER.ZONE, settings.zone().getId())
                .set(LEDGER.SCHEDULE, settings.schedule().toString())
                .set(LEDGER.NEAR_PERCENT, settings.nearPercent())
                .where(LEDGER.LEDGER_.eq(ledger))
                .execute();
    }

    void flush() {
        if (!counters.equals(stored)) {
            link.execute(COUNT, counters.version(), counters.lastId(), ledger);
            stored = counters;
        }
    }
}
