package dev.payweek.persistence.migration;

import dev.payweek.persistence.jdbc.Session;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The scripts that make the tables, each applied once to each database.
 *
 * <p>Everything here runs inside a transaction of the caller's: a script and the note that it was applied become
 * lasting together. A database that a newer version has touched, or one whose applied scripts are not the ones known
 * here, is refused before anything is written.
 */
public final class Migrations {

    /** What stands in a script as a comment is for SQLite only, such as to keep a table without a row number. */
    private static final Pattern FOR_SQLITE = Pattern.compile("/\\* (.*?) \\*/");

    public static final String TABLE_OF_VERSIONS = """
            CREATE TABLE schema_version (
              version INT NOT NULL,
              script VARCHAR(200) NOT NULL,
              checksum VARCHAR(64) NOT NULL,
              CONSTRAINT schema_version_key PRIMARY KEY (version)
            )""";

    /** The migrations of this program; the number in front of the name is a script's version. */
    public static final Migrations CURRENT = new Migrations(List.of(Script.load("V1__ledgers.sql")));

    /** What SQL alone cannot do of a migration. */
    @FunctionalInterface
    public interface Fill {
        void run(Session link) throws SQLException;
    }

    /**
     * A script.
     *
     * @param name the name of its file
     * @param sql its statements, each ended by a semicolon at the end of a line
     * @param fill what is done after them
     */
    public record Script(String name, String sql, Fill fill) {

        public Script(String name, String sql) {
            this(name, sql, link -> {});
        }

        public Script then(Fill other) {
            return new Script(name, sql, other);
        }

        public static Script load(String name) {
            try (InputStream in = Migrations.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("The program lacks its script " + name + ".");
                }
                return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns the script's digest; line ends do not count, since tools change them. */
        public String checksum() {
            try {
                byte[] bytes = sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        public List<String> statements() {
            return Arrays.stream(sql.split(";\\R|;$"))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        }
    }

    private record Applied(int version, String checksum) {}

    private final List<Script> scripts;

    public Migrations(List<Script> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /** Returns the version of a database that is up to date. */
    public int version() {
        return scripts.size();
    }

    /** Returns the same scripts and one more. */
    public Migrations and(Script next) {
        return new Migrations(Stream.concat(scripts.stream(), Stream.of(next)).toList());
    }

    /** Applies what is missing; the table of what was applied must not be there in a database that is new. */
    public void apply(Session link, boolean isNew) throws SQLException {
        Connection connection = link.connection();
        if (isNew) {
            execute(connection, TABLE_OF_VERSIONS);
        }
        for (int version = verified(connection) + 1; version <= scripts.size(); version++) {
            Script script = scripts.get(version - 1);
            for (String statement : script.statements()) {
                execute(
                        connection,
                        link.isSqlite() ? FOR_SQLITE.matcher(statement).replaceAll("$1") : statement);
            }
            script.fill().run(link);
            note(link, version, version);
        }
    }

    /** Returns the scripts that a database of a version lacks. */
    public List<Script> after(int version) {
        return scripts.subList(version, scripts.size());
    }

    /** Returns whether scripts are missing in a database that is not new. */
    public boolean wouldChange(Session link) {
        try {
            return verified(link.connection()) < scripts.size();
        } catch (SQLException e) {
            throw link.failed(e);
        }
    }

    /** Refuses unless the database is exactly up to date. */
    public void require(Connection connection) throws SQLException {
        if (verified(connection) < scripts.size()) {
            throw unusable("The ledgers were kept by an older version and must be opened for writing once.");
        }
    }

    /**
     * Refuses unless the database is up to date or one script ahead. A script only adds what the program before it can
     * leave alone; what nobody uses any more goes with a later one.
     */
    public void requireUsable(Connection connection) throws SQLException {
        List<Applied> applied = applied(connection);
        if (applied.size() > scripts.size() + 1) {
            throw newer(applied.size());
        }
        verified(applied.subList(0, Math.min(applied.size(), scripts.size())));
        if (applied.size() < scripts.size()) {
            throw unusable("The ledgers were kept by an older version; their tables must be brought up to date first.");
        }
    }

    /** Returns the version of the database, after making sure that it came about by the scripts known here. */
    public int verified(Connection connection) throws SQLException {
        return verified(applied(connection));
    }

    private static List<Applied> applied(Connection connection) throws SQLException {
        List<Applied> applied = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT version, checksum FROM schema_version ORDER BY version")) {
            while (rows.next()) {
                applied.add(new Applied(rows.getInt(1), rows.getString(2)));
            }
        }
        return applied;
    }

    private int verified(List<Applied> applied) {
        if (applied.size() > scripts.size()) {
            throw newer(applied.size());
        }
        for (int i = 0; i < applied.size(); i++) {
            if (applied.get(i).version() != i + 1
                    || !applied.get(i).checksum().equals(scripts.get(i).checksum())) {
                throw unusable("The tables were not made by this program's script "
                        + scripts.get(i).name() + "; nothing was changed.");
            }
        }
        return applied.size();
    }

    /** Returns the refusal of a database that a newer version of the program has made. */
    public LedgerException newer(int version) {
        return unusable("The ledgers were kept by a newer version of Payweek (schema " + version + ", this one knows "
                + scripts.size() + "); nothing was changed.");
    }

    /** Notes scripts as applied, both versions included. */
    public void note(Session link, int first, int last) throws SQLException {
        try (PreparedStatement insert = link.connection()
                .prepareStatement("INSERT INTO schema_version (version, script, checksum) VALUES (?, ?, ?)")) {
            for (int version = first; version <= last; version++) {
                Script script = scripts.get(version - 1);
                insert.setInt(1, version);
                insert.setString(2, script.name());
                insert.setString(3, script.checksum());
                insert.executeUpdate();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static LedgerException unusable(String message) {
        return new LedgerException(Reason.STORE_UNUSABLE, message, List.of());
    }
}
