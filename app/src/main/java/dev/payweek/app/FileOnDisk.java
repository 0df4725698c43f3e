package dev.payweek.app;

import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A bank's file read from disk as often as it is asked for, so that its size does not matter. What comes by standard
 * input is kept on disk until it is closed.
 */
final class FileOnDisk implements StatementFile, AutoCloseable {

    private static final String STANDARD_INPUT = "-";

    private final Path path;
    private final String name;
    private final boolean passing;

    private FileOnDisk(Path path, String name, boolean passing) {
        this.path = path;
        this.name = name;
        this.passing = passing;
    }

    /** Returns the file that a caller names, or what the caller sends where {@code -} is named. */
    static FileOnDisk of(Caller caller, Path named) {
        Path path = caller.file(named);
        if (!named.toString().equals(STANDARD_INPUT) || Files.exists(path)) {
            return new FileOnDisk(path, String.valueOf(path.getFileName()), false);
        }
        try {
            Path kept = Files.createTempFile("payweek", ".in");
            kept.toFile().deleteOnExit();
            Files.copy(caller.input(), kept, StandardCopyOption.REPLACE_EXISTING);
            return new FileOnDisk(kept, "standard input", true);
        } catch (IOException e) {
            throw new UncheckedIOException("Standard input cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns how many bytes it has; 0 when that is not known, as of a pipe. */
    long size() {
        return path.toFile().length();
    }

    @Override
    public InputStream open() throws IOException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new IOException("there is no readable file " + path);
        }
        return Files.newInputStream(path);
    }

    @Override
    public void close() {
        if (passing) {
            path.toFile().delete();
        }
    }
}
