package dev.payweek.app;

import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bank's file read from disk as often as it is asked for, so that its size does not matter. */
record FileOnDisk(Path path) implements StatementFile {

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
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
}
