package dev.payweek.spreadsheets;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.StatementFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of a packed file. They are read from a copy on disk, which only its owner may read and which is gone when
 * this is closed. How much may come out of all of them together is bounded.
 */
final class ZipParts implements Closeable {

    /** The most bytes of a packed file. */
    static final long MOST_PACKED = 32L << 20;

    /** The most bytes that may come out of it. */
    static final long MOST_UNPACKED = 256L << 20;

    /** No tag and no text of a workbook is as long as this. */
    private static final int LONGEST_RUN = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final Path copy;
    private final ZipFile zip;
    private long unpacked;

    private ZipParts(Path copy, ZipFile zip) {
        this.copy = copy;
        this.zip = zip;
    }

    static ZipParts of(StatementFile file) throws IOException {
        Path copy = Files.createTempFile("payweek", ".zip");
        boolean open = false;
        try {
            copy(file, copy);
            ZipParts parts = new ZipParts(copy, new ZipFile(copy.toFile()));
            open = true;
            return parts;
        } catch (ZipException | EOFException e) {
            throw BrokenWorkbook.because(e);
        } finally {
            if (!open) {
                Files.delete(copy);
            }
        }
    }

    private static void copy(StatementFile file, Path to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = file.open();
                OutputStream out = Files.newOutputStream(to)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > MOST_PACKED) {
                    throw SheetBuilder.tooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** Returns whether there is a part of a name, whatever its letters' case. */
    boolean has(String name) {
        return entry(name).isPresent();
    }

    /**
     * Opens a part of XML.
     *
     * @throws LedgerException if there is none
     */
    InputStream open(String name) throws IOException {
        ZipEntry entry =
                entry(name).orElseThrow(() -> BrokenWorkbook.because("its part \"" + name + "\" is not there"));
        try {
            return new Bounded(zip.getInputStream(entry));
        } catch (ZipException | EOFException e) {
            throw BrokenWorkbook.because(e);
        }
    }

    private Optional<ZipEntry> entry(String name) {
        ZipEntry exact = zip.getEntry(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        String folded = name.toLowerCase(Locale.ROOT);
        return zip.stream()
                .filter(entry -> entry.getName()
                        .replace('\\', '/')
                        .toLowerCase(Locale.ROOT)
                        .equals(folded))
                .<ZipEntry>map(entry -> entry)
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.delete(copy);
    }

    /** Ends with a refusal what would fill the memory: too much of everything, or one endless tag or text. */
    private final class Bounded extends FilterInputStream {

        private int run;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(bytes, offset, length);
            } catch (ZipException | EOFException e) {
                throw BrokenWorkbook.because(e);
            }
            unpacked += Math.max(read, 0);
            for (int i = offset; i < offset + read; i++) {
                run = bytes[i] == '<' || bytes[i] == '>' ? 0 : run + 1;
                if (run > LONGEST_RUN) {
                    throw SheetBuilder.tooLarge();
                }
            }
            if (unpacked > MOST_UNPACKED) {
                throw SheetBuilder.tooLarge();
            }
            return read;
        }
    }
}
