package dev.payweek.importing;

import dev.payweek.statement.ImportProgress;
import dev.payweek.statement.StatementFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** A file that reports how far it has been read since it was opened last. */
final class TrackedFile implements StatementFile {

    private static final int OFTEN = 1 << 18;

    private final StatementFile file;
    private final Runnable listener;
    private long bytes;
    private long reported;

    /** The listener is called now and then while the file is read. */
    TrackedFile(StatementFile file, Runnable listener) {
        this.file = file;
        this.listener = listener;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public OptionalLong length() {
        return file.length();
    }

    ImportProgress progress(long rows) {
        return new ImportProgress(rows, bytes, length());
    }

    @Override
    public InputStream open() throws IOException {
        bytes = 0;
        reported = 0;
        return new FilterInputStream(file.open()) {
            @Override
            public int read() throws IOException {
                int c = super.read();
                count(c < 0 ? 0 : 1);
                return c;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                count(Math.max(0, count));
                return count;
            }
        };
    }

    private void count(int more) {
        bytes += more;
        if (bytes - reported >= OFTEN) {
            reported = bytes;
            listener.run();
        }
    }
}
