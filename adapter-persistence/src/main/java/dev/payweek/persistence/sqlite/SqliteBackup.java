package dev.payweek.persistence.sqlite;

import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.ledger.IntegrityCheck;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreCheck.Finding;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies of a ledgers' file, each gone over before anything relies on it. A copy is made by the database, never by
 * copying the file, which without its log is an older one or none.
 */
public final class SqliteBackup {

    private SqliteBackup() {}

    /** Goes over a database: its pages by SQLite, its rows by us. */
    static StoreCheck check(Session link) {
        List<Finding> findings = new ArrayList<>();
        for (String line : answers(link, "PRAGMA integrity_check(100)")) {
            if (!line.equals("ok")) {
                findings.add(new Finding("file", line));
            }
        }
        return IntegrityCheck.of(link, findings);
    }

    private static List<String> answers(Session link, String sql) {
        try (var statement = link.connection().createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw link.failed(e);
        }
    }

    /** Writes a copy of a file to another; only an older copy is replaced, and by a sound one. */
    static void write(Path file, Path target, Migrations migrations) {
        Path copy = target.toAbsolutePath().normalize();
        if (copy.equals(file)) {
            throw new LedgerException(Reason.INVALID, "A backup needs a file of its own: " + copy + ".", List.of());
        }
        if (copy.toFile().length() > 0 && !SqliteFile.isOurs(copy)) {
            throw new LedgerException(
                    Reason.CONFLICT, "There is another file already, which is no backup: " + copy + ".", List.of());
        }
        Path draft = copy.resolveSibling(copy.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            SqliteFile.createPrivately(draft);
            try (Session link = new SqliteConnections(file).copier()) {
                vacuumInto(link, draft);
            }
            requireSound(draft, migrations);
            putInPlace(draft, copy);
        } catch (IOException e) {
            throw SqliteFile.unwritable("The backup", copy, e);
        } finally {
            discard(draft);
        }
    }

    /**
     * Keeps a copy of a file beside it before its tables are changed. Its rows are of an older layout, so it is gone
     * over by SQLite only.
     */
    static void beforeMigration(Path file, Session link) {
        String version = answers(link, "PRAGMA user_version").get(0);
        Path copy = file.resolveSibling(file.getFileName() + ".schema-" + version + ".backup");
        Path draft = copy.resolveSibling(copy.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            SqliteFile.createPrivately(draft);
            vacuumInto(link, draft);
            try (Session opened = new SqliteConnections(draft).readerOnly()) {
                List<String> words = answers(opened, "PRAGMA integrity_check(1)");
                if (!words.equals(List.of("ok"))) {
                    throw unsound(file, words.get(0));
                }
            }
            putInPlace(draft, copy);
        } catch (IOException e) {
            throw SqliteFile.unwritable("The backup", copy, e);
        } finally {
            discard(draft);
        }
    }

    /** Puts a copy in the place of a file that no process has open, after going over it before and after. */
    public static void restore(Path file, Path from, boolean replace, Migrations migrations) {
        Path copy = from.toAbsolutePath().normalize();
        if (!Files.isRegularFile(copy)) {
            throw new LedgerException(Reason.NOT_FOUND, "There is no backup " + copy + ".", List.of());
        }
        DatabaseLock hold = DatabaseLock.forWriting(file);
        Path draft = file.resolveSibling(file.getFileName() + ".restored");
        try {
            if (Files.exists(file) && !replace) {
                throw new LedgerException(
                        Reason.CONFLICT, "There are ledgers already: " + file + "; --force replaces them.", List.of());
            }
            SqliteFile.requireOurs(copy, migrations);
            Files.deleteIfExists(draft);
            SqliteFile.createPrivately(draft);
            try (Session link = new SqliteConnections(copy).readerOnly()) {
                vacuumInto(link, draft);
            }
            requireSound(draft, migrations);
            discard(file.resolveSibling(file.getFileName() + "-wal"));
            discard(file.resolveSibling(file.getFileName() + "-shm"));
            putInPlace(draft, file);
            requireSound(file, migrations);
        } catch (IOException e) {
            throw SqliteFile.unwritable("The ledgers' file", file, e);
        } finally {
            discard(draft);
            hold.close();
        }
    }

    /** The file exists and is empty, which SQLite fills, so that nobody but its owner could ever read it. */
    private static void vacuumInto(Session link, Path target) {
        try (var statement = link.connection().prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toString());
            statement.execute();
        } catch (SQLException e) {
            throw link.failed(e);
        }
    }

    private static void requireSound(Path file, Migrations migrations) {
        SqliteFile.requireOurs(file, migrations);
        try (Session link = new SqliteConnections(file).readerOnly()) {
            if (migrations.wouldChange(link)) {
                // Its rows are of an older layout; opening it will bring them over.
                return;
            }
            List<Finding> findings = check(link).findings();
            if (!findings.isEmpty()) {
                throw unsound(
                        file, findings.get(0).place() + ": " + findings.get(0).problem());
            }
        }
    }

    private static LedgerException unsound(Path file, String finding) {
        return new LedgerException(
                Reason.STORE_UNUSABLE, "What is copied is damaged (" + file + "): " + finding, List.of());
    }

    private static void putInPlace(Path draft, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        SqliteFile.syncFolder(file);
    }

    /** What cannot be removed lies under a name that the next copy removes first. */
    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LedgerException(Reason.STORE_UNAVAILABLE, "The file cannot be removed: " + file + ".", e);
        }
    }
}
