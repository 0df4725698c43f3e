package dev.payweek.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of a service, a line for each event on the error stream. Nobody waits for it to be read: what does not fit in
 * is dropped, and said to be.
 */
final class Log implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Log.class.getName());
    private static final int MOST_WAITING = 10_000;
    private static final int MILLIS_AT_THE_END = 2_000;
    private static final String OURS = "dev.payweek";

    private final Lines lines;
    private final Logger root = Logger.getLogger("");
    private final Handler[] before = root.getHandlers();
    private final Level levelBefore = root.getLevel();

    /** How an event is written. */
    enum Form {
        /** An object of JSON. */
        JSON,
        /** A text for a terminal. */
        TEXT,
        /** Not at all. */
        NONE
    }

    /** From which weight on events are written. */
    enum Weight {
        /** Whatever there is to say. */
        DEBUG,
        /** What happens. */
        INFO,
        /** What somebody should look at. */
        WARN,
        /** What failed. */
        ERROR;

        private Level level() {
            return switch (this) {
                case DEBUG -> Level.FINE;
                case INFO -> Level.INFO;
                case WARN -> Level.WARNING;
                case ERROR -> Level.SEVERE;
            };
        }
    }

    /** Keeps the log until the program itself ends it: Java would end it while the last requests are answered. */
    public static final class Lasting extends LogManager {
        /** Creates the manager; called by the platform. */
        public Lasting() {}

        @Override
        public void reset() {
            // The process is about to end.
        }
    }

    private Log(Lines lines, Weight least) {
        this.lines = lines;
        for (Handler handler : before) {
            root.removeHandler(handler);
        }
        root.addHandler(lines);
        // A library's own details are nobody's business.
        root.setLevel(least == Weight.DEBUG ? Level.INFO : least.level());
        Logger.getLogger(OURS).setLevel(least.level());
    }

    /** Begins to write the events of this process. */
    static Log open(Form form, Weight least) {
        var error = new FileOutputStream(FileDescriptor.err);
        return open(form, least, new PrintStream(new BufferedOutputStream(error), false, StandardCharsets.UTF_8));
    }

    /** As {@link #open(Form, Weight)}, to somewhere else. */
    static Log open(Form form, Weight least, PrintStream to) {
        boolean messages = least == Weight.DEBUG;
        Function<LogRecord, String> written = switch (form) {
            case JSON -> event -> LogLine.json(event, messages);
            case TEXT -> event -> LogLine.text(event, messages);
            case NONE -> event -> "";
        };
        Lines lines = new Lines(written, to);
        if (form != Form.NONE) {
            lines.start();
        } else {
            lines.setLevel(Level.OFF);
        }
        return new Log(lines, least);
    }

    /** Writes what there still is, if it is read within two seconds. */
    @Override
    public void close() {
        root.removeHandler(lines);
        for (Handler handler : before) {
            root.addHandler(handler);
        }
        root.setLevel(levelBefore);
        Logger.getLogger(OURS).setLevel(null);
        lines.end();
    }

    private static final class Lines extends Handler {

        private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
        private final AtomicLong dropped = new AtomicLong();
        private final Function<LogRecord, String> written;
        private final PrintStream to;
        private final Thread writer = new Thread(this::write, "log");
        private volatile boolean ended;

        Lines(Function<LogRecord, String> written, PrintStream to) {
            this.written = written;
            this.to = to;
            writer.setDaemon(true);
        }

        void start() {
            writer.start();
        }

        @Override
        public void publish(LogRecord event) {
            if (isLoggable(event) && !waiting.offer(written.apply(event))) {
                dropped.incrementAndGet();
            }
        }

        private void write() {
            while (!ended || !waiting.isEmpty()) {
                try {
                    String line = waiting.poll(100, TimeUnit.MILLISECONDS);
                    if (line != null) {
                        to.print(line + "\n");
                    }
                    if (waiting.isEmpty()) {
                        to.flush();
                        sayWhatWasDropped();
                    }
                } catch (InterruptedException e) {
                    ended = true;
                }
            }
            to.flush();
        }

        private void sayWhatWasDropped() {
            long lost = dropped.getAndSet(0);
            if (lost > 0) {
                LOG.log(System.Logger.Level.WARNING, "log lines dropped {0}", Map.of("lines", lost));
            }
        }

        void end() {
            ended = true;
            try {
                writer.join(MILLIS_AT_THE_END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void flush() {
            // The writer does.
        }

        @Override
        public void close() {
            // Ended by the log that it belongs to.
        }
    }
}
