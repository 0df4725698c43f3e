package dev.payweek.app;

import dev.payweek.statement.ImportProgress;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** One line on a terminal that shows how far an import has come, drawn over itself. */
final class ProgressBar implements Consumer<ImportProgress>, AutoCloseable {

    private static final int WIDTH = 30;
    private static final String BEGIN_LINE = "\r";
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final Terminal terminal;
    private final PrintWriter out;
    private final String name;
    private final long bytes;
    private boolean drawn;
    private String line = "";

    /**
     * Creates a bar that is not drawn before there is something to report.
     *
     * @param bytes how large the file is
     */
    ProgressBar(Terminal terminal, PrintWriter out, String name, long bytes) {
        this.terminal = terminal;
        this.out = out;
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public void accept(ImportProgress progress) {
        String text = name + " " + terminal.bar(progress.bytes(), bytes, WIDTH) + " "
                + (progress.rows() == 0 ? "looking through" : String.format("%,d rows", progress.rows()));
        if (!text.equals(line)) {
            line = text;
            drawn = true;
            out.print(BEGIN_LINE + text);
            out.flush();
        }
    }

    /** Leaves the line as it was before. */
    @Override
    public void close() {
        if (drawn) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
