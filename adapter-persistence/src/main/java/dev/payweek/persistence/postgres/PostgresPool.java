package dev.payweek.persistence.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.jdbc.SqlFailure;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.StoreProvider.Access;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.SQLDialect;

/** Opens the pool of connections to a PostgreSQL database, and brings its tables up to date. */
public final class PostgresPool {

    private static final int LONGEST_WAIT_MILLIS = 5_000;

    /** Names the lock that keeps two programs from migrating at once: "payw" in ASCII. */
    private static final long MIGRATION_LOCK = 0x70617977;

    /** A server that acknowledges before it has written must not be believed; a stricter setting is left alone. */
    static final String DURABLE = "SELECT set_config('synchronous_commit', 'on', false)"
            + " WHERE current_setting('synchronous_commit', true) = 'off'";

    private PostgresPool() {}

    static HikariConfig config(PostgresUrl url, Access access) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("payweek");
        config.setJdbcUrl(url.driver());
        config.setAutoCommit(false);
        config.setReadOnly(access == Access.READ_ONLY);
        config.setMaximumPoolSize(url.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        config.setInitializationFailTimeout(LONGEST_WAIT_MILLIS);
        config.setConnectionInitSql(DURABLE);
        // Without this the statement above would leave its transaction open to the first work.
        config.setIsolateInternalQueries(true);
        config.addDataSourceProperty("ApplicationName", "payweek");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    static HikariDataSource open(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw e.getCause() instanceof SQLException cause
                    ? SqlFailure.of(cause, SQLDialect.POSTGRES).refusal()
                    : new LedgerException(Reason.STORE_UNAVAILABLE, "The database's address is not understood.", e);
        }
    }

    /** Makes sure that the tables are up to date, and returns so. */
    static boolean requireCurrent(Session link, Migrations migrations) {
        try {
            migrations.require(link.connection());
            return true;
        } catch (SQLException e) {
            throw link.failed(e);
        }
    }

    /** Makes sure that the tables are up to date or one script ahead, and returns so. */
    static boolean requireUsable(Session link, Migrations migrations) {
        try {
            if (isNew(link)) {
                throw Migrations.unusable("The database holds no ledgers yet: its tables must be made first.");
            }
            migrations.requireUsable(link.connection());
            return true;
        } catch (SQLException e) {
            throw link.failed(e);
        }
    }

    /** Brings the tables up to date, and returns that they are. Others who would do the same wait until the commit. */
    public static boolean migrate(Session link, Migrations migrations) {
        link.run("SELECT pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
        try {
            migrations.apply(link, isNew(link));
            return true;
        } catch (SQLException e) {
            throw link.failed(e);
        }
    }

    /** Returns whether the current schema of the database has never held ledgers. */
    static boolean isNew(Session link) throws SQLException {
        try (Statement statement = link.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_tables"
                        + " WHERE schemaname = current_schema() AND tablename = 'schema_version'")) {
            row.next();
            return row.getInt(1) == 0;
        }
    }
}
