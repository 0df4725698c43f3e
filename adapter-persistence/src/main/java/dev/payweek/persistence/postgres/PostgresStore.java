package dev.payweek.persistence.postgres;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.jdbc.SqlFailure;
import dev.payweek.persistence.ledger.IntegrityCheck;
import dev.payweek.persistence.ledger.KeptTables;
import dev.payweek.persistence.ledger.LedgerRow;
import dev.payweek.persistence.ledger.SqlLedger;
import dev.payweek.persistence.ledger.WriteCache;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreFigures;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.store.StoreState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/**
 * Ledgers in a PostgreSQL database. A transaction locks its ledger's row first, so that writes of one ledger follow
 * each other, whichever process makes them, and those of others do not wait. What this process writes to one ledger at
 * the same time shares a transaction.
 */
public final class PostgresStore implements LedgerStore {

    private static final int MOST_ATTEMPTS = 6;
    private static final int FIRST_PAUSE_MILLIS = 10;

    private final Connections pool;
    private final Access access;
    private final int rowsAtOnce;
    private final KeptTables known = new KeptTables();
    private final Map<LedgerId, GatheredWrites> writes = new ConcurrentHashMap<>();

    private PostgresStore(Connections pool, Access access, int rowsAtOnce) {
        this.rowsAtOnce = rowsAtOnce;
        this.pool = pool;
        this.access = access;
    }

    public static PostgresStore open(String address, Access access) {
        PostgresUrl url = PostgresUrl.of(address);
        // One connection needs no pool; and a pool is not even there in a function's jar.
        Connections pool = url.steps() == MigrationMode.NONE || url.poolSize() == 1
                ? new FewConnections(url.driver(), url.poolSize())
                : Connections.of(PostgresPool.open(PostgresPool.config(url, access)));
        return open(new PostgresStore(pool, access, url.rowsAtOnce()), url.steps(), Migrations.CURRENT);
    }

    /** Opens the store on connections that come from somewhere, which is closed with it if it can be. */
    public static PostgresStore open(DataSource pool, Access access, MigrationMode steps, Migrations migrations) {
        return open(new PostgresStore(Connections.of(pool), access, Integer.MAX_VALUE), steps, migrations);
    }

    private static PostgresStore open(PostgresStore store, MigrationMode steps, Migrations migrations) {
        try {
            if (steps == MigrationMode.NONE) {
                store.once(link -> PostgresPool.requireUsable(link, migrations));
            } else if (store.access == Access.READ_ONLY) {
                store.once(link -> PostgresPool.requireCurrent(link, migrations));
            } else if (steps == MigrationMode.TOGETHER) {
                store.again(link -> PostgresPool.migrate(link, migrations));
            } else {
                new StatementwiseMigration(migrations, steps, store::again).migrate();
            }
            return store;
        } catch (LedgerException refusal) {
            store.close();
            throw refusal;
        }
    }

    @Override
    public int rowsAtOnce() {
        return rowsAtOnce;
    }

    @Override
    public boolean create(LedgerId ledger, Supplier<LedgerSettings> settings) {
        boolean exists = once(link -> LedgerRow.exists(link, ledger.number()));
        if (exists) {
            return false;
        }
        requireWritable();
        return again(link -> SqlLedger.create(link, ledger, settings));
    }

