package dev.payweek.rest.http;

import dev.payweek.rest.json.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Bytes that are written once and read as often as it takes: a few in memory, more in a file. The file has no name from
 * the moment it is open, where the system can do that, so that nothing is left behind however the process ends.
 *
 * <p>For one thread that writes, then for any number that read.
 */
public final class Spool extends OutputStream {

    private static final Set<OpenOption> NAMELESS = Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final SpoolBudget.Part budget;
    private final int mostInMemory;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream(0);
    private Optional<FileChannel> file = Optional.empty();
    private long length;
    /** What the budget has given for the file, of which less may have been written. */
    private long inFile;

    private boolean closed;

    /** There is no room for more, in the budget or on the disk. */
    public static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        /** Creates the one of a budget that is used up. */
        public Full() {
            super("too much is on its way at once");
        }

        Full(IOException disk) {
            super("the disk takes no more", disk);
        }

        /** Returns the one that a failure came of, if it did: whoever writes may have wrapped it. */
        public static Optional<Full> in(Throwable failure) {
            for (Throwable one = failure; one != null; one = one.getCause()) {
                if (one instanceof Full full) {
                    return Optional.of(full);
                }
            }
            return Optional.empty();
        }

        /** Returns what to say of it. */
        public Problem problem() {
            return getCause() == null
                    ? Problem.of(503, "busy", "Too much that is as long as this is on its way at once.")
                            .with("Retry-After", "5")
                    : Problem.of(507, "disk_full", "The service has no room for something as long as this now.");
        }
    }

    /**
     * Creates one that holds nothing.
     *
     * @param mostInMemory how many bytes are kept in memory, as long as the budget has room for them
     */
    public Spool(SpoolBudget.Part budget, int mostInMemory) {
        this.budget = budget;
        this.mostInMemory = mostInMemory;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (file.isEmpty() && length + count <= mostInMemory && budget.takeMemory(count)) {
            memory.write(bytes, from, count);
        } else {
            append(ByteBuffer.wrap(bytes, from, count));
        }
        length += count;
    }

    private void append(ByteBuffer bytes) throws IOException {
        if (file.isEmpty()) {
            if (!budget.takeFile()) {
                throw new Full();
            }
            try {
                file = Optional.of(nameless());
            } catch (IOException disk) {
                budget.giveFile(0);
                throw new Full(disk);
            }
            budget.giveMemory(length);
            byte[] before = memory.toByteArray();
            memory = new ByteArrayOutputStream(0);
            append(ByteBuffer.wrap(before));
        }
        if (!budget.takeInFile(bytes.remaining())) {
            throw new Full();
        }
        inFile += bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                file.orElseThrow().write(bytes);
            }
        } catch (IOException disk) {
            throw new Full(disk);
        }
    }

    private static FileChannel nameless() throws IOException {
        Path path = Path.of(System.getProperty("java.io.tmpdir"), "payweek-" + UUID.randomUUID() + ".tmp");
        FileAttribute<?>[] ownersOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return FileChannel.open(path, NAMELESS, ownersOnly);
    }

    /** Returns how many bytes it holds. */
    public long length() {
        return length;
    }

    /** Returns whether no file was needed. */
    public boolean isInMemory() {
        return file.isEmpty();
    }

    /** Returns the bytes from the beginning; closing the stream does nothing to this. */
    public InputStream open() {
        return file.<InputStream>map(channel -> new Reading(channel))
                .orElseGet(() -> new ByteArrayInputStream(memory.toByteArray()));
    }

    /** One reading of a file that others read too. */
    private static final class Reading extends InputStream {

        private final FileChannel channel;
        private long position;

        Reading(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            int count = channel.read(ByteBuffer.wrap(into, from, most), position);
            position += Math.max(count, 0);
            return count;
        }
    }

    /** Gives back what it holds. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        memory = new ByteArrayOutputStream(0);
        if (file.isPresent()) {
            budget.giveFile(inFile);
            file.get().close();
        } else {
            budget.giveMemory(length);
        }
    }
}
