package dev.payweek.statements.move;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.MoveFormat;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The file that GnuCash saves as XML, packed by gzip or not.
 *
 * <pre>{@code
 * new GnucashMove().recognise(StatementFile.of("household.gnucash", bytes));    // 100
 * }</pre>
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class GnucashMove implements MoveFormat {

    private static final int HEAD = 1 << 12;
    private static final long MOST_BYTES = 512L << 20;

    /** Creates the format. */
    public GnucashMove() {}

    @Override
    public String name() {
        return "gnucash";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        try (InputStream in = unpacked(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains("<gnc-v2") ? 100 : 0;
        } catch (ZipException | EOFException e) {
            // Packed, but broken.
            return 0;
        }
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, MoveSink sink) throws IOException {
        try (InputStream in = unpacked(file)) {
            new GnucashBook(in, sink).read();
            return List.of();
        } catch (ZipException | EOFException e) {
            throw new LedgerException(Reason.INVALID, "The file is packed and broken; it may be cut off.", e);
        }
    }

    private static InputStream unpacked(StatementFile file) throws IOException {
        InputStream in = new BufferedInputStream(file.open());
        in.mark(2);
        boolean packed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        try {
            return new Bounded(packed ? new GZIPInputStream(in) : in);
        } catch (ZipException | EOFException e) {
            in.close();
            throw e;
        }
    }

    /** Ends with a refusal what is larger than the books of any household. */
    private static final class Bounded extends FilterInputStream {

        private long read;

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
            int count = super.read(bytes, offset, length);
            read += Math.max(count, 0);
            if (read > MOST_BYTES) {
                throw LedgerException.invalid(
                        "file", "too_large", "The file is larger than the books of any household.");
            }
            return count;
        }
    }
}
