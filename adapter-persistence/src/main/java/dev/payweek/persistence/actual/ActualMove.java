package dev.payweek.persistence.actual;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.MoveFormat;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What Actual exports: a ZIP with its database, {@code db.sqlite}.
 *
 * <pre>{@code
 * new ActualMove().recognise(StatementFile.of("2026-03-31-My-Finances.zip", bytes));    // 100
 * }</pre>
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class ActualMove implements MoveFormat {

    private static final String DATABASE = "db.sqlite";
    private static final int MOST_PARTS = 20;
    private static final long MOST_BYTES = 512L << 20;
    private static final int BUFFER = 1 << 16;

    /** Opens the database for reading only; what it may define as code is not run. */
    private static final String READ_ONLY = "1";

    /** Creates the format. */
    public ActualMove() {}

    @Override
    public String name() {
        return "actual";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        try (ZipInputStream zip = open(file)) {
            return find(zip) ? 100 : 0;
        } catch (ZipException | EOFException e) {
            // Packed, but broken; then nobody knows what is in it.
            return 0;
        }
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, MoveSink sink) throws IOException {
        Path copy = Files.createTempFile("payweek", ".sqlite");
        try {
            unpack(file, copy);
            Properties properties = new Properties();
            properties.setProperty("open_mode", READ_ONLY);
            try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + copy, properties)) {
                new ActualBudget(database, sink).read();
            }
            return List.of();
        } catch (ZipException | EOFException | SQLException e) {
            throw new LedgerException(Reason.INVALID, "The budget of Actual is broken; export it again.", e);
        } finally {
            Files.delete(copy);
        }
    }

    private static ZipInputStream open(StatementFile file) throws IOException {
        return new ZipInputStream(new BufferedInputStream(file.open()));
    }

    private static boolean find(ZipInputStream zip) throws IOException {
        ZipEntry part = zip.getNextEntry();
        for (int parts = 1; part != null && parts < MOST_PARTS; parts++) {
            if (part.getName().equals(DATABASE)) {
                return true;
            }
            part = zip.getNextEntry();
        }
        return false;
    }

    private static void unpack(StatementFile file, Path to) throws IOException {
        try (ZipInputStream zip = open(file);
                OutputStream out = Files.newOutputStream(to)) {
            if (!find(zip)) {
                throw new ZipException("no " + DATABASE);
            }
            copy(zip, out);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > MOST_BYTES) {
                throw LedgerException.invalid(
                        "file", "too_large", "The file is larger than the books of any household.");
            }
            out.write(buffer, 0, read);
        }
    }
}
