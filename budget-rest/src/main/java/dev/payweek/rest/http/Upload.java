package dev.payweek.rest.http;

import dev.payweek.rest.json.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that was sent, kept to be read as often as it takes: a small one in memory, a large one in a file that goes
 * when this is closed.
 */
public final class Upload implements AutoCloseable {

    private static final int MOST_IN_MEMORY = 1 << 20;

    private final Spool content;
    private final String digest;

    private Upload(Spool content, String digest) {
        this.content = content;
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
        // As many as there are threads that answer, so no budget is needed.
        var content = new Spool(SpoolBudget.UNLIMITED, MOST_IN_MEMORY);
        boolean whole = false;
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (content.length() + count > most) {
                    throw Problem.of(413, "too_large", "The file must not exceed " + most + " bytes.");
                }
                sha.update(buffer, 0, count);
                content.write(buffer, 0, count);
            }
            whole = true;
        } finally {
            if (!whole) {
                content.close();
            }
        }
        return new Upload(content, HexFormat.of().formatHex(sha.digest()));
    }

    /** Returns the bytes from the beginning; the caller closes the stream. */
    public InputStream open() {
        return content.open();
    }

    /** Returns how many bytes it has. */
    public long length() {
        return content.length();
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
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of an upload cannot be closed", e);
        }
    }
}
