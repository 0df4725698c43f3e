package dev.payweek.persistence.sqlite;

import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.SQLDialect;

/**
 * What can be said of a ledgers' file without opening it as a database, and how a new one comes into being.
 *
 * <p>A file is judged by its first hundred bytes, so that one that is not ours is left exactly as it was.
 */
public final class SqliteFile {

    /** Marks a SQLite file as ours: "payw" in ASCII. */
    static final int APPLICATION_ID = 0x70617977;

    public static final String PREFIX = "jdbc:sqlite:";

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int PAGE_SIZE_AT = 16;
    private static final int PAGES_AT = 28;
    private static final int USER_VERSION_AT = 60;
    private static final int APPLICATION_ID_AT = 68;

    private SqliteFile() {}

    /** Returns the file that a URL names, with links followed as far as it exists. */
    public static Path of(String url) {
        String name = url.substring(PREFIX.length());
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            throw new LedgerException(
                    Reason.INVALID,
                    "A SQLite store is named by its file, like jdbc:sqlite:payweek.db; memory and parameters are not"
                            + " supported.",
                    List.of());
        }
        try {
            Path file = Path.of(name).toAbsolutePath().normalize();
            Path folder = file.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw unusable("The folder of the ledgers' file does not exist: " + file + ".");
            }
            return Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
        } catch (InvalidPathException | IOException e) {
            throw new LedgerException(Reason.STORE_UNAVAILABLE, "The ledgers' file cannot be found: " + name + ".", e);
        }
    }

    /** Returns the refusal of what should write a file and could not, with the reason where Java knows one. */
    static LedgerException unwritable(String what, Path file, IOException failure) {
        String why;
        if (failure instanceof NoSuchFileException) {
            why = ": there is no such folder";
        } else if (failure instanceof AccessDeniedException) {
            why = ": that is not allowed";
        } else {
            why = failure instanceof FileSystemException system && system.getReason() != null
                    ? ": " + system.getReason()
                    : "";
        }
        return new LedgerException(Reason.STORE_UNAVAILABLE, what + " cannot be written: " + file + why + ".", failure);
    }

    /** Returns whether a file, damaged perhaps, is one of ours by its first bytes. */
    static boolean isOurs(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(HEADER);
            return header.length == HEADER && ByteBuffer.wrap(header).getInt(APPLICATION_ID_AT) == APPLICATION_ID;
        } catch (IOException e) {
            return false;
        }
    }

    /** Refuses a file that is empty, no database, not ours, cut off, or made by a newer version; it is only read. */
    static void requireOurs(Path file, Migrations migrations) {
        byte[] header = new byte[HEADER];
        int length;
        try (InputStream in = Files.newInputStream(file)) {
            length = in.readNBytes(header, 0, HEADER);
        } catch (IOException e) {
            throw new LedgerException(Reason.STORE_UNAVAILABLE, "The ledgers' file cannot be read: " + file + ".", e);
        }
        if (length == 0) {
            throw unusable("The file is empty, so it is either damaged or not a ledgers' file: " + file
                    + ". Remove it to start afresh, or restore: " + wayBack(file));
        }
        ByteBuffer fields = ByteBuffer.wrap(header);
        if (length < HEADER || !fields.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw unusable("The file is not a database: " + file + ". If it was one: " + wayBack(file));
        }
        if (fields.getInt(APPLICATION_ID_AT) != APPLICATION_ID) {
            throw unusable("The file is a database of another program: " + file + ".");
        }
        if (fields.getInt(USER_VERSION_AT) > migrations.version()) {
            throw migrations.newer(fields.getInt(USER_VERSION_AT));
        }
        requireWhole(file, fields);
    }

    /** Refuses a file that is shorter than it says, unless there is a log beside it that may hold the rest. */
    private static void requireWhole(Path file, ByteBuffer fields) {
        int unit = Short.toUnsignedInt(fields.getShort(PAGE_SIZE_AT));
        // The largest size does not fit the field, so the format writes 1 for it.
        long wanted = Integer.toUnsignedLong(fields.getInt(PAGES_AT)) * (unit == 1 ? 65_536 : unit);
        long length = file.toFile().length();
        if (length < wanted && !Files.exists(file.resolveSibling(file.getFileName() + "-wal"))) {
            throw unusable("The file is cut off, " + length + " of its " + wanted + " bytes are left: " + file
                    + ". To bring back a backup: " + wayBack(file));
        }
    }

    /** Says how to bring a file back: from the newest backup that lies beside it, if one does. */
    private static String wayBack(Path file) {
        Optional<Path> newest = Optional.empty();
        try (Stream<Path> beside = Files.list(file.resolveSibling("."))) {
            String name = String.valueOf(file.getFileName());
            newest = beside.map(path -> path.toAbsolutePath().normalize())
                    .filter(path -> path.getFileName().toString().startsWith(name)
                            && path.getFileName().toString().endsWith(".backup"))
                    .max(Comparator.comparingLong(path -> path.toFile().lastModified()));
        } catch (IOException e) {
            // Then there is none to name.
        }
        return "payweek restore " + newest.map(Path::toString).orElse("FILE") + " --force";
    }

    /**
     * Makes a new file: complete under another name first, so that no crash leaves half a one, and readable by its
     * owner only from the beginning.
     */
    public static void create(Path file, Migrations migrations) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            createPrivately(draft);
            try (Session link = new Session(SqliteConnections.draft(draft), SQLDialect.SQLITE)) {
                link.run("PRAGMA application_id = " + APPLICATION_ID);
                migrate(link, migrations, true);
                link.run("PRAGMA journal_mode = WAL");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(file);
        } catch (IOException e) {
            throw new LedgerException(Reason.STORE_UNAVAILABLE, "The ledgers' file cannot be made: " + file + ".", e);
        }
    }

    /** Applies the migrations that are missing, with SQLite's own note of the version. */
    public static void migrate(Session link, Migrations migrations, boolean isNew) {
        link.run("BEGIN IMMEDIATE");
        try {
            migrations.apply(link, isNew);
            link.run("PRAGMA user_version = " + migrations.version());
            link.run("COMMIT");
        } catch (SQLException e) {
            link.run("ROLLBACK");
            throw link.failed(e);
        } catch (LedgerException refusal) {
            link.run("ROLLBACK");
            throw refusal;
        }
    }

    /** Creates an empty file that only its owner can read, unless it exists. */
    static void createPrivately(Path file) throws IOException {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            // Its owner has chosen who may read it.
        }
    }

    /** Makes the new name lasting. Not every system lets a folder be opened; there the system sees to it. */
    static void syncFolder(Path file) {
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows.
        }
    }

    private static LedgerException unusable(String message) {
        return new LedgerException(Reason.STORE_UNUSABLE, message, List.of());
    }
}
