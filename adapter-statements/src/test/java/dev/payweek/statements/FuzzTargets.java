package dev.payweek.statements;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.MoveFormat;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.MovedTransaction;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statements.camt.CamtFormat;
import dev.payweek.statements.csv.CsvFormat;
import dev.payweek.statements.html.HtmlTableFormat;
import dev.payweek.statements.mt940.Mt940Format;
import dev.payweek.statements.ofx.OfxFormat;
import dev.payweek.statements.qif.QifFormat;
import dev.payweek.statements.simplefin.SimpleFinFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * What a coverage-guided fuzzer calls, one class for each parser: whatever the bytes, the outcome is rows, reasons or a
 * refusal. The method's name and shape are Jazzer's.
 */
public final class FuzzTargets {

    private static final ReadOptions ANSWERS = new ReadOptions(Map.of("date_format", "D/M/Y", "amount_unit", "units"));

    private static final List<MoveFormat> MOVES = ServiceLoader.load(MoveFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private FuzzTargets() {}

    /** The parser of CSV. */
    public static final class Csv {
        public static void fuzzerTestOneInput(byte[] bytes) {
            read(new CsvFormat(), bytes);
        }
    }

    /** The parser of OFX. */
    public static final class Ofx {
        public static void fuzzerTestOneInput(byte[] bytes) {
            read(new OfxFormat(), bytes);
        }
    }

    /** The parser of QIF. */
    public static final class Qif {
        public static void fuzzerTestOneInput(byte[] bytes) {
            read(new QifFormat(), bytes);
        }
    }

    /** The parser of CAMT. */
    public static final class Camt {
        public static void fuzzerTestOneInput(byte[] bytes) {
            read(new CamtFormat(), bytes);
        }
    }

    /** The parser of SimpleFIN's JSON. */
    public static final class SimpleFin {
        public static void fuzzerTestOneInput(byte[] bytes) {
            read(new SimpleFinFormat(), bytes);
        }
    }

    /** The parser of MT940. */
    public static final class Mt940 {
        public static void fuzzerTestOneInput(byte[] bytes) {
            read(new Mt940Format(), bytes);
        }
    }

    /** The parser of tables in HTML. */
    public static final class Html {
        public static void fuzzerTestOneInput(byte[] bytes) {
            read(new HtmlTableFormat(), bytes);
        }
    }

    /** The readers of what other programs hand out, each asked to read whatever it is. */
    public static final class Move {
        public static void fuzzerTestOneInput(byte[] bytes) {
            StatementFile file = StatementFile.of("fuzzed", bytes);
            for (MoveFormat format : MOVES) {
                for (ReadOptions options : new ReadOptions[] {ReadOptions.NONE, ANSWERS}) {
                    move(format, file, options);
                }
            }
        }
    }

    private static void move(MoveFormat format, StatementFile file, ReadOptions options) {
        MovedNumber moved = new MovedNumber();
        try {
            boolean known = format.recognise(file) > 0;
            if (format.read(file, options, moved).isEmpty() && moved.count == 0 && known) {
                throw new IllegalStateException("neither transactions nor a reason from " + format.name());
            }
        } catch (LedgerException e) {
            if (e.getMessage().isBlank()) {
                throw new IllegalStateException("no reason from " + format.name(), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts what comes of a file. */
    private static final class MovedNumber implements MoveSink {

        private int count;

        @Override
        public void transaction(MovedTransaction transaction) {
            count++;
        }

        @Override
        public void skipped(int line, String reason) {
            count++;
        }

        @Override
        public void rejected(RejectedRow row) {
            count++;
        }
    }

    static void read(StatementFormat format, byte[] bytes) {
        StatementFile file = StatementFile.of("fuzzed", bytes);
        try {
            format.recognise(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (ReadOptions options : new ReadOptions[] {ReadOptions.NONE, ANSWERS}) {
            Collected read = Collected.read(format, file, options);
            if (read.isSilent() && read.accounts.isEmpty()) {
                throw new IllegalStateException("neither rows nor a reason");
            }
        }
    }
}
