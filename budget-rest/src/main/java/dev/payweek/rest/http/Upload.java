package dev.payweek.rest.http;

import dev.payweek.rest.json.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file that was sent, kept to be read as often as it takes: a small one in memory, a large one in a file that goes
 * when this is closed.
 */
public final class Upload implements AutoCloseable {

    private static final int MOST_IN_MEMORY = 1 << 20;

    private final byte[] inMemory;
    private final Optional<Path> onDisk;
    private final long length;
    private final String digest;

    private Upload(byte[] inMemory, Optional<Path> onDisk, long length, String digest) {
        this.length = length;
        this.inMemory = inMemory;
        this.onDisk = onDisk;
        this.digest = digest;
    }

    /**
     * Takes in what the stream gives.
     *
     * @param most how many bytes it may be, inclusive
     * @throws Problem with status 413 if it is more
     */
    static Upload of(InputStream in, long most) throws IOException {
        MessageDigest sha = sha256();
        byte[] buffer = new byte[1 << 16];
        var memory = new ByteArrayOutputStream();
        Optional<Path> file = Optional.empty();
        OutputStream out = memory;
        boolean whole = false;
        long size = 0;
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > most) {
                    throw Problem.of(413, "too_large", "The file must not exceed " + most + " bytes.");
                }
                if (file.isEmpty() && size > MOST_IN_MEMORY) {
                    Path path = Files.createTempFile("payweek-upload", ".tmp");
                    file = Optional.of(path);
                    out = Files.newOutputStream(path);
                    memory.writeTo(out);
                    memory = new ByteArrayOutputStream();
                }
                sha.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
            whole = true;
        } finally {
            out.close();
            if (!whole && file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        }
        return new Upload(memory.toByteArray(), file, size, HexFormat.of().formatHex(sha.digest()));
    }

    /** Returns the bytes from the beginning; the caller closes the stream. */
    public InputStream open() throws IOException {
        return onDisk.isPresent() ? Files.newInputStream(onDisk.get()) : new ByteArrayInputStream(inMemory);
    }

    /** Returns how many bytes it has. */
    public long length() {
        return length;
    }

    /** Returns the SHA-256 of the bytes, as lower-case hexadecimal digits. */
    public String digest() {
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            if (onDisk.isPresent()) {
                Files.deleteIfExists(onDisk.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file of an upload cannot be deleted", e);
        }
    }
}