    @Override
    public <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work) {
        return once(link -> SqlLedger.read(link, known, ledger, work));
    }

    @Override
    public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        requireWritable();
        return writes.computeIfAbsent(ledger, one -> new GatheredWrites(this::commit, known, GatheredWrites.GATHERING))
                .write((link, recent) -> SqlLedger.write(link, recent, ledger, work));
    }

    @Override
    public <T> T writeBulk(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        requireWritable();
        return again(link -> SqlLedger.write(link, WriteCache.shared(known), ledger, work));
    }

    private void commit(Consumer<Session> work) {
        again(link -> {
            work.accept(link);
            return true;
        });
    }

    /** Other processes write too, so the database is asked, but for one number and not for a snapshot. */
    @Override
    public long version(LedgerId ledger) {
        return again(link -> LedgerRow.version(link, ledger.number()));
    }

    private void requireWritable() {
        if (access == Access.READ_ONLY) {
            throw new LedgerException(Reason.READ_ONLY, "The store is open for reading only.", List.of());
        }
    }

    /** Runs work that reads, on a snapshot; it is not run again, since it may have begun to answer somebody. */
    private <T> T once(Function<Session, ? extends T> work) {
        try (Session link = snapshot(1)) {
            return work.apply(link);
        }
    }

    /** Begins a snapshot. A connection that died while it lay idle shows it here, where another can still be tried. */
    private Session snapshot(int attempt) {
        Session link = borrowed();
        try {
            link.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; " + TimeLimit.statement());
            return link;
        } catch (LedgerException refusal) {
            link.close();
            if (attempt == MOST_ATTEMPTS || TimeLimit.isOver()) {
                throw refusal;
            }
            return snapshot(attempt + 1);
        }
    }

    /**
     * Runs the work in a transaction, and again from the start as long as the server asks for it or the connection was
     * lost before the commit, so that nothing can have been kept.
     */
    private <T> T again(Function<Session, ? extends T> work) {
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try (Session link = borrowed()) {
                try {
                    return committed(link, work);
                } catch (RuntimeException | Error e) {
                    if (link.failure().filter(SqlFailure::retryable).isEmpty() || TimeLimit.isOver()) {
                        throw e;
                    }
                }
            }
            pause(attempt);
        }
        try (Session link = borrowed()) {
            return committed(link, work);
        }
    }

    /** Whoever closes the link without a commit rolls back: the pool sees to it. */
    private Session borrowed() {
        if (TimeLimit.isOver()) {
            throw new LedgerException(
                    Reason.STORE_UNAVAILABLE, "There was not enough time for this; nothing was written.", List.of());
        }
        try {
            Connection connection = pool.borrow();
            Future<?> watch = TimeLimit.watch(connection);
            return new Session(connection, SQLDialect.POSTGRES, one -> {
                watch.cancel(false);
                pool.giveBack(one);
            });
        } catch (SQLException e) {
            throw SqlFailure.of(e, SQLDialect.POSTGRES).refusal();
        }
    }

    private static <T> T committed(Session link, Function<Session, ? extends T> work) {
        String limit = TimeLimit.statement();
        if (!limit.isEmpty()) {
            link.run(limit);
        }
        T result = work.apply(link);
        commit(link);
        return result;
    }

    /** Once the commit is on its way, a lost connection leaves open whether it arrived; only the caller's key shows. */
    private static void commit(Session link) {
        try {
            link.connection().commit();
        } catch (SQLException e) {
            if (!SqlFailure.of(e, SQLDialect.POSTGRES).breaking()) {
                throw link.failed(e);
            }
            throw new LedgerException(
                    Reason.STORE_UNAVAILABLE,
                    "The connection was lost in the middle of the commit, so the write may or may not be kept."
                            + " Repeat it with the same idempotency key.",
                    e);
        }
    }

    /** Waits ever longer, and not all callers equally long, or they would meet again. */
    private static void pause(int attempt) {
        int most = FIRST_PAUSE_MILLIS << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException(Reason.STORE_UNAVAILABLE, "The write was interrupted; nothing was written.", e);
        }
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public StoreCheck check() {
        return once(link -> IntegrityCheck.of(link, List.of()));
    }

    @Override
    public void backUp(Path file) {
        throw new LedgerException(
                Reason.INVALID, "PostgreSQL is copied with pg_dump and brought back with pg_restore.", List.of());
    }

    private StoreFigures figures() {
        return writes.values().stream()
                .map(GatheredWrites::figures)
                .reduce(
                        StoreFigures.NONE,
                        (one, other) ->
                                new StoreFigures(one.commits() + other.commits(), one.writes() + other.writes()));
    }

    @Override
    public StoreState state() {
        return stateNow().with(figures());
    }

    private StoreState stateNow() {
        try {
            boolean copy = once(link ->
                    link.jooq().fetchSingle("select pg_is_in_recovery()").get(0, boolean.class));
            boolean writable = access == Access.READ_WRITE && !copy;
            String detail = writable ? "Kept in a database." : "Open for reading only.";
            return new StoreState("postgresql", access == Access.READ_ONLY || !copy, writable, detail);
        } catch (LedgerException refusal) {
            return new StoreState("postgresql", false, false, refusal.getMessage());
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
