package dev.payweek.app;

import dev.payweek.app.start.KeptText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command prints. What cannot be written there ends the command, which Java's own printers pass over in
 * silence: a list that is cut off by a full disk would look like a whole one.
 */
final class Output extends OutputStream {

    /** Something could not be written. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Failed(IOException cause) {
            super("The output cannot be written: " + cause.getMessage(), cause);
        }

        /** Returns whether the reader has gone, as {@code head} does once it has its lines; it wants no word of it. */
        boolean readerHasGone() {
            return String.valueOf(getMessage()).contains("Broken pipe");
        }
    }

    private final OutputStream target;
    private final Optional<KeptText> copy;

    Output(OutputStream target) {
        this(target, Optional.empty());
    }

    Output(OutputStream target, Optional<KeptText> copy) {
        this.target = target;
        this.copy = copy;
    }

    /**
     * Returns a printer of UTF-8, whatever the locale, that fails where the process's output does.
     *
     * @param copy what gets a copy of all that is printed
     */
    static PrintWriter ofProcess(KeptText copy) {
        return printer(new Output(new FileOutputStream(FileDescriptor.out), Optional.of(copy)));
    }

    /** Returns the printer of what goes wrong; where even that cannot be written there is nobody left to hear it. */
    static PrintWriter errorsOfProcess() {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
    }

    static PrintWriter printer(Output output) {
        return new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void flush() {
        try {
            target.flush();
        } catch (IOException e) {
            throw new Failed(e);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            target.write(bytes, from, length);
            copy.ifPresent(kept -> kept.print(bytes, from, length));
        } catch (IOException e) {
            throw new Failed(e);
        }
    }
}
