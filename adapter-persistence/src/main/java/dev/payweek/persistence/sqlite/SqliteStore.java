package dev.payweek.persistence.sqlite;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.persistence.jdbc.Session;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Ledgers in one SQLite file: readers on snapshots of their own beside one writer that commits in groups. */
public final class SqliteStore implements LedgerStore {

    private static final long LEAST_ROOM = 1 << 20;

    private final Path file;
    private final Migrations migrations;
    private final DatabaseLock hold;
    private final FilePresence presence;
    private final SqliteReaders readers;
    private final Optional<GroupCommit> writer;
    private final WriteCache recent;
    private final KnownVersions versions;
    private volatile boolean closed;

    private SqliteStore(
            Path file,
            Migrations migrations,
            DatabaseLock hold,
            FilePresence presence,
            SqliteReaders readers,
            Optional<GroupCommit> writer,
            WriteCache recent,
            KnownVersions versions) {
        this.file = file;
        this.migrations = migrations;
        this.hold = hold;
        this.presence = presence;
        this.readers = readers;
        this.writer = writer;
        this.recent = recent;
        this.versions = versions;
    }

    public static SqliteStore open(String url, Access access) {
        return open(SqliteFile.of(url), access, Migrations.CURRENT);
    }

    public static SqliteStore open(Path file, Access access, Migrations migrations) {
        return access == Access.READ_WRITE
                ? forWriting(file, migrations, new SqliteConnections(file))
                : forReading(file, migrations);
    }

    public static SqliteStore forWriting(Path file, Migrations migrations, SqliteConnections connections) {
        DatabaseLock hold = DatabaseLock.forWriting(file);
        try {
            if (Files.exists(file)) {
                SqliteFile.requireOurs(file, migrations);
                if (!Files.isWritable(file)) {
                    throw new LedgerException(
                            Reason.STORE_UNAVAILABLE, "The ledgers' file cannot be written: " + file + ".", List.of());
                }
            } else {
                SqliteFile.create(file, migrations);
            }
            Session link = connections.writer();
            try {
                if (migrations.wouldChange(link)) {
                    SqliteBackup.beforeMigration(file, link);
                }
                SqliteFile.migrate(link, migrations, false);
            } catch (LedgerException refusal) {
                link.close();
                throw refusal;
            }
            FilePresence presence = new FilePresence(file);
            SqliteReaders readers = new SqliteReaders(() -> opened(presence, connections::reader));
            WriteCache recent = WriteCache.ofWriter(new KeptTables());
            KnownVersions versions = new KnownVersions();
            GroupCommit writer = new GroupCommit(
                    link, () -> opened(presence, connections::writer), presence, recent::forget, versions::committed);
            return new SqliteStore(file, migrations, hold, presence, readers, Optional.of(writer), recent, versions);
        } catch (LedgerException refusal) {
            hold.close();
            throw refusal;
        }
    }

    private static SqliteStore forReading(Path file, Migrations migrations) {
        if (!Files.exists(file)) {
            throw new LedgerException(Reason.STORE_UNAVAILABLE, "There is no ledgers' file " + file + ".", List.of());
        }
        DatabaseLock hold = DatabaseLock.forReading(file, () -> SqliteFile.requireOurs(file, migrations));
        try {
            FilePresence presence = new FilePresence(file);
            SqliteConnections connections = new SqliteConnections(file);
            SqliteReaders readers = new SqliteReaders(() -> opened(presence, connections::readerOnly));
            readers.read(link -> {
                try {
                    migrations.require(link.connection());
                    return true;
                } catch (SQLException e) {
                    throw link.failed(e);
                }
            });
            WriteCache recent = WriteCache.shared(new KeptTables());
            return new SqliteStore(
                    file, migrations, hold, presence, readers, Optional.empty(), recent, new KnownVersions());
        } catch (LedgerException refusal) {
            hold.close();
            throw refusal;
        }
    }

    private static Session opened(FilePresence presence, Supplier<Session> connection) {
        presence.require();
        return connection.get();
    }

    @Override
    public boolean create(LedgerId ledger, Supplier<LedgerSettings> settings) {
        boolean exists = readers().read(link -> LedgerRow.exists(link, ledger.number()));
        return !exists && writer().write(link -> SqlLedger.create(link, ledger, settings));
    }

    @Override
    public <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work) {
        KnownVersions.SinceCommit seen = versions.sinceCommit();
        return readers()
                .read(link -> SqlLedger.read(link, recent.known(), ledger, reader -> {
                    seen.note(ledger, reader.version());
                    return work.apply(reader);
                }));
    }

    /** The one process that may write knows what it has written; who only reads must look. */
    @Override
    public long version(LedgerId ledger) {
        presence.requireLately();
        OptionalLong known =
                writer.isPresent() && !closed ? versions.sinceCommit().of(ledger) : OptionalLong.empty();
        return known.isPresent() ? known.getAsLong() : this.<Long>read(ledger, LedgerReader::version);
    }

    @Override
    public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        return writer().write(link -> SqlLedger.write(link, recent, ledger, work));
    }

    @Override
    public <T> T writeBulk(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        return writer().writeHere(link -> SqlLedger.write(link, recent, ledger, work));
    }

    private SqliteReaders readers() {
        if (closed) {
            throw GroupCommit.closed();
        }
        presence.requireLately();
        return readers;
    }

    private GroupCommit writer() {
        if (closed) {
            throw GroupCommit.closed();
        }
        return writer.orElseThrow(
                () -> new LedgerException(Reason.READ_ONLY, "The store is open for reading only.", List.of()));
    }

    @Override
    public StoreCheck check() {
        return readers().read(SqliteBackup::check);
    }

    @Override
    public void backUp(Path target) {
        if (closed) {
            throw GroupCommit.closed();
        }
        SqliteBackup.write(file, target, migrations);
    }

    private StoreFigures figures() {
        return writer.map(GroupCommit::figures).orElse(StoreFigures.NONE);
    }

    @Override
    public StoreState state() {
        return stateNow().with(figures());
    }

    private StoreState stateNow() {
        try {
            readers().read(link -> LedgerRow.exists(link, LedgerId.FIRST.number()));
        } catch (LedgerException refusal) {
            return new StoreState("sqlite", false, false, refusal.getMessage());
        }
        Optional<LedgerException> trouble = trouble();
        String detail = writer.isEmpty() ? "Open for reading only." : "Kept in a file.";
        return new StoreState(
                "sqlite",
                trouble.isEmpty(),
                writer.isPresent() && trouble.isEmpty(),
                trouble.map(LedgerException::getMessage).orElse(detail));
    }

    /**
     * Returns what stands in the way of writing. If the last write failed, another is tried that changes nothing:
     * nobody writes to a store that is not ready, so that it would never learn that the disk has room again.
     */
    private Optional<LedgerException> trouble() {
        Optional<LedgerException> last = writer.flatMap(GroupCommit::trouble);
        boolean full =
                last.filter(trouble -> trouble.reason() == Reason.STORE_FULL).isPresent();
        // What little a trial needs may still fit where nothing else does.
        if (last.isEmpty() || (full && file.toFile().getUsableSpace() < LEAST_ROOM)) {
            return last;
        }
        try {
            boolean written = writer().write(link -> {
                link.run("PRAGMA user_version = " + migrations.version());
                return true;
            });
            return written ? Optional.empty() : writer.flatMap(GroupCommit::trouble);
        } catch (LedgerException still) {
            return Optional.of(still);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            readers.close();
            writer.ifPresent(GroupCommit::close);
            hold.close();
        }
    }
}
