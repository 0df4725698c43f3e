package dev.payweek.persistence.sqlite;

import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.jdbc.SqlFailure;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.SQLDialect;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to one SQLite file, each set up for data that matters. */
public final class SqliteConnections {

    static {
        SqliteLibrary.offer();
    }

    /** Before it, two connections at once could damage a file in WAL mode. */
    private static final List<Integer> OLDEST_SAFE = List.of(3, 51, 3);

    /** The timeout comes first, since the others may have to wait. */
    private static final List<String> EACH = List.of(
            "PRAGMA busy_timeout = 5000",
            "PRAGMA trusted_schema = OFF",
            "PRAGMA cell_size_check = ON",
            "PRAGMA foreign_keys = ON");

    /**
     * For large transactions: the pages of a piece of an import stay in memory until the commit, and hardly more, since
     * memory that is soon used again is fast; what a savepoint needs goes to memory and not to a temporary file; and
     * the log is brought into the file less often.
     */
    private static final List<String> WRITER = List.of(
            "PRAGMA cache_size = -4096",
            "PRAGMA temp_store = MEMORY",
            "PRAGMA wal_autocheckpoint = 4000",
            "PRAGMA journal_size_limit = 67108864");

    private final Path file;
    private final String synchronous;

    public SqliteConnections(Path file) {
        this(file, "FULL");
    }

    /** Connections whose commits may be on the disk later, to show what that would lose. */
    public SqliteConnections(Path file, String synchronous) {
        this.file = file;
        this.synchronous = synchronous;
    }

    /** Opens the connection of a file that is being made, which has no log beside it yet. */
    static Connection draft(Path file) {
        Connection connection = opened("jdbc:sqlite:" + file, new SQLiteConfig());
        requireSafeVersion(connection);
        return connection;
    }

    /** Opens the connection that writes: each commit is on the disk before it returns. */
    public Session writer() {
        Connection connection = opened("jdbc:sqlite:" + file, new SQLiteConfig());
        requireSafeVersion(connection);
        Session link = new Session(connection, SQLDialect.SQLITE);
        if (!answer(connection, "PRAGMA journal_mode = WAL").equals("wal")) {
            link.close();
            throw new LedgerException(
                    Reason.STORE_UNUSABLE, "The ledgers' file lies where SQLite cannot keep its log.", List.of());
        }
        link.run("PRAGMA synchronous = " + synchronous);
        WRITER.forEach(link::run);
        return link;
    }

    /** Opens a connection that reads beside the writer. */
    Session reader() {
        Session link = new Session(opened("jdbc:sqlite:" + file, new SQLiteConfig()), SQLDialect.SQLITE);
        link.run("PRAGMA query_only = ON");
        return link;
    }

    /** Opens a connection that copies the file beside its readers and writer. */
    Session copier() {
        return new Session(opened("jdbc:sqlite:" + file, new SQLiteConfig()), SQLDialect.SQLITE);
    }

    /**
     * Opens a connection that can only read. Where nothing can be written beside the file and no log is there, the file
     * is taken as unchanging, which is the only way to read it there.
     */
    Session readerOnly() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        boolean unchanging = !Files.isWritable(file.resolveSibling("."))
                && !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        Connection connection = opened("jdbc:sqlite:" + file.toUri() + (unchanging ? "?immutable=1" : ""), config);
        requireSafeVersion(connection);
        return new Session(connection, SQLDialect.SQLITE);
    }

    private static Connection opened(String url, SQLiteConfig config) {
        // Else the driver asks for the last row's number after each statement, which nobody here wants to know.
        config.setGetGeneratedKeys(false);
        // One thread at a time uses a connection, so SQLite need not lock it at each of its calls.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        try {
            Connection connection = config.createConnection(url);
            for (String pragma : EACH) {
                answer(connection, pragma);
            }
            return connection;
        } catch (SQLException e) {
            throw SqlFailure.of(e, SQLDialect.SQLITE).refusal();
        }
    }

    private static void requireSafeVersion(Connection connection) {
        String version = answer(connection, "SELECT sqlite_version()");
        String[] parts = version.split("\\.");
        for (int i = 0; i < OLDEST_SAFE.size(); i++) {
            int difference = Integer.parseInt(parts[i]) - OLDEST_SAFE.get(i);
            if (difference > 0) {
                return;
            }
            if (difference < 0) {
                throw new LedgerException(
                        Reason.STORE_UNUSABLE, "SQLite " + version + " can damage files; 3.51.3 is needed.", List.of());
            }
        }
    }

    private static String answer(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, SQLDialect.SQLITE).refusal();
        }
    }
}
