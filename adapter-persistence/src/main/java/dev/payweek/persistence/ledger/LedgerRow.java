package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.Ledger.LEDGER;
import static dev.payweek.persistence.schema.tables.MonthSum.MONTH_SUM;
import static dev.payweek.persistence.schema.tables.Thing.THING;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.Checksum;
import dev.payweek.persistence.table.RowEncoding;
import dev.payweek.persistence.table.Seals;
import dev.payweek.refusal.LedgerException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The ledger's own row: counters, and what shows that everything else is there — the end of the chain of
 * changes, the tally of the months, the seals of the small tables. Changed here and written once, when the work ends.
 */
public final class LedgerRow {

    private static final PreparedSql FIND = PreparedSql.find(LEDGER, 1);

    private static final PreparedSql LOCK = new PreparedSql(jooq -> jooq.selectFrom(LEDGER)
            .where(LEDGER.LEDGER_.eq(any(LEDGER.LEDGER_)))
            .forUpdate());

    private static final PreparedSql VERSION = new PreparedSql(
            jooq -> jooq.select(LEDGER.VERSION).from(LEDGER).where(LEDGER.LEDGER_.eq(any(LEDGER.LEDGER_))));

    private static final PreparedSql REPLACE = PreparedSql.replace(LEDGER, 1, 1);

    /** The place of the check, after all that it checks. */
    private static final int CHECK = 7;

    private final Session link;
    private final WriteCache recent;
    private final Object[] stored;

    private final long number;
    private long version;
    private long lastId;
    private String chain;
    private Checksum months;
    private final Seals seals;

    private LedgerRow(Session link, WriteCache recent, Object[] values) {
        this.link = link;
        this.recent = recent;
        this.stored = values.clone();
        this.number = (Long) values[0];
        this.version = (Long) values[1];
        this.lastId = (Long) values[2];
        this.chain = values[3].toString();
        this.months = new Checksum((Long) values[4], (Long) values[5]);
        this.seals = Seals.parse(number, values[6].toString());
    }

    private static Object[] values(ResultSet row) throws SQLException {
        return new Object[] {
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            row.getString(4),
            row.getLong(5),
            row.getLong(6),
            row.getString(7),
            row.getLong(8)
        };
    }

    /** Reads the row, which also fixes the moment that a snapshot shows. */
    static LedgerRow find(Session link, WriteCache recent, long ledger) {
        return open(link, recent, ledger, FIND);
    }

    /** Reads the row and keeps other writers of the ledger waiting. SQLite has one writer anyway. */
    static LedgerRow lock(Session link, WriteCache recent, long ledger) {
        Optional<Object[]> values = recent.ledger(ledger);
        return values.isPresent()
                ? new LedgerRow(link, recent, values.get())
                : open(link, recent, ledger, link.isSqlite() ? FIND : LOCK);
    }

    private static LedgerRow open(Session link, WriteCache recent, long ledger, PreparedSql query) {
        Object[] values = stored(link, ledger, query);
        if (!values[CHECK].equals(check(values))) {
            throw CorruptData.of("The row of ledger " + ledger);
        }
        return new LedgerRow(link, recent, values);
    }

    /** Reads a row that has no check yet. */
    static LedgerRow unchecked(Session link, long ledger) {
        return new LedgerRow(link, WriteCache.nothing(), stored(link, ledger, FIND));
    }

    private static Object[] stored(Session link, long ledger, PreparedSql query) {
        List<Object[]> found = link.query(query, LedgerRow::values, ledger);
        if (found.isEmpty()) {
            throw LedgerException.notFound("There is no ledger " + ledger + ".");
        }
        return found.get(0);
    }

    /** Returns the version that the row names, unchecked: for who only asks whether it is still the one it knows. */
    public static long version(Session link, long ledger) {
        return link.query(VERSION, row -> row.getLong(1), ledger).stream()
                .findFirst()
                .orElseThrow(() -> LedgerException.notFound("There is no ledger " + ledger + "."));
    }

    public static boolean exists(Session link, long ledger) {
        return link.jooq().fetchExists(LEDGER, LEDGER.LEDGER_.eq(ledger));
    }

    /**
     * Adds the ledger unless it is there, and returns whether it was added. One that left its things behind when its
     * row was lost is not taken for a new one; that is looked for once the row is ours, since what another program
     * makes at the same moment is not left behind.
     */
    static boolean insert(Session link, long ledger) {
        boolean added = link.jooq()
                        .insertInto(LEDGER)
                        .set(LEDGER.LEDGER_, ledger)
                        .set(LEDGER.VERSION, 0L)
                        .set(LEDGER.LAST_ID, 0L)
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (added
                && (link.jooq().fetchExists(THING, THING.LEDGER.eq(ledger))
                        || link.jooq().fetchExists(MONTH_SUM, MONTH_SUM.LEDGER.eq(ledger)))) {
            throw CorruptData.of("The row of ledger " + ledger);
        }
        return added;
    }

    long number() {
        return number;
    }

    long version() {
        return version;
    }

    String chain() {
        return chain;
    }

    /** Notes the last change and the end of the chain that it makes. */
    void changed(long newVersion, String newChain) {
        version = newVersion;
        chain = newChain;
    }

    long lastId() {
        return lastId;
    }

    void skipIdsTo(long id) {
        lastId = Math.max(lastId, id);
    }

    long nextId() {
        return ++lastId;
    }

    Checksum months() {
        return months;
    }

    void months(Checksum tally) {
        months = tally;
    }

    /** Returns what the small tables come to, which changes with them. */
    Seals seals() {
        return seals;
    }

    /** Returns what the transaction has last read or written. */
    WriteCache recent() {
        return recent;
    }

    void flush() {
        Object[] now = values(seals.toString(), 0);
        now[CHECK] = check(now);
        if (!Arrays.equals(now, stored)) {
            link.execute(REPLACE, now);
            System.arraycopy(now, 0, stored, 0, now.length);
            recent.ledger(number, now);
        }
    }

    private static Long check(Object[] values) {
        return RowEncoding.check("ledger", values, CHECK);
    }

    private Object[] values(String sealed, long check) {
        return new Object[] {number, version, lastId, chain, months.count(), months.digest(), sealed, check};
    }
}
