package dev.payweek.persistence;

import dev.payweek.persistence.migration.Migrations;
import dev.payweek.persistence.postgres.PostgresStore;
import dev.payweek.persistence.sqlite.SqliteBackup;
import dev.payweek.persistence.sqlite.SqliteFile;
import dev.payweek.persistence.sqlite.SqliteStore;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens ledgers in SQLite files and PostgreSQL databases.
 *
 * <pre>{@code
 * new SqlStoreProvider().open("jdbc:sqlite:payweek.db", Access.READ_WRITE);
 * new SqlStoreProvider().open("jdbc:postgresql://localhost/payweek?user=payweek", Access.READ_WRITE);
 * }</pre>
 *
 * <p>A SQLite file is made when there is none; one that is empty, foreign or newer is refused untouched. The tables of
 * a PostgreSQL database are made in its current schema when there are none. Its URL may say how many connections are
 * held at most ({@code poolSize=2}; 10 unless said, at most 999) and that each transaction takes one statement that
 * makes or changes tables ({@code schemaSteps=single}, or {@code async} where indexes are to be built beside the work).
 * With {@code schemaSteps=none} no table is made or changed because somebody else does that before, tables that are one
 * script ahead are accepted, and connections are opened one by one as they are needed; so is the one of
 * {@code poolSize=1}.
 */
public final class SqlStoreProvider implements StoreProvider {

    private static final String POSTGRES_PREFIX = "jdbc:postgresql:";

    /** Creates the provider; {@link java.util.ServiceLoader} does. */
    public SqlStoreProvider() {}

    @Override
    public boolean accepts(String url) {
        return url.startsWith(SqliteFile.PREFIX) || url.startsWith(POSTGRES_PREFIX);
    }

    @Override
    public LedgerStore open(String url, Access access) {
        return url.startsWith(SqliteFile.PREFIX) ? SqliteStore.open(url, access) : PostgresStore.open(url, access);
    }

    @Override
    public void restore(String url, Path copy, boolean replace) {
        if (!url.startsWith(SqliteFile.PREFIX)) {
            throw new LedgerException(Reason.INVALID, "PostgreSQL is brought back with pg_restore.", List.of());
        }
        SqliteBackup.restore(SqliteFile.of(url), copy, replace, Migrations.CURRENT);
    }
}
